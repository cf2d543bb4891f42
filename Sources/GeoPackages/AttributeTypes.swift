/// What the values of columns turn out to be, where only reading all of them tells.
///
/// Text stays text until the end. Only then are columns whose every value is a number made columns
/// of numbers, so that a column with one odd value loses nothing.
struct AttributeTypes {
  /// What the values of a column are so far.
  private enum Kind {
    case unknown, integer, real, text
  }

  private let layer: GeoPackageLayer
  private var kinds: [Kind]

  init(_ layer: GeoPackageLayer) {
    self.layer = layer
    kinds = layer.columns.map { $0.kind == .attribute ? .unknown : .text }
  }

  /// Takes a value of a column into account.
  mutating func observe(_ value: ArraySlice<UInt8>, column: Int) {
    switch kinds[column] {
    case .text: return
    case .unknown: kinds[column] = Self.kind(of: value)
    case .integer, .real:
      let own = Self.kind(of: value)
      if own == .text || kinds[column] == .integer { kinds[column] = own }
    }
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

  /// Makes columns of numbers of those whose every value is one.
  ///
  /// The type of a column stands in the text that made its table, which is rewritten; SQLite calls
  /// that safe for a change of type (https://www.sqlite.org/lang_altertable.html#otheralter).
  func apply(to database: Database) throws(DatabaseError) {
    var settled = layer
    var changes: [String] = []
    for (column, name) in layer.columnNames.enumerated()
    where layer.columns[column].kind == .attribute {
      settled.columns[column].kind =
        switch kinds[column] {
        case .integer: .integer
        case .real: .real
        case .unknown, .text: .text
        }
      if settled.columns[column].kind != .text {
        let quoted = GeoPackageSchema.quoted(name)
        changes.append("\(quoted) = CAST(\(quoted) AS \(settled.columns[column].kind.sql))")
      }
    }
    guard !changes.isEmpty else { return }
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
    try database.execute(
      "UPDATE \(GeoPackageSchema.quoted(layer.tableName)) SET \(changes.joined(separator: ", "))")
  }
}
