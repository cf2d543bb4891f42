import Assignment
import HotspotAnalysis
import Incidents
import Tables

/// The areas of an assessment beside those of an earlier one, by their codes.
struct AreasSince {
  /// An area that leads now, or led then.
  struct Area {
    let code: String
    let name: String
    /// Its incidents and its place; `nil` if the earlier one does not have the area.
    let earlier: (incidents: Int, rank: Int)?
    let now: (incidents: Int, rank: Int)
    /// Its places by weight; `nil` if either does not weigh.
    let weightRanks: (earlier: Int, now: Int)?
  }

  /// How many areas lead.
  static let leading = 10
  /// The areas of both.
  let shared: Int
  /// The areas of the earlier one, and of this one.
  let counts: (earlier: Int, now: Int)
  /// The incidents of all areas.
  let totals: (earlier: Int, now: Int)
  /// The areas that lead now or led then, those that lead now first.
  let areas: [Area]

  /// Sets two tables of areas side by side.
  init(_ earlier: DelimitedTable, _ now: FeatureTable) {
    let codes = now.texts("code")
    let incidents = now.whole("incidents")
    let ranks = LayerCounts.ranks(incidents.map(Double.init))
    let names = now.texts("name")
    let weights = now[column: "weight_rank"] == nil ? nil : now.whole("weight_rank")
    let before = (earlier.numbers("incidents") ?? []).map { Int($0 ?? 0) }
    let beforeRanks = LayerCounts.ranks(before.map(Double.init))
    let beforeWeights = earlier.numbers("weight_rank")
    let places = Dictionary(
      (earlier.texts("code") ?? []).enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    shared = codes.count { places[$0] != nil }
    counts = (before.count, codes.count)
    totals = (before.reduce(0, +), incidents.reduce(0, +))
    // Of fewer than ten incidents nobody says that they lead.
    func leads(_ incidents: Int, _ rank: Int) -> Bool {
      rank <= Self.leading && incidents >= SmallNumbers.fewest
    }
    areas = codes.indices.compactMap { area -> Area? in
      let place = places[codes[area]]
      let then = place.map { (incidents: before[$0], rank: beforeRanks[$0]) }
      guard
        leads(incidents[area], ranks[area])
          || then.map({ leads($0.incidents, $0.rank) }) ?? false
      else { return nil }
      return Area(
        code: codes[area], name: names[area].isEmpty ? codes[area] : names[area], earlier: then,
        now: (incidents[area], ranks[area]),
        weightRanks: place.flatMap { place in
          guard let weights, let then = beforeWeights?[place] else { return nil }
          return (Int(then), weights[area])
        })
    }.sorted { ($0.now.rank, $0.code) < ($1.now.rank, $1.code) }
  }

  /// Whether an area leads, then and now.
  static func led(_ area: Area) -> Bool {
    area.earlier.map { $0.rank <= leading && $0.incidents >= SmallNumbers.fewest } ?? false
  }
  static func leads(_ area: Area) -> Bool {
    area.now.rank <= leading && area.now.incidents >= SmallNumbers.fewest
  }

  /// The areas that lead now and did not, and those that led and do not.
  var came: [Area] { areas.filter { Self.leads($0) && !Self.led($0) } }
  var went: [Area] { areas.filter { !Self.leads($0) && Self.led($0) } }

  /// A row for each of ``areas``: `code`, `name`, `incidents_earlier`, `incidents`, `rank_earlier`, `rank`,
  /// with weights `weight_rank_earlier` and `weight_rank`, and `leading`: `stayed`, `came` or `went`.
  var table: FeatureTable {
    var columns = [
      Column("code", .text(areas.map(\.code))), Column("name", .text(areas.map(\.name))),
      Column("incidents_earlier", .integers(areas.map { $0.earlier?.incidents })),
      Column("incidents", .integers(areas.map(\.now.incidents))),
      Column("rank_earlier", .integers(areas.map { $0.earlier?.rank })),
      Column("rank", .integers(areas.map(\.now.rank))),
    ]
    if areas.contains(where: { $0.weightRanks != nil }) {
      columns += [
        Column("weight_rank_earlier", .integers(areas.map { $0.weightRanks?.earlier })),
        Column("weight_rank", .integers(areas.map { $0.weightRanks?.now })),
      ]
    }
    columns.append(
      Column(
        "leading",
        .text(
          areas.map { area in
            Self.led(area) ? Self.leads(area) ? "stayed" : "went" : "came"
          })))
    return FeatureTable(name: "since-areas", columns: columns)
  }
}

extension FeatureTable {
  /// Returns the texts of a column, empty where there are none.
  func texts(_ name: String) -> [String] {
    (0..<rowCount).map { self[column: name]?.values.description(at: $0) ?? "" }
  }

  /// Returns the whole numbers of a column, nought where there are none.
  func whole(_ name: String) -> [Int] {
    (0..<rowCount).map { Int(self[column: name]?.values.number(at: $0) ?? 0) }
  }

  /// Returns the number that a row has in a column; `nil` if either is missing.
  ///
  /// - Parameters:
  ///   - name: The name of the column.
  ///   - key: What stands in the first column of the row.
  /// - Returns: The number.
  func number(_ name: String, of key: String) -> Double? {
    guard let first = columns.first,
      let row = (0..<rowCount).first(where: { first.values.description(at: $0) == key })
    else { return nil }
    return self[column: name]?.values.number(at: row)
  }
}
