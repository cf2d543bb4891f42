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
    /// The incidents counted in it: whole numbers, or with hours to keep the sum of their chances to
    /// lie in these.
    package var incidents: Double
    /// The place among all areas, ties sharing one.
    package var rank: Int
    /// Whether another area has as many.
    package var isTied = false
    /// Its number on the map; `nil` if it has none.
    package var number: Int?
    /// The incidents per square kilometre; `nil` for an area without a size.
    package var perSquareKilometre: Double?
    /// The incidents of each category, in the order of ``PackLayer/categories``.
    package var byCategory: [Double]
  }

  /// The name that its files have.
  package let name: String
  /// The word for the areas.
  package let noun: AreaNoun
  /// The areas in the order of their codes.
  package let areas: [Area]
  /// All incidents counted in the layer.
  package let total: Double
  /// The positions of the areas from the busiest down, equal ones in the order of their codes.
  private let order: [Int]
  /// Whether incidents count with their chance of lying in the hours to keep.
  package let isWeighted: Bool
  /// The names of the categories; empty where there are none.
  package let categories: [String]
  /// Where every row went.
  package let reconciliation: Reconciliation
  /// The map of incidents, as SVG.
  package let map: [UInt8]
  /// How the classes of the map were made, in words.
  package let classWords: String
  /// The classes of the map in words, with the number of areas in each, and the part of all incidents where
  /// classes are made by it.
  package let classes: [(label: String, areas: Int, share: Double?)]

  /// What the map and the tables may show in place of all incidents.
  package let choices: [CategoryChoice]
  /// The same on the map.
  let views: [AreaMap.View]
  /// The layers of the map that each view has its own of.
  let replacedLayers: [String]

  /// The identifiers of the shapes on the map, which may show a part of the areas only.
  private let shapes: Set<String>
  private let shapePrefix: String

  /// Reads the table of a layer.
  ///
  /// - Parameters:
  ///   - table: The columns `code`, `known_as` or `name`, `incidents`, `per_km2` and those of categories,
  ///     `incidents_` and their names; with hours to keep also `expected` and those of categories,
  ///     `expected_` and their names.
  ///   - noun: The word for the areas.
  ///   - categories: The names of the categories, in the order of their columns.
  ///   - reconciliation: Where every row went.
  ///   - map: The map of incidents, its identifiers different from those of other layers, with a view for
  ///     each choice.
  ///   - choices: What it may show in place of all incidents.
  ///   - classWords: How its classes were made, in words.
  package init(
    table: FeatureTable, noun: AreaNoun, categories: [String], reconciliation: Reconciliation,
    map: AreaMap, choices: [CategoryChoice] = [], classWords: String = "natural breaks"
  ) {
    precondition(choices.count == map.views.count, "PackLayer: choices and views differ")
    (self.choices, views, replacedLayers) = (choices, map.views, map.replacedLayers)
    self.classWords = classWords
    (name, self.noun) = (table.name, noun)
    self.categories = categories
    self.reconciliation = reconciliation
    self.map = map.svg()
    shapePrefix = map.drawing.identifierPrefix + "-"
    shapes = map.drawing.shapeNames
    let isWeighted = table[column: "expected"] != nil
    self.isWeighted = isWeighted
    let value = isWeighted ? "expected" : "incidents"
    let counts = table.columns.filter { $0.name.hasPrefix("\(value)_") }.map(\.values)
    precondition(counts.count == categories.count, "PackLayer: categories and columns differ")
    func number(_ values: ColumnValues?, _ row: Int) -> Double { values?.number(at: row) ?? 0 }
    func column(_ name: String) -> ColumnValues? { table[column: name]?.values }
    let (codes, names) = (column("code"), column("known_as") ?? column("name"))
    let (values, counted, rates) = (column(value), column("incidents"), column("per_km2"))
    let amounts = (0..<table.rowCount).map { number(values, $0) }
    let order = amounts.indices.sorted { (amounts[$1], $0) < (amounts[$0], $1) }
    let ranks = Self.ranks(amounts, order)
    (total, self.order) = (amounts.reduce(0, +), order)
    let sharers = Dictionary(ranks.map { ($0, 1) }, uniquingKeysWith: +)
    let numbers = Dictionary(
      uniqueKeysWithValues: zip(map.numberedRows, 1...map.numberedRows.count + 1))
    areas = (0..<table.rowCount).map { row in
      let code = codes?.description(at: row) ?? ""
      let name = names?.description(at: row) ?? ""
      let all = number(counted, row)
      return Area(
        code: code, name: name.isEmpty ? code : name, incidents: amounts[row], rank: ranks[row],
        isTied: sharers[ranks[row], default: 1] > 1, number: numbers[row],
        perSquareKilometre: rates?.number(at: row).map { all > 0 ? $0 * (amounts[row] / all) : $0 },
        byCategory: counts.map { number($0, row) })
    }
    let labels = LegendWords.labels(of: map.breaks, values: amounts, isWhole: !isWeighted)
    classes = zip(labels, map.classCounts).enumerated().map { place, members in
      (label: members.0, areas: members.1, share: map.classShares?[place])
    }
  }

  /// How many areas stand in the table of all of them: those of a layer that has views, which may list
  /// any; of a larger one the busiest.
  var listed: Int {
    areas.count > CategoryChoice.areaLimit ? HTMLTable.rowLimit : areas.count
  }

  /// Returns the identifier of an area's shape on the page; `nil` where the map does not show it.
  func shape(of area: Area) -> String? {
    let name = "area-" + XMLText.identifier(area.code)
    return shapes.contains(name) ? shapePrefix + name : nil
  }

  /// Returns a number of incidents in words: `1,200`, or `1,200.4` where they are expected ones.
  package func words(_ incidents: Double) -> String {
    NumberWords.decimal(incidents, places: isWeighted ? 1 : 0)
  }

  /// What is counted, in words: `incident` or `expected incident`.
  package func noun(for incidents: Double) -> String {
    let noun = plainNoun(for: incidents)
    return isWeighted ? "\(noun) (\(EstimateWords.full))" : noun
  }

  /// Returns the noun without saying how the number came about.
  func plainNoun(for incidents: Double) -> String {
    words(incidents) == "1" ? "incident" : "incidents"
  }

  /// Returns each value's place from the largest down; equal values share one: 1, 2, 2, 4.
  private static func ranks(_ values: [Double], _ order: [Int]) -> [Int] {
    var ranks = [Int](repeating: 0, count: values.count)
    for (place, index) in order.enumerated() {
      let isTie = place > 0 && values[order[place - 1]] == values[index]
      ranks[index] = isTie ? ranks[order[place - 1]] : place + 1
    }
    return ranks
  }

  /// The areas from the busiest down, equal ones in the order of their codes.
  package var ranked: [Area] { order.map { areas[$0] } }

  /// The categories with their incidents in all areas, from the most frequent down.
  package var categoryTotals: [(name: String, incidents: Double)] {
    categories.indices.map { category in
      (categories[category], areas.reduce(0) { $0 + $1.byCategory[category] })
    }
    .enumerated()
    .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
    .map { (name: $0.element.0, incidents: $0.element.1) }
  }
}
