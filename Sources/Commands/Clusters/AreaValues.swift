import Boundaries
import CommandLineKit
import HotspotAnalysis
import Incidents
import Tables

/// The values of areas from a ready table.
struct AreaValues: Sendable {
  /// The value of each area; absent where the table has none.
  let values: [Double?]
  /// The column of the table that holds the codes.
  let codeField: String
  /// Where each row went.
  let reconciliation: Reconciliation
  /// The number of areas without a value.
  var absentCount: Int { values.count { $0 == nil } }

  /// What chance would give each area, where the values are whole numbers and so may be counts;
  /// absent for others, and for sums so large that they leave the normal distribution no doubt.
  var chance: IncidentChance? {
    let present = values.compactMap(\.self)
    guard present.allSatisfy({ $0 >= 0 && $0 == $0.rounded() }),
      present.reduce(0, +) <= 1e9
    else { return nil }
    return IncidentChance(amounts: values, spreads: [.places])
  }

  /// Reads a table and gives each area its value.
  ///
  /// Codes are looked for in the column that the user named, else in the one named like the
  /// boundaries' code field, else in the one with the most codes of areas.
  ///
  /// - Parameters:
  ///   - source: The file and its columns.
  ///   - layer: The areas.
  /// - Throws: ``IncidentError`` for files that cannot be read, ``AreaValuesError`` in all cases.
  init(_ source: ClusterSettings.ValueTable, for layer: BoundaryLayer) throws {
    let table = try DelimitedTable(path: source.path)
    func column(_ name: String) throws -> Int {
      guard let column = try table.column(named: name) else {
        throw AreaValuesError.noSuchColumn(path: table.path, name: name, header: table.header)
      }
      return column
    }
    let valueColumn = try column(source.field)
    let codeColumn =
      try source.codeField.map(column) ?? table.column(named: layer.codeField)
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
    self.values = values
    codeField = table.header[codeColumn]
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

/// Why the values of areas cannot be read from a table.
enum AreaValuesError: Error, Equatable, CustomStringConvertible, ExitStatusConvertible {
  /// The table lacks a column.
  case noSuchColumn(path: String, name: String, header: [String])
  /// No column holds codes of the areas.
  case noCodes(path: String, layer: String, header: [String])
  /// A code has two rows.
  case repeatedCode(path: String, code: String)
  /// No area gets a value.
  case noValue(path: String, code: String, value: String)

  var description: String {
    switch self {
    case .noSuchColumn(let path, let name, let header):
      "cannot read '\(path)': there is no column '\(name)', its columns are "
        + header.map { "'\($0)'" }.joined(separator: ", ")
    case .noCodes(let path, let layer, let header):
      "cannot read '\(path)': no column holds codes of '\(layer)', its columns are "
        + header.map { "'\($0)'" }.joined(separator: ", ")
        + "\n  help: name the column of codes with --values-code-field"
    case .repeatedCode(let path, let code):
      "cannot read '\(path)': the code '\(code)' has more than one row, one for each area is allowed"
    case .noValue(let path, let code, let value):
      "cannot read '\(path)': no code in '\(code)' is that of an area with a number in '\(value)', at "
        + "least one is needed"
    }
  }

  var exitStatus: ExitStatus { .badData }
}
