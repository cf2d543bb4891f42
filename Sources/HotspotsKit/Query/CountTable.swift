import Assignment
import Boundaries
import Incidents
import Tables

/// Lays out what a query counted.
struct CountTable {
  private let shares: [(counts: SelectionCounter.Counts, categories: [String])]
  private let hours: [RowContent]

  /// Takes what the workers counted.
  ///
  /// - Parameters:
  ///   - shares: The counts, with the names of each worker's categories.
  ///   - hours: The columns about the hours asked for.
  init(
    _ shares: [(counts: SelectionCounter.Counts, categories: [String])], hours: [RowContent]
  ) {
    self.shares = shares
    self.hours = hours
  }

  /// Returns the table: a row for each group, in the order of months and codes, the most frequent
  /// category first; groups add up to all that was selected.
  ///
  /// - Parameters:
  ///   - grouping: What was counted by.
  ///   - layer: The areas, if they were counted by.
  /// - Returns: The columns that name the group, `incidents`, `share`, and those of the hours.
  func table(by grouping: QueryGrouping, layer: BoundaryLayer?) -> FeatureTable {
    switch grouping {
    case .all: table(naming: [], [merged[0] ?? ExpectedCount()])
    case .category: categories()
    case .month: months()
    case .area: areas(of: layer)
    }
  }

  // MARK: -

  private var merged: [Int: ExpectedCount] {
    var merged: [Int: ExpectedCount] = [:]
    for (counts, _) in shares { merged.merge(counts.groups) { $0.adding($1) } }
    return merged
  }

  private func table(naming names: [Column], _ counts: [ExpectedCount]) -> FeatureTable {
    let total = counts.reduce(0) { $0 + $1.incidents }
    var columns = names
    columns.append(Column("incidents", .integers(counts.map(\.incidents))))
    if !names.isEmpty {
      columns.append(
        Column(
          "share",
          .reals(counts.map { total == 0 ? nil : Double($0.incidents) / Double(total) })))
    }
    for content in hours {
      let values: ColumnValues =
        switch content {
        case .must: .integers(counts.map(\.must))
        case .could: .integers(counts.map(\.could))
        default: .reals(counts.map(\.expected))
        }
      columns.append(Column("\(content)", values))
    }
    return FeatureTable(name: "counts", columns: columns)
  }

  private func categories() -> FeatureTable {
    var counts: [String: ExpectedCount] = [:]
    for (share, names) in shares {
      for (number, count) in share.groups {
        counts[names[number], default: ExpectedCount()].merge(count)
      }
    }
    let order = counts.sorted { ($1.value.incidents, $0.key) < ($0.value.incidents, $1.key) }
    return table(
      naming: [Column("category", .text(order.map(\.key)))], order.map(\.value))
  }

  private func months() -> FeatureTable {
    let merged = merged
    let known = merged.keys.filter { $0 != SelectionCounter.undated }
    // Months without incidents between the first and the last have their row.
    var groups: [Int] = []
    if let first = known.min(), let last = known.max() { groups += first...last }
    if merged[SelectionCounter.undated] != nil { groups.append(SelectionCounter.undated) }
    return table(
      naming: [
        Column(
          "month",
          .text(
            groups.map { group in
              guard group != SelectionCounter.undated else { return nil }
              let date = CivilDate(year: group / 12, month: group % 12 + 1, day: 1)
              return date.map { String($0.description.prefix(7)) }
            }))
      ], groups.map { merged[$0] ?? ExpectedCount() })
  }

  private func areas(of layer: BoundaryLayer?) -> FeatureTable {
    let merged = merged
    var groups = Array(0..<(layer?.areaCount ?? 0))
    let nowhere = merged[SelectionCounter.nowhere] != nil
    if nowhere { groups.append(SelectionCounter.nowhere) }
    let codes = (layer?.codes ?? []).map(String?.some) + (nowhere ? [nil] : [])
    let names = (layer?.names ?? []).map(String?.some) + (nowhere ? [nil] : [])
    return table(
      naming: [Column("code", .text(codes)), Column("name", .text(names))],
      groups.map { merged[$0] ?? ExpectedCount() })
  }
}

extension ExpectedCount {
  fileprivate func adding(_ other: ExpectedCount) -> ExpectedCount {
    var sum = self
    sum.merge(other)
    return sum
  }
}
