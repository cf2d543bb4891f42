package import Boundaries
import HotspotAnalysis
import Incidents
package import Tables

/// The values of areas from a ready table.
package struct AreaValues: Sendable {
  /// The file and its columns.
  package let file: ValueFile
  /// What the values are for.
  package let purpose: ValuePurpose
  /// The value of each area; `nil` if the table has none.
  package let values: [Double?]
  /// The name of the column of the values, as the table has it.
  package let column: String
  /// The column of the table that holds the codes.
  package let codeColumn: String
  /// Whether the values are written with a percent sign.
  package let arePercentages: Bool
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
  /// boundaries' code field, else in the one with the most codes of areas. Where no code is the same
  /// to the letter, upper and lower case are.
  ///
  /// - Parameters:
  ///   - file: The file and its columns.
  ///   - layer: The areas.
  ///   - purpose: What the values are for.
  /// - Throws: ``IncidentError`` for files that cannot be read, ``AreaValuesError`` in all cases.
  /// - Complexity: O(*r* log *n*) for *r* rows and *n* areas.
  package init(
    _ file: ValueFile, for layer: BoundaryLayer, as purpose: ValuePurpose = .values
  ) throws {
    let wanted = [file.column, file.codeColumn].compactMap { $0?.lowercased() }
    let table = try DelimitedTable(path: file.path) { header in
      wanted.allSatisfy { name in header.contains { $0.lowercased() == name } }
    }
    func column(_ name: String) throws -> Int {
      guard let column = try table.column(named: name) else {
        throw AreaValuesError.noSuchColumn(path: table.path, name: name, header: table.header)
      }
      return column
    }
    let codes = AreaCodes(of: layer)
    let valueColumn = try column(file.column)
    let codeColumn =
      try file.codeColumn.map(column) ?? table.column(named: layer.codeField)
      ?? Self.matchingColumn(of: table, codes, layer, purpose)
    var rowOfArea = [Int?](repeating: nil, count: layer.areaCount)
    var outside: [String: Int] = [:]
    for (row, fields) in table.rows.enumerated() {
      guard let area = codes.area(withCode: fields[codeColumn]) else {
        outside["code_without_area", default: 0] += 1
        continue
      }
      guard rowOfArea[area] == nil else {
        throw AreaValuesError.repeatedCode(path: table.path, code: fields[codeColumn])
      }
      rowOfArea[area] = row
    }
    let rows = rowOfArea.compactMap(\.self)
    let texts = rows.map { table.rows[$0][valueColumn] }
    let numbers: NumberColumn
    do throws(NumberColumn.Fault) {
      numbers = try NumberColumn(texts, mayHaveDecimalCommas: table.hasSemicolons)
    } catch {
      throw AreaValuesError(error, table, rows: rows, column: valueColumn)
    }
    var values = [Double?](repeating: nil, count: layer.areaCount)
    var rejected: [String: Int] = [:]
    for (place, row) in rows.enumerated() {
      guard let value = numbers.values[place] else {
        rejected[texts[place].isEmpty ? "value_empty" : "value_absent", default: 0] += 1
        continue
      }
      if purpose == .population && value < 0 {
        throw AreaValuesError.negativePopulation(
          place: "'\(table.path)', \(table.place(ofRow: row))", found: texts[place],
          column: table.header[valueColumn])
      }
      if let area = codes.area(withCode: table.rows[row][codeColumn]) { values[area] = value }
    }
    self.file = file
    self.purpose = purpose
    self.values = values
    self.column = table.header[valueColumn]
    self.codeColumn = table.header[codeColumn]
    arePercentages = numbers.arePercentages
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
    of table: DelimitedTable, _ codes: AreaCodes, _ layer: BoundaryLayer, _ purpose: ValuePurpose
  ) throws(AreaValuesError) -> Int {
    let matches = table.header.indices.map { column in
      table.rows.count { codes.area(withCode: $0[column]) != nil }
    }
    guard let most = matches.max(), most > 0, let column = matches.firstIndex(of: most) else {
      throw .noCodes(
        path: table.path, layer: layer.name, header: table.header, purpose: purpose)
    }
    return column
  }
}

/// The codes of a layer, looked up as people type them.
private struct AreaCodes {
  private let layer: BoundaryLayer
  /// The areas by their codes in lower case; `nil` for two that differ in case only.
  private let folded: [String: Int?]

  init(of layer: BoundaryLayer) {
    self.layer = layer
    folded = Dictionary(
      layer.codes.enumerated().map { ($1.lowercased(), Optional($0)) },
      uniquingKeysWith: { _, _ in nil })
  }

  func area(withCode code: String) -> Int? {
    layer.area(withCode: code) ?? folded[code.lowercased()] ?? nil
  }
}
