package import Cartography
package import Tables

/// What the page of one area says.
package struct ProfileContents: Sendable {
  /// A category of the area.
  package struct Category: Sendable {
    /// Its name.
    package var name: String
    /// Its incidents, as they are printed.
    package var incidents: String
    /// The shares of the area's incidents and of all areas'.
    package var share: (here: Double, whole: Double)
    /// The shares of what incidents weigh, the same way; `nil` without weights, and where
    /// the table of weights has no value.
    package var weightShare: (here: Double, whole: Double)?

    /// Describes a category.
    package init(
      name: String, incidents: String, share: (here: Double, whole: Double),
      weightShare: (here: Double, whole: Double)?
    ) {
      (self.name, self.incidents) = (name, incidents)
      (self.share, self.weightShare) = (share, weightShare)
    }
  }

  /// The name of the area.
  package var name: String
  /// The file of its page.
  package var file: String
  /// What it is and of when, the line below the name.
  package var subtitle: String
  /// The incidents as the list of areas prints them: their number and their share.
  package var (incidents, share): (String, String)
  /// The leading category as the list of areas names it; empty for too few incidents.
  package var leading: String
  /// The paragraph, sentence by sentence, without full stops.
  package var sentences: [String]
  /// The area among all, as SVG.
  package var map: [UInt8]
  /// The leading categories; empty for too few incidents.
  package var categories: [Category]
  /// The quotients of the categories with enough incidents.
  package var quotients: [QuotientChart.Row]
  /// The hours of the week; `nil` where nothing can be told, or of too few incidents.
  package var week: HourTable?
  /// Rows of what changed: heading and value; empty without a comparison.
  package var change: [(String, String)]

  /// Describes an area.
  package init(
    name: String, file: String, subtitle: String, incidents: String, share: String,
    leading: String, sentences: [String], map: [UInt8], categories: [Category],
    quotients: [QuotientChart.Row], week: HourTable?, change: [(String, String)]
  ) {
    (self.name, self.file, self.subtitle) = (name, file, subtitle)
    (self.incidents, self.share, self.leading) = (incidents, share, leading)
    (self.sentences, self.map, self.categories) = (sentences, map, categories)
    (self.quotients, self.week, self.change) = (quotients, week, change)
  }
}

/// What all pages of areas say alike.
package struct ProfileSetting: Sendable {
  /// The title of the list of areas.
  package var title: String
  /// The period and what narrows it.
  package var subtitle: String
  /// The protective marking of each page; `nil` for none.
  package var marking: String?
  /// What areas are called.
  package var noun: AreaNoun
  /// All areas in words: `all 20 wards`.
  package var whole: String
  /// What weights are called; `nil` without weights.
  package var weightName: String?
  /// What is said of all areas, in sentences without full stops.
  package var sentences: [String]
  /// Which data the pages are made of, without a full stop.
  package var data: String
  /// Where every row went, without full stops.
  package var reconciliation: [String]
  /// Why nothing is said of hours, as a clause; `nil` if something is.
  package var hoursAbsence: String?
  /// How it was computed, each a sentence without its full stop.
  package var method: [String]

  /// Describes pages.
  package init(
    title: String, subtitle: String, marking: String?, noun: AreaNoun, whole: String,
    weightName: String?, sentences: [String], data: String, reconciliation: [String],
    hoursAbsence: String?, method: [String]
  ) {
    (self.title, self.subtitle, self.marking) = (title, subtitle, marking)
    (self.noun, self.whole, self.weightName) = (noun, whole, weightName)
    (self.sentences, self.data) = (sentences, data)
    (self.reconciliation, self.method) = (reconciliation, method)
    self.hoursAbsence = hoursAbsence
  }
}
