package import Tables

/// What a close-up says of one hotspot beside its map.
///
/// Everything is in words that people read; what is not known is empty or `nil`, and its note says why.
package struct CloseUpContents: Sendable {
  /// Whether a hotspot is new, persistent or fading.
  package struct Standing: Sendable, Equatable {
    /// In a word or two: `Persistent`.
    package var label: String
    /// The sentence with its number and its base.
    package var sentence: String

    /// Describes how long a hotspot has been one.
    package init(label: String, sentence: String) {
      (self.label, self.sentence) = (label, sentence)
    }
  }

  /// A number that is not drawn.
  package struct Fact: Sendable, Equatable {
    /// What it is: `Area`.
    package var label: String
    /// The number with its unit: `0.052 km²`.
    package var value: String

    /// Describes a number.
    package init(label: String, value: String) { (self.label, self.value) = (label, value) }
  }

  /// A street or premises with incidents.
  package struct Street: Sendable, Equatable {
    /// The name.
    package var name: String
    /// Its incidents in the hotspot.
    package var incidents: Double
    /// Their part of the hotspot's.
    package var share: Double

    /// Describes a street.
    package init(name: String, incidents: Double, share: Double) {
      (self.name, self.incidents, self.share) = (name, incidents, share)
    }
  }

  /// A category here beside the study area.
  package struct Category: Sendable, Equatable {
    /// The name.
    package var name: String
    /// Its part of the hotspot's incidents.
    package var share: Double
    /// Its part of the study area's incidents.
    package var studyAreaShare: Double

    /// Describes a category.
    package init(name: String, share: Double, studyAreaShare: Double) {
      (self.name, self.share, self.studyAreaShare) = (name, share, studyAreaShare)
    }
  }

  /// A month of the hotspot's ground.
  package struct Month: Sendable, Equatable {
    /// Its name with the year: `January 2025`.
    package var label: String
    /// Its name in three letters: `Jan`.
    package var shortLabel: String
    /// The incidents on the hotspot's ground.
    package var incidents: Double
    /// Whether the ground held at least twice its share by area.
    package var isHeld: Bool

    /// Describes a month.
    package init(label: String, shortLabel: String, incidents: Double, isHeld: Bool) {
      (self.label, self.shortLabel, self.incidents, self.isHeld) = (
        label, shortLabel, incidents, isHeld
      )
    }
  }

  /// Its number on maps and in lists, from 1.
  package var number: Int
  /// What people call it.
  package var name: String
  /// The period and whatever else narrows it.
  package var subtitle: String
  /// Where it lies: ward, area with its code, grid reference; a line each.
  package var placeLines: [String] = []
  /// Whether it is new, persistent or fading; `nil` if the months do not tell.
  package var standing: Standing?
  /// Its incidents, or with hours to keep those expected in them.
  package var incidents: Double
  /// Their part of the study area's.
  package var share: Double
  /// Whether incidents count with their chance of lying in the hours to keep, so that they are
  /// written with a decimal.
  package var isWeighted = false
  /// Further numbers: area, times the average.
  package var facts: [Fact] = []
  /// What the streets are: `Leading streets`.
  package var streetHeading = "Leading streets"
  /// The leading streets or premises, the first first; five at most are shown.
  package var streets: [Street] = []
  /// What is to be known of the streets, or why there are none.
  package var streetNote: String?
  /// The leading categories, the first first; six at most are shown.
  package var categories: [Category] = []
  /// The categories to compare with the study area's: none where all of it has the same, since each
  /// share would be 100 %.
  package var comparedCategories: [Category] {
    categories.count == 1 && categories[0].studyAreaShare >= 1 ? [] : categories
  }
  /// What is to be known of the categories, or why there are none.
  package var categoryNote: String?
  /// Its incidents by hour and day; `nil` if the data has no times.
  package var hours: HourTable?
  /// When it is busiest, or why there are no hours.
  package var hourNote: String?
  /// Up to twelve months to the period's end, the first first.
  package var months: [Month] = []
  /// What is to be known of the months, or why there are none.
  package var monthNote: String?
  /// How it changed against earlier periods, a sentence each.
  package var changes: [String] = []
  /// The notes at the foot: source, rows, projection, method; a paragraph each.
  package var notes: [String] = []
  /// The protective marking, at the head and the foot of the sheet.
  package var marking: String?

  /// Describes a hotspot by what each must have.
  ///
  /// - Parameters:
  ///   - number: Its number on maps and in lists, from 1.
  ///   - name: What people call it.
  ///   - subtitle: The period and whatever else narrows it.
  ///   - incidents: Its incidents.
  ///   - share: Their part of the study area's.
  package init(number: Int, name: String, subtitle: String, incidents: Double, share: Double) {
    self.number = number
    self.name = name
    self.subtitle = subtitle
    self.incidents = incidents
    self.share = share
  }

  /// The title of sheet and figure.
  package var title: String { "Hotspot \(number): \(name)" }
}
