package import Tables

/// A map of where values gather: hot spots in red, cold spots in blue, the rest in neutral.
///
/// Colours say how sure it is that chance alone did not gather them, not how high the values are.
/// The list names the significant high places, or the hotspots that these join to; nothing else is
/// numbered, because the highest of insignificant places are no finding. A map of change lists the
/// largest differences either way, and says of each whether there is evidence.
///
///     let map = try SignificanceMap(
///       of: scores, key: .hotAndCold, classOfUnit: classes.map { $0.map { $0 + 3 } },
///       description: description)
///     map.svg()   // the page, as SVG
package struct SignificanceMap: Sendable {
  /// The number of places in each class of the key.
  package let classCounts: [Int]
  /// The rows of the places that the map numbers, in the order of the numbers from 1; none where it
  /// numbers hotspots or names places.
  package let numberedRows: [Int]
  /// The page as layers of marks.
  package let drawing: Drawing

  /// Draws a map.
  ///
  /// - Parameters:
  ///   - table: The places, in a projected system in metres.
  ///   - key: The classes in words and colours.
  ///   - classOfUnit: The position of each place's class in the key; `nil` if nothing was
  ///     tested.
  ///   - hotspots: What is outlined, numbered and listed; `nil` for the significant high places.
  ///   - description: What the map says beside the places; its value's column ranks them.
  ///   - page: The page; else A4, the way round that shows the places larger.
  /// - Throws: ``AreaMapError/noAreas`` for a table without areas,
  ///   ``AreaMapError/missingColumn(_:)`` and ``AreaMapError/notNumeric(_:)`` for the value's
  ///   column.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  package init(
    of table: FeatureTable, key: SignificanceKey, classOfUnit: [Int?],
    hotspots: HotspotMarks? = nil, description: MapDescription, page: Page? = nil
  ) throws(AreaMapError) {
    var areas = try MappedAreas(of: table, description: description)
    if key.listsBothSides {
      areas.listBothSides()
    } else {
      areas.list { row in classOfUnit[row].map(key.listed.contains) ?? false }
    }
    let classes = try MapClasses(key: key, classOfArea: classOfUnit)
    classCounts = classes.counts
    let composition = MapComposition(
      areas: areas, classes: classes, hotspots: hotspots, description: description,
      pages: page.map { [$0] } ?? [.a4Landscape, .a4Portrait])
    numberedRows = composition.numberedRows
    drawing = composition.drawing
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}
