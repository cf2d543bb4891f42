package import Statistics
package import Tables

/// A map of areas coloured by a value, with everything it needs to stand alone on a wall.
///
/// Each area is filled by the class its value lies in (a choropleth map). Dark areas have high
/// values, not high rates: where areas differ in size or in people, map a rate.
///
///     let map = try AreaMap(of: table, description: description)
///     map.svg()   // the page, as SVG
///     map.breaks  // the classes, to draw the next month's map with
package struct AreaMap: Sendable {
  /// The classes the areas are filled by.
  package let breaks: ClassBreaks
  /// The number of areas in each class; areas without a value are in none.
  package let classCounts: [Int]
  /// The rows of the areas that the map numbers, in the order of the numbers from 1; none where it
  /// names areas.
  package let numberedRows: [Int]
  /// The page as layers of marks.
  package let drawing: Drawing

  /// Draws a map.
  ///
  /// - Parameters:
  ///   - table: The areas, in a projected system in metres, with the columns that the description
  ///     names. Codes differ from each other.
  ///   - description: What the map says beside the areas.
  ///   - classification: How areas are put into classes; give the breaks of an earlier map to be
  ///     comparable with it.
  ///   - page: The page; else A4, the way round that shows the areas larger.
  /// - Throws: ``AreaMapError/noAreas`` for a table without areas, ``AreaMapError/missingColumn(_:)``
  ///   and ``AreaMapError/notNumeric(_:)`` for the value's column, and
  ///   ``AreaMapError/unclassifiable(_:)`` for values that the classification does not suit.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  package init(
    of table: FeatureTable, description: MapDescription,
    classification: Classification = .fitted(.naturalBreaks, classes: 5), page: Page? = nil
  ) throws(AreaMapError) {
    let areas = try MappedAreas(of: table, description: description)
    let classes = try MapClasses(areas: areas, classification: classification)
    breaks = classes.breaks
    classCounts = classes.counts
    let composition = MapComposition(
      areas: areas, classes: classes, description: description,
      pages: page.map { [$0] } ?? [.a4Landscape, .a4Portrait])
    numberedRows = composition.numberedRows
    drawing = composition.drawing
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}

/// How the areas of a map are put into classes.
package enum Classification: Sendable, Equatable {
  /// By breaks made for the values on the map, so many beside the class for zero.
  case fitted(ClassificationMethod, classes: Int)
  /// By breaks chosen by a person or kept from an earlier map.
  case given(ClassBreaks)
}

/// Why a map could not be drawn.
package enum AreaMapError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The table has no areas.
  case noAreas
  /// The table lacks a column.
  case missingColumn(String)
  /// A column holds text where numbers are needed.
  case notNumeric(String)
  /// The values do not suit the classification.
  case unclassifiable(ClassBreaksError)

  /// The error in words.
  package var description: String {
    switch self {
    case .noAreas: "cannot draw a map: the table has no areas, at least one is needed"
    case .missingColumn(let name):
      "cannot draw a map of '\(name)': there is no such column"
    case .notNumeric(let name):
      "cannot draw a map of '\(name)': the column holds text, numbers are needed"
    case .unclassifiable(let error): error.description
    }
  }
}
