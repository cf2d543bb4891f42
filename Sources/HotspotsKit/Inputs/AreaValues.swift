package import Boundaries
import HotspotAnalysis
import Incidents
package import Tables

/// The values of areas from a ready table.
package struct AreaValues: Sendable {
  /// The file and its columns.
  package let file: ValueFile
  /// The value of each area; `nil` if the table has none.
  package let values: [Double?]
  /// The column of the table that holds the codes.
  package let codeColumn: String
  /// Where each row went.
  package let reconciliation: Reconciliation
  /// The number of areas without a value.
  package var absentCount: Int { values.count { $0 == nil } }

  /// What chance would give each area, where the values are whole numbers and so may be counts;
  /// `nil` for others, and for sums so large that they leave the normal distribution no doubt.
  var chance: IncidentChance? {
    let present = values.compactMap(\.self)
    guard present.allSatisfy({ $0 >= 0 && $0 == $0.rounded() }),
      present.reduce(0, +) <= 1e9
    else { return nil }
    return IncidentChance(amounts: values, spreads: [.places])
  }

  /// Reads a table and gives each area its value.
  ///
  /// Codes are looked for in the column that was named, else in the one named like the
  /// boundaries' code field, else in the one with the most codes of areas.
  ///
  /// - Parameters:
  ///   - file: The file and its columns.
  ///   - layer: The areas.
  /// - Throws: ``IncidentError`` for files that cannot be read, ``AreaValuesError`` in all cases.
  package init(_ file: ValueFile, for layer: BoundaryLayer) throws {
    let table = try DelimitedTable(path: file.path)
    func column(_ name: String) throws -> Int {
      guard let column = try table.column(named: name) else {
        throw AreaValuesError.noSuchColumn(path: table.path, name: name, header: table.header)
      }
      return column
    }
    let valueColumn = try column(file.column)
    let codeColumn =
      try file.codeColumn.map(column) ?? table.column(named: layer.codeField)
      ?? Self.matchingColumn(of: table, layer)
    var values = [Double?](repeating: nil, count: layer.areaCount)
    var rowOfArea = [Int?](repeating: nil, count: layer.areaCount)
    var (rejected, outside) = ([String: Int](), [String: Int]())
    for (row, fields) in table.rows.enumerated() {
      guard let area = layer.area(withCode: fields[codeColumn]) else {
        outside["code_without_area", default: 0] += 1
        continue
      }
      guard rowOfArea[area] == nil else {
        throw AreaValuesError.repeatedCode(path: table.path, code: fields[codeColumn])
      }
      rowOfArea[area] = row
      let text = fields[valueColumn]
      guard let value = Double(text), value.isFinite else {
        rejected[text.isEmpty ? "value_empty" : "value_not_a_number", default: 0] += 1
        continue
      }
      values[area] = value
    }
    self.file = file
    self.values = values
    self.codeColumn = table.header[codeColumn]
    // Rejected comes before outside, but only codes of areas have their values looked at: the sums
    // close all the same.
    reconciliation = Reconciliation(
      layer: layer.name, read: table.rows.count, rejected: rejected, filtered: [:],
      withoutCoordinates: [:], outside: outside, assigned: values.count { $0 != nil })
    if reconciliation.assigned == 0 {
      throw AreaValuesError.noValue(
        path: table.path, code: table.header[codeColumn], value: table.header[valueColumn])
    }
  }

  private static func matchingColumn(
    of table: DelimitedTable, _ layer: BoundaryLayer
  ) throws(AreaValuesError) -> Int {
    let matches = table.header.indices.map { column in
      table.rows.count { layer.area(withCode: $0[column]) != nil }
    }
    guard let most = matches.max(), most > 0, let column = matches.firstIndex(of: most) else {
      throw .noCodes(path: table.path, layer: layer.name, header: table.header)
    }
    return column
  }
}
