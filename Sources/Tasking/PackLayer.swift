package import Cartography
package import Tables

/// A layer of areas with its counts and its map, ready for the page.
package struct PackLayer: Sendable {
  /// One area of the layer.
  package struct Area: Sendable, Equatable {
    /// The code.
    package var code: String
    /// The name; the code where there is none.
    package var name: String
    /// The incidents counted in it.
    package var incidents: Int
    /// The place among all areas, ties sharing one.
    package var rank: Int
    /// The incidents per square kilometre; absent for an area without a size.
    package var perSquareKilometre: Double?
    /// The incidents of each category, in the order of ``PackLayer/categories``.
    package var byCategory: [Int]
  }

  /// The word for the areas.
  package let noun: AreaNoun
  /// The areas in the order of their codes.
  package let areas: [Area]
  /// The names of the categories; empty where there are none.
  package let categories: [String]
  /// Where every row went.
  package let reconciliation: Reconciliation
  /// The map of incidents, as SVG.
  package let map: [UInt8]
  /// The classes of the map in words, with the number of areas in each.
  package let classes: [(label: String, areas: Int)]

  /// The identifiers of the shapes on the map, which may show a part of the areas only.
  private let shapes: Set<String>
  private let shapePrefix: String

  /// Reads the table of a layer.
  ///
  /// - Parameters:
  ///   - table: The columns `code`, `name`, `incidents`, `rank`, `per_km2` and those of categories.
  ///   - noun: The word for the areas.
  ///   - categories: The names of the categories, in the order of their columns.
  ///   - reconciliation: Where every row went.
  ///   - map: The map of incidents, its identifiers different from those of other layers.
  package init(
    table: FeatureTable, noun: AreaNoun, categories: [String], reconciliation: Reconciliation,
    map: AreaMap
  ) {
    self.noun = noun
    self.categories = categories
    self.reconciliation = reconciliation
    self.map = map.svg()
    shapePrefix = map.drawing.identifierPrefix + "-"
    var shapes: Set<String> = []
    for case .shapes(let group) in map.drawing.layers.flatMap(\.marks) {
      shapes.formUnion(group.shapes.map(\.name))
    }
    self.shapes = shapes
    let counts = table.columns.filter { $0.name.hasPrefix("incidents_") }.map(\.values)
    precondition(counts.count == categories.count, "PackLayer: categories and columns differ")
    func whole(_ values: ColumnValues?, _ row: Int) -> Int { Int(values?.number(at: row) ?? 0) }
    func column(_ name: String) -> ColumnValues? { table[column: name]?.values }
    let (codes, names) = (column("code"), column("name"))
    let (incidents, ranks, rates) = (column("incidents"), column("rank"), column("per_km2"))
    areas = (0..<table.rowCount).map { row in
      let code = codes?.description(at: row) ?? ""
      let name = names?.description(at: row) ?? ""
      return Area(
        code: code, name: name.isEmpty ? code : name, incidents: whole(incidents, row),
        rank: whole(ranks, row), perSquareKilometre: rates?.number(at: row),
        byCategory: counts.map { whole($0, row) })
    }
    let labels = LegendWords.labels(
      of: map.breaks, values: areas.map { Double($0.incidents) }, isWhole: true)
    classes = zip(labels, map.classCounts).map { (label: $0, areas: $1) }
  }

  /// Returns the identifier of an area's shape on the page; `nil` where the map does not show it.
  func shape(of area: Area) -> String? {
    let name = "area-" + XMLText.identifier(area.code)
    return shapes.contains(name) ? shapePrefix + name : nil
  }

  /// All incidents counted in the layer.
  package var total: Int { areas.reduce(0) { $0 + $1.incidents } }

  /// The areas from the busiest down, equal ones in the order of their codes.
  package var ranked: [Area] {
    areas.enumerated().sorted {
      ($1.element.incidents, $0.offset) < ($0.element.incidents, $1.offset)
    }.map(\.element)
  }

  /// The categories with their incidents in all areas, from the most frequent down.
  package var categoryTotals: [(name: String, incidents: Int)] {
    categories.indices.map { category in
      (categories[category], areas.reduce(0) { $0 + $1.byCategory[category] })
    }
    .enumerated()
    .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
    .map { (name: $0.element.0, incidents: $0.element.1) }
  }
}
