/// What the columns of a pack's layers are called and hold, for people.
struct ColumnWords {
  /// The name.
  let title: String
  /// What the values are, with their unit and what they do not say.
  let description: String

  /// Finds the words for a column; there are none for one whose name says it.
  ///
  /// - Parameters:
  ///   - column: The name of the column.
  ///   - categories: The names of categories by the end of the names of their columns.
  init?(_ column: String, categories: [String: String]) {
    let key = column.hasPrefix("incidents_") ? String(column.dropFirst(10)) : ""
    if let category = categories[key] {
      (title, description) = (
        category.isEmpty ? "not recorded" : category, "The incidents of this category."
      )
    } else if let (title, description) = Self.known[column] {
      (self.title, self.description) = (title, description)
    } else {
      return nil
    }
  }

  private static let known: [String: (String, String)] = [
    "code": ("Code", "The code of the area in the file of boundaries."),
    "name": ("Name", "The name of the area in the file of boundaries."),
    "known_as": (
      "Known as",
      "The area, the larger area around it, and its commonest street where many name it."
    ),
    "cell": ("Cell", "The number of the cell, row by row from the south."),
    "incidents": ("Incidents", "The incidents of the period, each in exactly one area of a layer."),
    "expected": (
      "Expected incidents",
      "The chances added up that each incident happened in the hours asked for."
    ),
    "share": ("Share", "The part of all incidents, from 0 to 1."),
    "rank": ("Rank", "1 for the most; equal values have equal ranks."),
    "per_km2": ("Per km²", "Incidents for each square kilometre."),
    "area_km2": ("Area in km²", "The size of the ground in square kilometres."),
    "population": ("Population", "What the rates are of, from the table of population."),
    "rate": ("Rate", "Incidents of the period for each so many people."),
    "rate_low": ("Rate, low", "The low end of the exact 95% interval of the rate."),
    "rate_high": ("Rate, high", "The high end of the exact 95% interval of the rate."),
    "rate_smoothed": ("Rate, smoothed", "The rate drawn towards the mean where people are few."),
    "weight": ("Weight", "What the incidents weigh by the table of weights."),
    "weight_share": ("Share of weight", "The part of all weight, from 0 to 1."),
    "weight_rank": ("Rank by weight", "1 for the most weight."),
    "band": ("Band", "The number of the band, 1 for the lowest density."),
    "from_per_km2": ("From, per km²", "The lowest density of the band."),
    "to_per_km2": ("To, per km²", "The density at which the next band begins; none for the last."),
    "concentration_ratio": (
      "Times the average", "How many times as dense the hotspot is as the study area."
    ),
    "busiest_hours": ("Busiest hours", "The shift of the week with the most incidents."),
    "grid_reference": ("Grid reference", "The National Grid reference of the densest place."),
    "location": ("Location", "The commonest location of the incidents."),
    "main_area": ("Main area", "The area of the first layer with most of the hotspot's incidents."),
    "main_area_share": (
      "Share of main area", "The part of the hotspot's incidents in it, from 0 to 1."
    ),
    "history": ("History", "Whether the hotspot is new, persistent, fading or neither."),
    "months_hot": (
      "Months hot", "The months in which its ground held at least twice its share by area."
    ),
    "months_counted": (
      "Months counted", "The months up to the end of the period that were read."
    ),
    "value": ("Value", "What is compared with the neighbours."),
    "z": ("Standard score", "How far the value and its neighbours are from what is expected."),
    "p": ("p", "How often chance alone gives a score as far from the middle."),
    "p_adjusted": ("p, adjusted", "p with the number of tests taken into account."),
    "class": (
      "Class", "3, 2, 1 at an adjusted p of 0.01, 0.05, 0.10; negative for cold spots; else 0."
    ),
    "neighbours": ("Neighbours", "How many neighbours the unit has."),
    "difference": ("Difference", "The incidents of now less those of earlier."),
    "evidence": (
      "Evidence", "Whether the change is more than chance gives: increase, decrease, none or few."
    ),
  ]
}
