/// The rows of a table of weights, by the names and codes of their categories.
struct WeightEntries: Sendable {
  /// A value, and the row that has it.
  struct Entry: Sendable {
    var value: Double
    var row: Int
  }

  /// How many rows have a category and a value.
  private(set) var rowCount = 0
  private var byName: [String: Entry] = [:]
  private var byCode: [String: Entry] = [:]
  /// Classes of offences whose codes have numbers inside them, and names that are codes.
  private var byOtherCode: [String: Entry] = [:]
  private var severalByName: Set<String> = []
  private var severalByCode: Set<String> = []

  /// Reads the rows.
  ///
  /// Rows without a category or a value are notes and categories without one. Where a row has both
  /// a name and a code, a name may stand for several offences; it then has no value if theirs
  /// differ, as a class has none whose offences differ.
  ///
  /// - Throws: ``CategoryWeightsError/badValue(path:row:category:text:)``,
  ///   ``CategoryWeightsError/twoValues(path:category:first:second:)``.
  init(_ table: DelimitedTable, _ columns: WeightColumns) throws(CategoryWeightsError) {
    for (row, fields) in table.rows.enumerated() {
      let text = fields[columns.value]
      let name = columns.name.map { fields[$0] } ?? ""
      let code = columns.code.flatMap {
        OffenceCode(fields[$0], columns.subcode.map { fields[$0] })
      }
      if AbsentText.isAbsent(text) || (name.isEmpty && code == nil) { continue }
      guard let value = Self.number(text) else {
        throw .badValue(
          path: table.path, row: table.place(ofRow: row),
          category: name.isEmpty ? code?.text ?? "" : name, text: text)
      }
      let entry = Entry(value: value, row: row)
      rowCount += 1
      if let code {
        try Self.add(entry, code.text, code.text, table, to: &byCode)
        if !code.isOfClass {
          Self.add(entry, code.offenceClass, to: &byOtherCode, &severalByCode)
        }
        if !name.isEmpty { Self.add(entry, Self.key(name), to: &byName, &severalByName) }
      } else {
        try Self.add(entry, Self.key(name), name, table, to: &byName)
        if let code = OffenceCode(name) {
          Self.add(entry, code.text, to: &byOtherCode, &severalByCode)
        }
      }
    }
  }

  /// Returns the entry of a category by its name.
  func named(_ category: String) -> Entry? { byName[Self.key(category)] }

  /// Returns the entry of a category that is a code.
  func coded(_ category: String) -> Entry? {
    OffenceCode.readings(of: category).lazy.compactMap { byCode[$0] ?? byOtherCode[$0] }.first
  }

  /// Returns whether several values were found for a name or code.
  func isAmbiguous(_ category: String) -> Bool {
    severalByName.contains(Self.key(category))
      || OffenceCode.readings(of: category).contains(where: severalByCode.contains)
  }

  private static func key(_ name: String) -> String {
    CategoryName.columnKey(CategoryName.canonical(name))
  }

  /// Adds an entry whose key must have one value.
  private static func add(
    _ entry: Entry, _ key: String, _ name: String, _ table: DelimitedTable,
    to entries: inout [String: Entry]
  ) throws(CategoryWeightsError) {
    guard let first = entries[key] else {
      entries[key] = entry
      return
    }
    guard first.value == entry.value else {
      throw .twoValues(
        path: table.path, category: name,
        first: .init(row: table.place(ofRow: first.row), value: first.value),
        second: .init(row: table.place(ofRow: entry.row), value: entry.value))
    }
  }

  /// Adds an entry whose key has no value if there are several.
  private static func add(
    _ entry: Entry, _ key: String, to entries: inout [String: Entry], _ several: inout Set<String>
  ) {
    if several.contains(key) { return }
    guard let first = entries[key] else {
      entries[key] = entry
      return
    }
    if first.value == entry.value { return }
    entries[key] = nil
    several.insert(key)
  }

  /// Returns a number that incidents can count by: finite and not below zero.
  private static func number(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    guard isPlain, let value = Double(text), value >= 0, value <= RowReason.largestWeight else {
      return nil
    }
    return value
  }
}
