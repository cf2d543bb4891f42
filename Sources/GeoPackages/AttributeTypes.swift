/// What the values of columns turn out to be, where only reading all of them tells.
///
/// Text stays text until the end. Only then are columns whose every value is a number made columns
/// of numbers, and those of days or instants called that, so that a column with one odd value loses
/// nothing.
struct AttributeTypes {
  /// What the values of a column are so far.
  private enum Kind {
    case unknown, integer, real, date, dateTime, text
  }

  private let layer: GeoPackageLayer
  private var kinds: [Kind]

  init(_ layer: GeoPackageLayer) {
    self.layer = layer
    kinds = layer.columns.map { $0.kind == .attribute || $0.kind == .moment ? .unknown : .text }
  }

  /// Takes a value of a column into account.
  mutating func observe(_ value: ArraySlice<UInt8>, column: Int) {
    guard kinds[column] != .text else { return }
    let own =
      layer.columns[column].kind == .moment ? Self.moment(of: value) : Self.kind(of: value)
    switch (kinds[column], own) {
    case (.unknown, _), (.integer, .real): kinds[column] = own
    case (let known, _) where known == own: break
    case (.real, .integer): break
    default: kinds[column] = .text
    }
  }

  /// The columns of times whose values are no single kind of time, so that they stay text.
  var mixedMoments: [String] {
    layer.columns.indices.filter { layer.columns[$0].kind == .moment && kinds[$0] == .text }
      .map { layer.columnNames[$0] }
  }

  /// Returns what a value is: a day `2017-03-31`, an instant `2017-03-31T22:15:00.000Z`, or text.
  private static func moment(of value: ArraySlice<UInt8>) -> Kind {
    let pattern = Array("0000-00-00T00:00:00.000Z".utf8)
    guard value.count == 10 || value.count == pattern.count else { return .text }
    let fits = zip(value, pattern).allSatisfy { byte, wanted in
      wanted == UInt8(ascii: "0") ? byte &- wanted <= 9 : byte == wanted
    }
    guard fits else { return .text }
    return value.count == 10 ? .date : .dateTime
  }

  /// Returns what a value is: a number only where the number is written as itself, so that `007`,
  /// `+1`, `1.50` and `12345678901234567890` are text.
  private static func kind(of value: ArraySlice<UInt8>) -> Kind {
    guard let first = value.first, value.count <= 24,
      first == UInt8(ascii: "-") || first &- UInt8(ascii: "0") <= 9
    else { return .text }
    let text = String(decoding: value, as: UTF8.self)
    if let number = Int(text) { return String(number) == text ? .integer : .text }
    guard let number = Double(text), number.isFinite, "\(number)" == text else { return .text }
    return .real
  }

  /// Makes columns of numbers, days and instants of those whose every value is one.
  ///
  /// The type of a column stands in the text that made its table, which is rewritten; SQLite calls
  /// that safe for a change of type (https://www.sqlite.org/lang_altertable.html#otheralter).
  func apply(to database: Database) throws(DatabaseError) {
    var settled = layer
    var changes: [String] = []
    for (column, name) in layer.columnNames.enumerated()
    where layer.columns[column].kind == .attribute || layer.columns[column].kind == .moment {
      settled.columns[column].kind =
        switch kinds[column] {
        case .integer: .integer
        case .real: .real
        case .date: .date
        case .dateTime: .dateTime
        case .unknown: layer.columns[column].kind == .moment ? .dateTime : .text
        case .text: .text
        }
      if kinds[column] == .integer || kinds[column] == .real {
        let quoted = GeoPackageSchema.quoted(name)
        changes.append("\(quoted) = CAST(\(quoted) AS \(settled.columns[column].kind.sql))")
      }
    }
    let isSettled = zip(layer.columns, settled.columns).allSatisfy { $0.kind.sql == $1.kind.sql }
    if isSettled { return }
    let version = try Statement("PRAGMA schema_version", in: database)
    _ = try version.step()
    let next = version.integer(0) + 1
    try database.execute("PRAGMA writable_schema = ON")
    let rewriting = try Statement(
      "UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?", in: database)
    rewriting.bind(GeoPackageSchema.table(of: settled), 1)
    rewriting.bind(layer.tableName, 2)
    try rewriting.run()
    try database.execute("PRAGMA schema_version = \(next); PRAGMA writable_schema = OFF")
    // Days and instants are text in SQLite, whatever their column is called.
    if changes.isEmpty { return }
    try database.execute(
      "UPDATE \(GeoPackageSchema.quoted(layer.tableName)) SET \(changes.joined(separator: ", "))")
  }
}
