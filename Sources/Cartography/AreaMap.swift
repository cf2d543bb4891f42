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
  /// The part of the sum of all values that each class holds; `nil` unless classes are made by it.
  package let classShares: [Double]?
  /// The rows of the areas that the map numbers, in the order of the numbers from 1; none where it
  /// names areas.
  package let numberedRows: [Int]
  /// The page as layers of marks.
  package let drawing: Drawing
  /// What the same areas may show in its place, in the same frame.
  package let views: [View]
  /// The names of the layers that each view has its own of.
  package let replacedLayers: [String]

  /// What the areas of a map may show in place of its values: a part of them.
  ///
  /// A view has all that tells of values: heading, key, list, numbers and notes. Only the areas,
  /// which take other colours, and what tells where they are stay those of the map.
  package struct View: Sendable {
    /// The class of each row; `nil` without a value.
    package let classOfRow: [Int?]
    /// The colour of each class.
    package let colours: [Colour?]
    /// The rows of the areas that it numbers, in the order of the numbers from 1.
    package let numberedRows: [Int]
    /// The title that browsers and screen readers give.
    package let title: String
    /// A sentence or two that say what is seen.
    package let summary: String
    /// What its layers' names begin with: `view-1`.
    package let name: String
    /// Its layers, the lowest first.
    let layers: [Layer]
  }

  /// Draws a map.
  ///
  /// - Parameters:
  ///   - table: The areas, in a projected system in metres, with the columns that the description
  ///     names. Codes differ from each other.
  ///   - description: What the map says beside the areas.
  ///   - classification: How areas are put into classes; give the breaks of an earlier map to be
  ///     comparable with it.
  ///   - page: The page; else A4, the way round that shows the areas larger.
  ///   - views: What the areas may show in place of this: other columns of the table, with what is
  ///     said of them; their classes are fitted, in the same way as those of the map if these are.
  /// - Throws: ``AreaMapError/noAreas`` for a table without areas,
  ///   ``AreaMapError/missingColumn(_:)`` and ``AreaMapError/notNumeric(_:)`` for the value's
  ///   column, and ``AreaMapError/unclassifiable(_:)`` for values that the classification does not
  ///   suit.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  package init(
    of table: FeatureTable, description: MapDescription,
    classification: Classification = .fitted(.naturalBreaks, classes: 5), page: Page? = nil,
    views: [MapDescription] = []
  ) throws(AreaMapError) {
    let areas = try MappedAreas(of: table, description: description)
    let classes = try MapClasses(areas: areas, classification: classification)
    breaks = classes.breaks
    classCounts = classes.counts
    classShares = classes.shares
    var faces: [MapComposition.Face] = []
    for view in views {
      let areas = try MappedAreas(of: table, description: view)
      faces.append(
        MapComposition.Face(
          areas: areas,
          classes: try MapClasses(areas: areas, classification: classification.ofViews),
          description: view))
    }
    let composition = MapComposition(
      areas: areas, classes: classes, description: description,
      pages: page.map { [$0] } ?? [.a4Landscape, .a4Portrait], views: faces)
    numberedRows = composition.numberedRows
    self.views = composition.drawnViews
    replacedLayers = composition.replacedLayers
    drawing = composition.drawing
  }

  /// Returns the page as an SVG document in UTF-8, with the views as hidden groups.
  package func svg() -> [UInt8] {
    SVGWriter(drawing, hidden: views.map { ($0.name, $0.layers) }).bytes
  }
}

/// How the areas of a map are put into classes.
package enum Classification: Sendable, Equatable {
  /// By breaks made for the values on the map, so many beside the class for zero.
  case fitted(ClassificationMethod, classes: Int)
  /// By breaks chosen by a person or kept from an earlier map.
  case given(ClassBreaks)

  /// How the views of a map are put into classes, whose values are others.
  fileprivate var ofViews: Classification {
    switch self {
    case .fitted: self
    case .given: .fitted(.equalShares, classes: 5)
    }
  }
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
