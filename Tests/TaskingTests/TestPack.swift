import Cartography
import Geometry
import Tables

@testable import Tasking

/// A pack of square areas in a row, for tests that need a small one.
struct TestPack {
  /// The names of the categories.
  var categories: [String] = []
  /// The incidents of each area by category; with no categories one number for each area.
  var counts: [[Int]]
  /// The name of an area; its code where there is none.
  var names: [String?] = []
  var noun = AreaNoun(codeField: "LSOA21CD", layer: "lsoa")
  var outside = ["outside_areas": 3]
  var withoutCoordinates: [String: Int] = [:]
  var notes: [String: Int] = [:]

  /// The areas and their counts.
  func table() throws -> FeatureTable {
    let totals = counts.map { $0.reduce(0, +) }
    let sum = totals.reduce(0, +)
    // Where each number first stands among them, the highest first.
    let ranks = Dictionary(
      totals.sorted(by: >).enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let codes = counts.indices.map { "A\($0 + 1)" }
    var outlines = OutlineTable()
    for index in counts.indices {
      let x = 530_000 + Double(index) * 500
      outlines.appendArea([
        [
          [(0, 0), (500, 0), (500, 500), (0, 500), (0, 0)].map {
            Point(x: x + $0.0, y: 180_000 + $0.1)
          }
        ]
      ])
    }
    var columns = [
      Column("code", .text(codes)),
      Column("name", .text(codes.indices.map { names.indices.contains($0) ? names[$0] : nil })),
      Column("incidents", .integers(totals)),
      Column("share", .reals(totals.map { Double($0) / Double(sum) })),
      Column("rank", .integers(totals.map { (ranks[$0] ?? 0) + 1 })),
      Column("per_km2", .reals(totals.map { Double($0) / 0.25 })),
    ]
    for category in categories.indices {
      columns.append(Column("incidents_\(category)", .integers(counts.map { $0[category] })))
    }
    return FeatureTable(
      name: "squares", columns: columns, geometry: .areas(outlines), crs: "EPSG:27700")
  }

  /// The layer.
  func layer(prefix: String = "layer-1") throws -> PackLayer {
    let table = try table()
    let choices = CategoryChoice.choices(of: table, categories: categories)
    let sum = counts.joined().reduce(0, +)
    var description = MapDescription(
      title: "Incidents", subtitle: "",
      value: MapValue(column: "incidents", label: "incidents", kind: .count))
    description.identifierPrefix = prefix
    var drawn = table
    let views = choices.map { choice in
      drawn.columns.append(Column("part_\(choice.name)", .integers(choice.values.map { Int($0) })))
      var view = description
      view.title = "Incidents: \(choice.name)"
      view.value.column = "part_\(choice.name)"
      return view
    }
    return PackLayer(
      table: table, noun: noun, categories: categories,
      reconciliation: Reconciliation(
        layer: "squares", read: sum + [outside, withoutCoordinates].flatMap(\.values).reduce(0, +),
        rejected: [:], filtered: [:],
        withoutCoordinates: withoutCoordinates, outside: outside, assigned: sum,
        assignedNotes: notes),
      map: try AreaMap(of: drawn, description: description, views: views), choices: choices)
  }

  /// Everything the page says.
  func contents(
    title: String = "Pack", marking: String? = nil, accuracyMetres: Double? = nil
  ) throws -> PackContents {
    PackContents(
      title: title, period: "May 2024", selection: "all categories", marking: marking,
      layers: [try layer(), try layer(prefix: "layer-2")],
      rowReasons: ["coordinates_empty": "a coordinate is empty"],
      rejectedExamples: ["file.csv:3: bad"],
      accuracyMetres: accuracyMetres, choices: [PackChoice("Columns", "x 'Easting'")],
      warnings: ["something is odd"], files: [PackFile("areas.csv", "the areas")],
      absences: [PackAbsence("hours.csv", "the incidents tell months only")])
  }
}
