import Assignment
import Boundaries
import Incidents
import Tables

/// The columns of a table that an index is made of, by area.
struct IndexedValues: Sendable {
  /// A column, with the value of each area.
  struct Column: Sendable {
    /// The name, as the table has it.
    let name: String
    /// The values; `nil` where the table has none.
    let values: [Double?]
  }

  /// The table's path.
  let path: String
  /// The columns, in the order in which they were asked for.
  let columns: [Column]
  /// The codes of the areas.
  let codes: [String]
  /// Their names; their codes without one.
  let names: [String]
  /// The column of the codes.
  let codeColumn: String
  /// The codes of the table that are no area's.
  let unknown: [String]
  /// The codes of the areas that have no row.
  let missing: [String]
  /// Where each row went; `assigned` are the rows of an area.
  let reconciliation: Reconciliation

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - index: The table and its columns.
  ///   - layer: The areas; `nil` for those that the table has.
  /// - Throws: ``IncidentError``, ``AreaValuesError``, ``CompositeIndexError``.
  init(_ index: CompositeIndex, for layer: BoundaryLayer?) throws {
    let wanted = (index.columns.map(\.name) + [index.codeColumn].compactMap(\.self))
      .map { $0.lowercased() }
    let table = try DelimitedTable(path: index.path) { header in
      wanted.allSatisfy { name in header.contains { $0.lowercased() == name } }
    }
    func column(_ name: String) throws -> Int {
      guard let column = try table.column(named: name) else {
        throw AreaValuesError.noSuchColumn(path: table.path, name: name, header: table.header)
      }
      return column
    }
    let places = try index.columns.map { try column($0.name) }
    for (position, place) in places.enumerated() where places[..<position].contains(place) {
      throw CompositeIndexError.repeatedColumn(table.header[place])
    }
    let areas = layer.map(AreaNames.init)
    let codeColumn =
      try index.codeColumn.map(column)
      ?? Self.codeColumn(of: table, beside: places, areas, layer)
    let rows = try Self.rows(of: table, codeColumn: codeColumn, areas, layer)
    if rows.ofArea.isEmpty || rows.ofArea.allSatisfy({ $0 == nil }) {
      throw CompositeIndexError.noRows(path: table.path, code: table.header[codeColumn])
    }
    path = table.path
    self.codeColumn = table.header[codeColumn]
    columns = try places.map { place in
      Column(
        name: table.header[place], values: try Self.numbers(of: table, rows.ofArea, column: place))
    }
    if let layer {
      (codes, names) = (layer.codes, layer.names)
      missing = layer.codes.indices.filter { rows.ofArea[$0] == nil }.map { layer.codes[$0] }
    } else {
      let own = rows.ofArea.compactMap(\.self)
      codes = own.map { table.rows[$0][codeColumn] }
      let nameColumn = Self.nameColumn(of: table, beside: places + [codeColumn])
      names = own.map { table.rows[$0][nameColumn ?? codeColumn] }
      missing = []
    }
    unknown = rows.unknown
    reconciliation = Reconciliation(
      layer: layer?.name, read: table.rows.count,
      rejected: rows.withoutCode > 0 ? ["code_empty": rows.withoutCode] : [:], filtered: [:],
      withoutCoordinates: [:],
      outside: unknown.isEmpty ? [:] : ["code_without_area": unknown.count],
      assigned: rows.ofArea.count { $0 != nil })
  }

  // MARK: -

  /// The rows of a table by area.
  private struct Rows {
    /// The row of each area; `nil` for none.
    var ofArea: [Int?]
    /// The codes that are no area's.
    var unknown: [String] = []
    /// The rows without a code.
    var withoutCode = 0
  }

  private static func rows(
    of table: DelimitedTable, codeColumn: Int, _ areas: AreaNames?, _ layer: BoundaryLayer?
  ) throws(AreaValuesError) -> Rows {
    var rows = Rows(ofArea: [Int?](repeating: nil, count: layer?.areaCount ?? 0))
    var seen: Set<String> = []
    for (row, fields) in table.rows.enumerated() {
      let code = fields[codeColumn]
      if code.isEmpty {
        rows.withoutCode += 1
      } else if let areas {
        guard let area = areas.area(of: code) else {
          rows.unknown.append(code)
          continue
        }
        if rows.ofArea[area] != nil { throw .repeatedCode(path: table.path, code: code) }
        rows.ofArea[area] = row
      } else {
        if !seen.insert(code).inserted { throw .repeatedCode(path: table.path, code: code) }
        rows.ofArea.append(row)
      }
    }
    return rows
  }

  private static func numbers(
    of table: DelimitedTable, _ rowOfArea: [Int?], column: Int
  ) throws(AreaValuesError) -> [Double?] {
    let rows = rowOfArea.compactMap(\.self)
    let numbers: NumberColumn
    do throws(NumberColumn.Fault) {
      numbers = try NumberColumn(
        rows.map { table.rows[$0][column] }, mayHaveDecimalCommas: table.hasSemicolons)
    } catch {
      throw AreaValuesError(error, table, rows: rows, column: column)
    }
    var values = [Double?](repeating: nil, count: rowOfArea.count)
    let areas = rowOfArea.indices.filter { rowOfArea[$0] != nil }
    for (area, number) in zip(areas, numbers.values) { values[area] = number }
    return values
  }

  /// Returns the column of the codes: named like the boundaries' code field, else the one with most codes
  /// or names of areas; without areas the first that is no value.
  private static func codeColumn(
    of table: DelimitedTable, beside values: [Int], _ areas: AreaNames?, _ layer: BoundaryLayer?
  ) throws -> Int {
    guard let areas, let layer else {
      guard let first = table.header.indices.first(where: { !values.contains($0) }) else {
        throw AreaValuesError.noCodes(path: table.path, layer: "areas", header: table.header)
      }
      return first
    }
    if let named = try table.column(named: layer.codeField) { return named }
    let matches = table.header.indices.map { column in
      table.rows.count { areas.area(of: $0[column]) != nil }
    }
    guard let most = matches.max(), most > 0, let column = matches.firstIndex(of: most) else {
      throw AreaValuesError.noCodes(path: table.path, layer: layer.name, header: table.header)
    }
    return column
  }

  /// Returns the first column of text beside codes and values: names, if the table has some.
  private static func nameColumn(of table: DelimitedTable, beside taken: [Int]) -> Int? {
    table.header.indices.first { column in
      !taken.contains(column)
        && table.rows.allSatisfy { !$0[column].isEmpty && Double($0[column]) == nil }
    }
  }
}
