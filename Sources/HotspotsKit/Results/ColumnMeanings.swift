import Tables

/// What the columns of tables mean, in a few words, for files that have a place for them.
package enum ColumnMeanings {
  /// Returns what a column means; `nil` for one that says so itself, such as `Mon`.
  ///
  /// - Parameters:
  ///   - column: The name of the column.
  ///   - table: The name of its table, where that decides: `change`, `months`.
  ///   - categories: The names of categories by the keys that columns have.
  /// - Returns: The meaning, without a full stop.
  package static func meaning(
    of column: String, in table: String = "", categories: [String: String] = [:]
  ) -> String? {
    if let known = ofTables[table]?[column] ?? general[column] { return known }
    for (prefix, words) in [("incidents_", "incidents of"), ("expected_", "expected incidents of")]
    {
      if column.hasPrefix(prefix), let name = categories[String(column.dropFirst(prefix.count))] {
        return "\(words) the category \(name)"
      }
    }
    for number in ["1", "2", "3"] where column.hasPrefix("category_\(number)") {
      let place = ["1": "commonest", "2": "second", "3": "third"][number] ?? ""
      let rest = String(column.dropFirst("category_n".count))
      return ofCategory[rest].map { $0.replacing("<place>", with: place) }
    }
    return nil
  }

  private static let general = [
    "code": "code of the area", "name": "name of the area",
    "known_as": "name of the area as people know it",
    "incidents": "incidents; with hours asked for, those that could have happened in them",
    "expected": "sum of the chances that the incidents happened in the hours asked for",
    "share": "fraction of the incidents of the study area",
    "rank": "1 for the most; ties share a rank",
    "per_km2": "incidents per square kilometre",
    "weight": "what the incidents weigh", "weight_share": "fraction of the weight of all",
    "weight_rank": "rank by weight, 1 for the most",
    "population": "what the rate divides by: residents, or as the table says",
    "rate": "incidents over the period for each so many of the population",
    "rate_low": "lower end of the exact 95% interval of the rate",
    "rate_high": "upper end of that interval",
    "rate_smoothed":
      "the rate drawn towards that of all areas, the more the smaller the population",
    "location": "the commonest location name", "hour": "hour of the day that begins then",
    "Total": "all days, or all rows",
    "grid_reference": "100 m square of the British National Grid with most of the incidents",
    "area_km2": "area inside the study area in square kilometres",
    "concentration_ratio": "how many times the average density of the study area",
    "predictive_accuracy_index": "former name of concentration_ratio, kept for one version",
    "busiest_hours": "the busiest four hours of the week, estimated from time windows",
    "busiest_day": "the day on which these hours begin",
    "busiest_hour": "the hour at which they begin", "busiest_length_h": "how many hours they are",
    "busiest_incidents": "incidents estimated in them",
    "busiest_share": "their fraction of the incidents with a time of day",
    "incidents_with_time": "incidents with a time of day",
    "location_incidents": "incidents under the commonest location name",
    "location_share": "their fraction of the hotspot's incidents",
    "other_locations": "the next commonest location names",
    "peak_x": "easting, or longitude, of the centre of the densest ground",
    "peak_y": "northing, or latitude, of it",
    "areas": "how many significant areas or cells are joined", "area_codes": "their codes",
    "category": "category of the incidents",
  ]

  private static let ofTables = [
    "change": [
      "earlier": "incidents of the earlier period", "now": "incidents of the period",
      "per_day_earlier": "incidents a day of the earlier period",
      "per_day_now": "incidents a day of the period", "difference": "now less earlier",
      "percent": "difference as a fraction of earlier",
      "share_of_change": "fraction of the difference of all",
      "z": "standard score of the difference of rates",
      "p": "chance of so large a difference by luck",
      "dispersion": "how many times Poisson's the variance of earlier months is",
      "p_adjusted": "p widened by the dispersion and for the number of rows",
      "evidence": "increase or decrease where p_adjusted is at most 0.05; few with fewer than 10",
    ],
    "months": [
      "month": "the month", "days": "days of the month that the files cover",
      "per_day": "incidents a day",
      "per_day_12_months": "incidents a day of the twelve months that end with this one",
    ],
  ]

  private static let ofCategory = [
    "": "the <place> category", "_incidents": "its incidents here",
    "_share": "their fraction of the hotspot's incidents",
    "_study_area_share": "their fraction of the study area's incidents of all categories",
    "_ratio": "the first fraction divided by the second",
  ]
}
