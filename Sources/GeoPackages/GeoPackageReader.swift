import CSQLite

/// Reads the rows of one layer of a GeoPackage in the order of their numbers.
///
///     let reader = try GeoPackageReader(address)
///     while try reader.next() { ... reader.geometry ... reader.text(ofColumn: 0) ... }
///
/// Memory is bounded by the largest row.
package final class GeoPackageReader {
  /// The path of the file.
  package let path: String
  /// The name of the layer.
  package let layer: String
  /// The columns besides the geometry, in the order of the table; columns of bytes are left out.
  package let columns: [Column]
  /// The coordinate system as PROJ takes it; `nil` if the file does not say.
  package let crs: String?
  /// Whether the rows have a geometry, and not attributes alone.
  package let hasGeometry: Bool
  /// How many rows have been read.
  package private(set) var rowNumber = 0
  /// The geometry of the row.
  package private(set) var geometry = GeometryReader()

  let database: Database
  /// The name of the table, quoted, as SQL takes it.
  let table: String
  private let geometryColumn: String
  private var statement: Statement
  /// Where the statement has the value of each column; -1 where it was not selected.
  private var places: [Int]

  /// A column of a layer.
  package struct Column: Sendable, Equatable {
    /// The name.
    package var name: String
    /// The type of its values.
    package var kind: Kind

    /// The types of values.
    package enum Kind: Sendable, Equatable {
      case text, integer, real, boolean, date, dateTime
    }
  }

  /// Opens a layer.
  ///
  /// - Parameters:
  ///   - address: The file, and the layer where the file has several.
  ///   - readsAttributes: Whether tables of attributes alone serve where there are no others.
  /// - Throws: ``GeoPackageError``.
  package init(
    _ address: GeoPackageAddress, readsAttributes: Bool = false
  ) throws(GeoPackageError) {
    let path = address.file
    guard DatabaseFile.exists(address.location) else { throw .noSuchFile(path: path) }
    let database: Database
    let layers: [FeatureLayer]
    do throws(DatabaseError) {
      database = try Database(path: address.location, .reading)
      let features = try FeatureLayer.all(in: database)
      let isMissing = !features.contains { $0.table.lowercased() == address.layer?.lowercased() }
      let attributes =
        readsAttributes && (features.isEmpty || address.layer != nil && isMissing)
        ? try FeatureLayer.attributeTables(in: database) : []
      layers = features + attributes
    } catch {
      throw Self.words(for: error, path)
    }
    let chosen = try Self.choose(among: layers, address)
    geometryColumn = chosen.geometry.map { GeoPackageSchema.quoted($0) } ?? "NULL"
    hasGeometry = chosen.geometry != nil
    table = GeoPackageSchema.quoted(chosen.table)
    do throws(DatabaseError) {
      columns = try chosen.columns(in: database)
      statement = try Statement(
        Self.selection(of: [geometryColumn] + columns.map { GeoPackageSchema.quoted($0.name) })
          + " FROM \(table) ORDER BY rowid", in: database)
    } catch {
      throw Self.words(for: error, path)
    }
    places = Array(1..<columns.count + 1)
    self.database = database
    self.path = path
    layer = chosen.table
    crs = chosen.crs
  }

  private static func selection(of columns: [String]) -> String {
    "SELECT \(columns.joined(separator: ", "))"
  }

  /// Chooses what is read: columns besides the geometry, the values of others not to be asked for,
  /// and rows from a number to another, or all.
  ///
  /// - Throws: ``GeoPackageError/unreadable(path:reason:)``.
  package func read(
    columns selected: [Int], numbers: ClosedRange<Int>?
  ) throws(GeoPackageError) {
    places = Array(repeating: -1, count: columns.count)
    for (place, column) in selected.enumerated() { places[column] = place + 1 }
    let names = selected.map { GeoPackageSchema.quoted(columns[$0].name) }
    let condition = numbers == nil ? "" : "WHERE rowid BETWEEN ? AND ? "
    try attempt { () throws(DatabaseError) in
      statement = try Statement(
        Self.selection(of: [geometryColumn] + names)
          + " FROM \(table) \(condition)ORDER BY rowid", in: database)
    }
    if let numbers { restart(at: numbers) }
  }

  /// Begins with other rows, the columns being as they were chosen with
  /// ``read(columns:numbers:)``.
  package func restart(at numbers: ClosedRange<Int>) {
    statement.reset()
    statement.bind(numbers.lowerBound, 1)
    statement.bind(numbers.upperBound, 2)
    rowNumber = 0
  }

  func attempt<Value>(
    _ work: () throws(DatabaseError) -> Value
  ) throws(GeoPackageError) -> Value {
    do throws(DatabaseError) { return try work() } catch { throw Self.words(for: error, path) }
  }

  private static func choose(
    among layers: [FeatureLayer], _ address: GeoPackageAddress
  ) throws(GeoPackageError) -> FeatureLayer {
    let names = layers.map(\.table)
    guard let first = layers.first else { throw .noLayers(path: address.file) }
    if let name = address.layer {
      let found =
        layers.first { $0.table == name }
        ?? layers.first { $0.table.lowercased() == name.lowercased() }
      guard let found else { throw .noSuchLayer(path: address.file, layer: name, layers: names) }
      return found
    }
    guard layers.count == 1 else { throw .severalLayers(path: address.file, layers: names) }
    return first
  }

  /// Words what SQLite says of a file that is none of its own, is damaged, or has other tables.
  private static func words(for error: DatabaseError, _ path: String) -> GeoPackageError {
    switch error.code {
    case SQLITE_NOTADB:
      .notGeoPackage(path: path, found: "it is not a SQLite file")
    case SQLITE_CORRUPT:
      .unreadable(path: path, reason: "it is truncated or damaged (\(error.message))")
    case SQLITE_ERROR:
      .notGeoPackage(path: path, found: "it is a SQLite file, and \(error.message)")
    default:
      .unreadable(path: path, reason: error.message)
    }
  }

  /// Reads the next row.
  ///
  /// - Returns: False when there are no more.
  /// - Throws: ``GeoPackageError/unreadable(path:reason:)`` for a damaged file,
  ///   ``GeoPackageError/badGeometry(path:layer:row:reason:)``.
  package func next() throws(GeoPackageError) -> Bool {
    guard try attempt({ () throws(DatabaseError) in try statement.step() }) else { return false }
    rowNumber += 1
    if statement.withBytes(0, { geometry.readPoint($0) }) { return true }
    do throws(GeometryReader.Fault) {
      try geometry.read(statement.kind(0) == .null ? [] : statement.bytes(0))
    } catch {
      throw .badGeometry(path: path, layer: layer, row: rowNumber, reason: error.reason)
    }
    return true
  }

  /// Returns a value of the row as text: numbers with the fewest digits that read back as the same,
  /// `true` and `false`, nothing where there is no value.
  package func text(ofColumn column: Int) -> String {
    let place = places[column]
    switch statement.kind(place) {
    case .null, .bytes: return ""
    case .text: return statement.text(place)
    case .integer:
      let value = statement.integer(place)
      if columns[column].kind == .boolean { return value == 0 ? "false" : "true" }
      return String(value)
    case .real:
      let value = statement.real(place)
      if value == value.rounded() && abs(value) < 1e15 { return String(Int(value)) }
      return "\(value)"
    }
  }

  /// Looks at a value of the row: the bytes of a text as they are in the file, of other values those
  /// of ``text(ofColumn:)``.
  package func withBytes(ofColumn column: Int, _ body: (Span<UInt8>) -> Void) {
    let place = places[column]
    if statement.kind(place) == .text {
      statement.withText(place, body)
    } else {
      body(Array(text(ofColumn: column).utf8).span)
    }
  }
}
