import Glibc

/// What there is at the path of a database before SQLite is asked.
enum DatabaseFile {
  /// Returns whether there is anything at a path.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }
}
