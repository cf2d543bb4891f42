import CSQLite

/// A prepared statement of a database; columns count from 0, parameters from 1.
///
/// The corresponding C functions are `sqlite3_prepare_v2` and `sqlite3_finalize`.
@safe final class Statement {
  private let database: Database
  private let handle: OpaquePointer

  /// Prepares a statement.
  init(_ sql: String, in database: Database) throws(DatabaseError) {
    var prepared: OpaquePointer?
    let status = unsafe sqlite3_prepare_v2(database.handle, sql, -1, &prepared, nil)
    guard status == SQLITE_OK, let prepared = unsafe prepared else { throw database.error() }
    self.database = database
    unsafe handle = unsafe prepared
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// The number of columns of a row.
  var columnCount: Int { Int(unsafe sqlite3_column_count(handle)) }

  /// Binds no value.
  func bindNull(_ parameter: Int32) { unsafe sqlite3_bind_null(handle, parameter) }

  /// Binds a whole number.
  func bind(_ value: Int, _ parameter: Int32) {
    unsafe sqlite3_bind_int64(handle, parameter, Int64(value))
  }

  /// Binds a real number; not-a-number is bound as no value, as SQLite has none.
  func bind(_ value: Double, _ parameter: Int32) {
    unsafe sqlite3_bind_double(handle, parameter, value)
  }

  /// Binds text.
  func bind(_ value: String, _ parameter: Int32) {
    var value = value
    value.withUTF8 { bytes in
      // Bound: SQLite copies the text's own bytes before the call returns.
      _ = unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe hotspots_bind_text(
          handle, parameter, characters.baseAddress, Int32(characters.count))
      }
    }
  }

  /// Binds text given as its bytes in UTF-8.
  func bind(text bytes: Span<UInt8>, _ parameter: Int32) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      // Bound: SQLite copies the text's own bytes before the call returns.
      _ = unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe hotspots_bind_text(
          handle, parameter, characters.baseAddress, Int32(characters.count))
      }
    }
  }

  /// Binds bytes.
  func bind(_ bytes: [UInt8], _ parameter: Int32) {
    unsafe bytes.withUnsafeBytes { bytes in
      // Bound: SQLite copies the array's own bytes before the call returns.
      _ = unsafe hotspots_bind_blob(handle, parameter, bytes.baseAddress, Int32(bytes.count))
    }
  }

  /// Binds a value.
  func bind(_ value: GeoPackageWriter.Value, _ parameter: Int32) {
    switch value {
    case .null: bindNull(parameter)
    case .text(let text): bind(text, parameter)
    case .integer(let number): bind(number, parameter)
    case .real(let number): bind(number, parameter)
    case .bytes(let bytes): bind(bytes, parameter)
    }
  }

  /// Steps to the next row.
  ///
  /// - Returns: False when there is none.
  func step() throws(DatabaseError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw database.error()
    }
  }

  /// Runs a statement that returns no rows, and makes it ready to run again.
  func run() throws(DatabaseError) {
    guard unsafe sqlite3_step(handle) == SQLITE_DONE else {
      let error = database.error()
      unsafe sqlite3_reset(handle)
      throw error
    }
    unsafe sqlite3_reset(handle)
  }

  /// Makes a statement ready to run from its beginning; its parameters stay.
  func reset() { unsafe sqlite3_reset(handle) }

  /// What kind of value a column of the row has.
  func kind(_ column: Int) -> ValueKind {
    switch unsafe sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .bytes
    default: .null
    }
  }

  /// Returns a value as a whole number.
  func integer(_ column: Int) -> Int { Int(unsafe sqlite3_column_int64(handle, Int32(column))) }

  /// Returns a value as a real number.
  func real(_ column: Int) -> Double { unsafe sqlite3_column_double(handle, Int32(column)) }

  /// Returns a value as text; bytes that are no UTF-8 become the replacement character.
  func text(_ column: Int) -> String {
    guard let start = unsafe sqlite3_column_text(handle, Int32(column)) else { return "" }
    // Bound: SQLite says how many bytes the text has that it just made.
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Looks at the bytes of a text as they are in the file: UTF-8, if whoever wrote them kept to it.
  @inline(__always)
  func withText<Result>(_ column: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = unsafe sqlite3_column_text(handle, Int32(column))
    // Bound: SQLite says how many bytes the text has, which stay until the next step.
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    let bytes = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    return body(unsafe bytes.span)
  }

  /// Looks at the bytes of a value.
  @inline(__always)
  func withBytes<Result>(_ column: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = unsafe sqlite3_column_blob(handle, Int32(column))
    // Bound: SQLite says how many bytes the value has, which stay until the next step.
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    let bytes = unsafe UnsafeBufferPointer(
      start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
    return body(unsafe bytes.span)
  }

  /// Returns a value as bytes.
  func bytes(_ column: Int) -> [UInt8] {
    guard let start = unsafe sqlite3_column_blob(handle, Int32(column)) else { return [] }
    // Bound: SQLite says how many bytes the value has.
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }
}

/// The kinds of values that SQLite has.
enum ValueKind {
  case null, integer, real, text, bytes
}
