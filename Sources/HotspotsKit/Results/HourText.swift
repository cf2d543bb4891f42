import Cartography
package import Tables

/// Tables of hours as aligned text: the format `.txt`.
package struct HourText {
  private var lines: [String] = []

  /// The text, without a line break at the end.
  package var text: String { lines.joined(separator: "\n") }

  /// Lays out tables one below the other, each under its name if it has one.
  package init(_ tables: [HourTable]) {
    for table in tables {
      if !lines.isEmpty { lines.append("") }
      if let name = table.name { lines.append(name) }
      let places = NumberWords.placesForWeights(
        upTo: table.cells.joined().max() ?? 0)
      var rows = [["hour"] + HourTable.dayNames + ["Total"]]
      for hour in table.hoursFromDayStart {
        rows.append(
          [HourTable.hourNames[hour]]
            + (table.cells[hour] + [table.hourTotals[hour]]).map {
              NumberWords.decimal($0, places: places)
            })
      }
      rows.append(
        ["Total"]
          + (table.dayTotals + [table.total]).map { NumberWords.decimal($0, places: places) })
      append(rows)
    }
  }

  /// Appends a table of features: numbers with one decimal place, and three where a column has none
  /// above 1.
  package mutating func append(_ table: FeatureTable) {
    if !lines.isEmpty { lines.append("") }
    var rows = [table.columns.map(\.name)]
    for row in 0..<table.rowCount {
      rows.append(
        table.columns.map { column in
          switch column.values {
          case .text: column.values.description(at: row)
          case .integers(let values): values[row].map(NumberWords.grouped) ?? ""
          case .reals(let values):
            values[row].map { value in
              column.name.hasSuffix("share")
                ? NumberWords.percent(value)
                : NumberWords.decimal(value, places: Self.places(of: values))
            } ?? ""
          }
        })
    }
    append(rows)
  }

  /// Returns how many decimal places the numbers of a column have.
  private static func places(of values: [Double?]) -> Int {
    values.allSatisfy { abs($0 ?? 0) <= 1 } ? 3 : 1
  }

  /// Appends rows with the first column aligned left and the others right.
  private mutating func append(_ rows: [[String]]) {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    for row in rows {
      lines.append(
        zip(row, widths).enumerated().map { column, cell in
          let padding = String(repeating: " ", count: cell.1 - cell.0.count)
          return column == 0 ? cell.0 + padding : padding + cell.0
        }.joined(separator: "  "))
    }
  }
}
