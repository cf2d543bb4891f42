import CSQLite

/// An open SQLite file; the only owner of its handle.
///
/// The corresponding C functions are `sqlite3_open_v2` and `sqlite3_close_v2`.
@safe final class Database {
  /// How a file is opened.
  enum Access {
    /// To be read; nothing is ever written beside it.
    case reading
    /// To be written from nothing.
    case creating
  }

  let handle: OpaquePointer

  /// Opens a file.
  ///
  /// - Throws: ``DatabaseError`` with SQLite's words.
  init(path: String, _ access: Access) throws(DatabaseError) {
    var opened: OpaquePointer?
    let flags =
      access == .reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let status = unsafe sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard let opened = unsafe opened else {
      throw DatabaseError(code: status, message: "memory is exhausted")
    }
    unsafe handle = unsafe opened
    guard status == SQLITE_OK else { throw error() }
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs one statement or several that return nothing.
  func execute(_ sql: String) throws(DatabaseError) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw error() }
  }

  /// Returns the error of the last call.
  func error() -> DatabaseError {
    DatabaseError(
      code: unsafe sqlite3_errcode(handle), message: unsafe String(cString: sqlite3_errmsg(handle)))
  }
}

/// What SQLite said.
struct DatabaseError: Error, Equatable {
  /// The primary result code.
  var code: Int32
  /// SQLite's words.
  var message: String
}
