package import Tables

/// A map of where values gather: hot spots in red, cold spots in blue, the rest in neutral.
///
/// Colours say how sure it is that chance alone did not gather them, not how high the values are.
///
///     let map = try SignificanceMap(
///       of: scores, key: .hotAndCold, classOfPlace: classes.map { $0.map { $0 + 3 } },
///       description: description)
///     map.svg()   // the page, as SVG
package struct SignificanceMap: Sendable {
  /// The number of places in each class of the key.
  package let classCounts: [Int]
  /// The page as layers of marks.
  package let drawing: Drawing

  /// Draws a map.
  ///
  /// - Parameters:
  ///   - table: The places, in a projected system in metres.
  ///   - key: The classes in words and colours.
  ///   - classOfPlace: The position of each place's class in the key; absent where nothing was
  ///     tested.
  ///   - description: What the map says beside the places; its value's column ranks them.
  ///   - page: The page; else A4, the way round that shows the places larger.
  /// - Throws: ``AreaMapError/noAreas`` for a table without areas, ``AreaMapError/missingColumn(_:)``
  ///   and ``AreaMapError/notNumeric(_:)`` for the value's column.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  package init(
    of table: FeatureTable, key: SignificanceKey, classOfPlace: [Int?],
    description: MapDescription, page: Page? = nil
  ) throws(AreaMapError) {
    let areas = try MappedAreas(of: table, description: description)
    let classes = try MapClasses(key: key, classOfArea: classOfPlace)
    classCounts = classes.counts
    drawing =
      MapComposition(
        areas: areas, classes: classes, description: description,
        pages: page.map { [$0] } ?? [.a4Landscape, .a4Portrait]
      ).drawing
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}
