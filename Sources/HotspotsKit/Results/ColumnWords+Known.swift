extension ColumnWords {
  /// The columns that mean the same in each table: title and meaning.
  static let general: [String: (String, String)] = [
    "code": ("Code", "code of the area in the file of boundaries"),
    "name": ("Name", "name of the area in the file of boundaries"),
    "known_as": (
      "Known as",
      "the area, the larger area around it, and its commonest street where many name it"
    ),
    "cell": ("Cell", "number of the cell, row by row from the south"),
    "incidents": (
      "Incidents",
      "incidents of the period; with hours asked for, those that could have happened in them"
    ),
    "expected": (
      "Expected incidents",
      "sum of the chances that the incidents happened in the hours asked for"
    ),
    "share": ("Share", "fraction of the incidents of the study area"),
    "rank": ("Rank", "1 for the most; ties share a rank"),
    "per_km2": ("Per km²", "incidents per square kilometre"),
    "area_km2": ("Area in km²", "area inside the study area in square kilometres"),
    "category": ("Category", "category of the incidents"),
    "hour": ("Hour", "hour of the day that begins then"),
    "Total": ("Total", "all days, or all rows"),
    "weight": ("Weight", "what the incidents weigh by the table of weights"),
    "weight_share": ("Share of weight", "fraction of the weight of all"),
    "weight_rank": ("Rank by weight", "1 for the most weight; ties share a rank"),
    "population": ("Population", "what the rate divides by: residents, or as the table says"),
    "rate": ("Rate", "incidents over the period for each so many of the population"),
    "rate_low": ("Rate, low", "lower end of the exact 95% interval of the rate"),
    "rate_high": ("Rate, high", "upper end of the exact 95% interval of the rate"),
    "rate_smoothed": (
      "Rate, smoothed",
      "the rate drawn towards that of all areas, the more the smaller the population"
    ),
    "band": ("Band", "number of the band, 1 for the lowest density"),
    "from_per_km2": ("From, per km²", "lowest density of the band"),
    "to_per_km2": ("To, per km²", "density at which the next band begins; none for the last"),
    "volume_share": (
      "Share of volume",
      "fraction of the density's volume that this band and the denser ones hold"
    ),
    "location": ("Location", "the commonest location name of the incidents"),
    "location_incidents": ("Location, incidents", "incidents under the commonest location name"),
    "location_share": ("Location, share", "their fraction of the hotspot's incidents"),
    "other_locations": ("Other locations", "the next commonest location names"),
    "grid_reference": (
      "Grid reference",
      "100 m square of the British National Grid with most of the incidents"
    ),
    "concentration_ratio": (
      "Times the average", "how many times the average density of the study area"
    ),
    "predictive_accuracy_index": (
      "Predictive accuracy index", "former name of concentration_ratio, kept for one version"
    ),
    "busiest_hours": (
      "Busiest hours", "the busiest four hours of the week, estimated from time windows"
    ),
    "busiest_day": ("Busiest hours, day", "the day on which the busiest hours begin"),
    "busiest_hour": ("Busiest hours, from", "the hour at which the busiest hours begin"),
    "busiest_length_h": ("Busiest hours, length", "how many hours they are"),
    "busiest_incidents": ("Busiest hours, incidents", "incidents estimated in the busiest hours"),
    "busiest_share": (
      "Busiest hours, share", "their fraction of the incidents with a time of day"
    ),
    "incidents_with_time": ("Incidents with time", "incidents with a time of day"),
    "peak_x": ("Peak, x", "easting, or longitude, of the centre of the densest ground"),
    "peak_y": ("Peak, y", "northing, or latitude, of the centre of the densest ground"),
    "areas": ("Areas", "how many significant areas or cells are joined"),
    "area_codes": ("Codes of areas", "codes of the areas or cells that are joined"),
    "main_area": ("Main area", "area of the first layer with most of the hotspot's incidents"),
    "main_area_code": ("Main area, code", "code of the main area"),
    "main_area_share": (
      "Main area, share", "fraction of the hotspot's incidents in the main area"
    ),
    "history": (
      "History", "whether the hotspot is new, persistent, fading or recurring, or none of these"
    ),
    "months_hot": (
      "Months hot", "months in which its ground held at least twice its share by area"
    ),
    "months_counted": ("Months counted", "months up to the end of the period that were read"),
  ]

  /// The columns whose meaning is that of their table.
  static let ofTables: [String: [String: (String, String)]] = [
    "change": change, "months": months, "significance": significance, "repeats": repeats,
  ]

  private static let change: [String: (String, String)] = [
    "earlier": ("Earlier", "incidents of the earlier period"),
    "now": ("Now", "incidents of the period"),
    "per_day_earlier": ("A day, earlier", "incidents a day of the earlier period"),
    "per_day_now": ("A day, now", "incidents a day of the period"),
    "difference": ("Difference", "incidents of now less those of earlier"),
    "percent": ("Relative change", "difference as a fraction of earlier; none where that is 0"),
    "share_of_change": ("Share of change", "fraction of the difference of all"),
    "z": ("Standard score", "standard score of the difference of rates"),
    "p": ("p", "chance of so large a difference by luck"),
    "dispersion": ("Dispersion", "how many times Poisson's the variance of earlier months is"),
    "p_adjusted": (
      "p, adjusted", "that chance, widened by the dispersion and for the number of rows"
    ),
    "evidence": (
      "Evidence",
      "increase or decrease where p_adjusted is at most 0.05; few with fewer than 10 incidents"
    ),
  ]

  private static let months: [String: (String, String)] = [
    "month": ("Month", "the month"),
    "days": ("Days", "days of the month that the files cover"),
    "per_day": ("A day", "incidents a day"),
    "per_day_12_months": (
      "A day, 12 months", "incidents a day of the twelve months that end with this one"
    ),
  ]

  private static let repeats: [String: (String, String)] = [
    "band": ("Incidents of each", "how many incidents each of them has"),
    "units": ("Units", "locations, persons or premises with so many"),
    "unit_share": ("Share of units", "their fraction of all units"),
    "incident_share": ("Share of incidents", "fraction of the incidents of all units"),
    "unit": ("Unit", "position of the location, or the number or value of another unit"),
    "rank": ("Rank", "1 for the most incidents, of as many for the later last"),
    "first": ("First", "day of the first incident with a date"),
    "last": ("Last", "day of the last incident with a date"),
    "days_since_last": ("Days since the last", "days from the last to the end of the period"),
    "triggered": ("Triggered", "day on which the rule was first met"),
    "locations": ("Locations", "how many positions were joined"),
    "location_share": ("Location, share", "their fraction of the unit's incidents"),
    "main_area": ("Main area", "area of the first layer with most of the unit's incidents"),
    "main_area_share": ("Main area, share", "fraction of the unit's incidents in the main area"),
    "grid_reference": (
      "Grid reference", "100 m square of the British National Grid of its busiest position"
    ),
    "peak_x": ("Position, x", "easting of the position with most of its incidents"),
    "peak_y": ("Position, y", "northing of the position with most of its incidents"),
  ]

  private static let significance: [String: (String, String)] = [
    "value": ("Value", "what is compared with the neighbours"),
    "z": ("Standard score", "how far the value and its neighbours are from what is expected"),
    "p_normal": ("p, normal", "chance of such a score if scores were normally distributed"),
    "p": ("p", "chance of a score as far from the middle"),
    "p_adjusted": ("p, adjusted", "that chance with the number of tests taken into account"),
    "class": (
      "Class", "3, 2, 1 at an adjusted p of 0.01, 0.05, 0.10; negative for cold spots; else 0"
    ),
    "neighbours": ("Neighbours", "how many neighbours the unit has"),
  ]

  /// The columns of which there are several: `<n>` is the number, `<order>` the place of a category.
  static let ofNumber: [String: (String, String)] = [
    "category_<n>": ("Category <n>", "the <order> category"),
    "category_<n>_incidents": ("Category <n>, incidents", "its incidents here"),
    "category_<n>_share": ("Category <n>, share", "their fraction of the hotspot's incidents"),
    "category_<n>_study_area_share": (
      "Category <n>, share of all",
      "their fraction of the study area's incidents of all categories"
    ),
    "category_<n>_ratio": ("Category <n>, ratio", "the first fraction divided by the second"),
    "main_area_<n>": ("Main area <n>", "area of layer <n> with most of the hotspot's incidents"),
    "main_area_code_<n>": ("Main area <n>, code", "code of the main area of layer <n>"),
    "main_area_share_<n>": (
      "Main area <n>, share", "fraction of the hotspot's incidents in the main area of layer <n>"
    ),
    "earlier_<n>_incidents": (
      "Earlier period <n>, incidents", "incidents on its ground in earlier period <n>"
    ),
    "earlier_<n>_change": (
      "Earlier period <n>, change", "change of incidents a day since then, as a fraction"
    ),
    "earlier_<n>_p": (
      "Earlier period <n>, p",
      "chance of so large a change by luck, adjusted for the number of hotspots"
    ),
  ]
}
