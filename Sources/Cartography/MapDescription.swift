package import Geometry

/// Everything a map says beside the areas themselves.
package struct MapDescription: Sendable {
  /// What the map shows: `Recorded incidents by ward`.
  package var title: String
  /// The period and whatever else narrows it: `April 2016 to March 2017, all categories`.
  package var subtitle: String
  /// The column that is mapped.
  package var value: MapValue
  /// The column whose sum tells which part of the areas is shown, if most have none of it; `nil` for that
  /// of the values.
  package var extentColumn: String?
  /// Whether all areas are shown, whatever their values.
  package var showsAll = false
  /// The column with the areas' codes, which become identifiers.
  package var codeColumn = "code"
  /// The column with the areas' names; codes stand in where it or a name is absent.
  package var nameColumn = "name"
  /// Where the data comes from and its licence.
  package var source: String?
  /// Whom the sources ask to be named, word for word, each a line.
  package var credits: [String] = []
  /// What the list beside the map may call each area in place of its name, by row, the longest first; the
  /// first for which there is room is taken.
  package var listNames: [[String]] = []
  /// The operation that projected the incidents and its accuracy.
  package var projection: String?
  /// What is to be known of the positions of the incidents.
  package var positions: String?
  /// Where every row went; see ``ReconciliationWords``.
  package var reconciliation: [String] = []
  /// What was computed and how, beyond counting.
  package var method: String?
  /// How the classes were made, where the map does not know it itself.
  package var classNote: String?
  /// What the places are, several of them.
  package var placeNoun = "areas"
  /// Whether a class of thousands of places is drawn as one ground, without the borders between
  /// them: for cells, which nobody looks for by name.
  package var mergesLargeClasses = false
  /// The heading of the key, where it is not what the values are.
  package var legendHeading: String?
  /// The protective marking, printed at the top and the bottom of the page.
  package var marking: String?
  /// Roads, parks and the like, drawn quietly so that people know where they are; the lowest first.
  package var backdrop: [BackdropLayer] = []
  /// Areas whose borders are drawn over the places, where these are not areas themselves, so that
  /// people know where they are.
  package var borders: OutlineTable?
  /// What stands before every identifier, so that several maps can share one web page; empty for
  /// a map in a file of its own.
  package var identifierPrefix = ""

  /// Whether the map is one of the figures of a web page, which all have to be light.
  var isFigureOfPage: Bool { !identifierPrefix.isEmpty }

  /// Whether it is a file of its own; a web page says itself where the data comes from.
  package var standsAlone: Bool { identifierPrefix.isEmpty }

  /// Describes a map by what every map must have.
  package init(title: String, subtitle: String, value: MapValue) {
    self.title = title
    self.subtitle = subtitle
    self.value = value
  }
}

/// The column that a map shows, in words.
package struct MapValue: Hashable, Sendable {
  /// Whether values of several areas can be added up.
  package enum Kind: Sendable {
    /// Numbers of things: shares of the whole are given.
    case count
    /// Numbers per something: no shares are given.
    case rate
  }

  /// The name of the column.
  package var column: String
  /// What the values are, with their unit: `incidents`, `incidents per km²`.
  package var label: String
  /// What the values are where there is little room: at the head of a column, or for each of
  /// thousands of areas.
  package var shortLabel: String
  /// Whether they add up.
  package var kind: Kind

  /// Describes a column.
  ///
  /// - Parameters:
  ///   - column: Its name.
  ///   - label: What its values are, with their unit.
  ///   - shortLabel: The same where there is little room; the label if `nil`.
  ///   - kind: Whether they add up.
  package init(column: String, label: String, shortLabel: String? = nil, kind: Kind) {
    self.column = column
    self.label = label
    self.shortLabel = shortLabel ?? label
    self.kind = kind
  }

  /// The label as a heading.
  package var heading: String { label.prefix(1).uppercased() + label.dropFirst() }
}
