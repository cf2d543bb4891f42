import Cartography
import HotspotAnalysis
import Interchange
package import Tables

extension AoristicHours.Result {
  /// Returns what the incidents of each hour weigh, a table for each group or a single one; empty if
  /// categories are not weighed, or the tables are of areas.
  package func weightTables(dayStart: Int) -> [HourTable] {
    guard let weighing = reading.weighing, !categoryProfiles.isEmpty else { return [] }
    let tables = zip(weighing.values, categoryProfiles).map { value, profile in
      (table: profile.table(dayStart: dayStart), weight: value ?? 0)
    }
    let names: [String?] = method.grouping == nil ? [nil] : groups.map(\.name)
    let sums = names.indices.map { index in
      HourTable.weighted(
        names[index] == nil ? tables : [tables[index]], name: names[index], dayStart: dayStart)
    }
    let weight = zip(weighing.values, categoryProfiles).reduce(0) {
      $0 + ($1.0 ?? 0) * Double($1.1.incidents)
    }
    precondition(
      abs(sums.reduce(0) { $0 + $1.total } - weight) <= 1e-9 * max(weight, 1),
      "AoristicHours: the weights of the hours do not add up to that of all incidents")
    return sums
  }

  /// The columns `weight`, `weight_share` and `weight_rank` of each hour of the day, in the order of
  /// ``table``; the rows of totals have no rank.
  var weightColumns: [Column] {
    let tables = weightTables(dayStart: method.dayStart)
    if tables.isEmpty { return [] }
    func column(_ name: String, _ values: (HourTable) -> [Double?]) -> Column {
      Column(name, .reals(tables.flatMap(values)))
    }
    return [
      column("weight") { $0.hourTotals + [$0.total] },
      column("weight_share") { table in
        (table.hourTotals + [table.total]).map { table.total > 0 ? $0 / table.total : nil }
      },
      Column(
        "weight_rank",
        .integers(tables.flatMap { Column.weightRanks($0.hourTotals).map(Optional.some) + [nil] })),
    ]
  }

  /// When the incidents weigh most.
  var weightChoices: [Choice] {
    guard let weighing = reading.weighing, method.grouping != .area,
      let table = HourTable.sum(weightTables(dayStart: 0)), let peak = table.peak
    else { return [] }
    let weight = table.cells[peak.hour][peak.day]
    let hour = HourChartWords.time(hour: peak.hour, day: peak.day, in: table)
    return [
      Choice(
        "weight_peak",
        .object([.init("hour", .text(hour)), .init("weight", .real(weight))]),
        "busiest hour by \(weighing.weights.name): \(hour), an estimated \(Weighing.words(weight)) "
          + "(\(NumberWords.percent(weight / table.total)) of \(Weighing.words(table.total)))")
    ]
  }
}

extension HourTable {
  /// Returns the sum of tables; `nil` if there is none.
  fileprivate static func sum(_ tables: [HourTable]) -> HourTable? {
    tables.first.map { first in
      weighted(tables.map { ($0, 1) }, name: nil, dayStart: first.dayStart)
    }
  }
}
