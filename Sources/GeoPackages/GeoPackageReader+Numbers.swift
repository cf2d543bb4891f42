// What the numbers of rows tell, which SQLite calls `rowid`.

extension GeoPackageReader {
  /// The first and the last number of the rows, by which parts of the layer can be read on several
  /// connections that see the same rows; `nil` if the layer can only be read as a whole.
  ///
  /// Only an ordinary table has numbers. From here on the connection keeps its lock on the file, so
  /// that nobody changes it between two parts. Where changes are kept in a file of their own, the
  /// lock does not hold them off (https://www.sqlite.org/wal.html), and each connection could see
  /// others.
  ///
  /// - Throws: ``GeoPackageError/unreadable(path:reason:)``.
  package func lockedNumbers() throws(GeoPackageError) -> ClosedRange<Int>? {
    try attempt { () throws(DatabaseError) in
      let journal = try Statement("PRAGMA journal_mode", in: database)
      guard try journal.step(), journal.text(0) != "wal" else { return nil }
      let kind = try Statement(
        """
        SELECT 1 FROM sqlite_master WHERE lower(name) = lower(?) AND type = 'table'
        AND sql NOT LIKE 'CREATE VIRTUAL%'
        AND NOT EXISTS (SELECT 1 FROM pragma_table_info(?) WHERE lower(name) = 'rowid')
        """, in: database)
      kind.bind(layer, 1)
      kind.bind(layer, 2)
      guard try kind.step() else { return nil }
      try database.execute("BEGIN")
      // One at a time: SQLite then looks at the two ends of the table only.
      let ends = try Statement(
        "SELECT (SELECT min(rowid) FROM \(table)), (SELECT max(rowid) FROM \(table))",
        in: database)
      guard try ends.step(), ends.kind(0) == .integer else { return nil }
      return ends.integer(0)...ends.integer(1)
    }
  }

  /// Returns the first number of a row that is not below another; `nil` if there is none.
  ///
  /// - Throws: ``GeoPackageError/unreadable(path:reason:)``.
  /// - Complexity: O(log *n*) for *n* rows.
  package func firstNumber(from number: Int) throws(GeoPackageError) -> Int? {
    try attempt { () throws(DatabaseError) in
      let search = try Statement("SELECT min(rowid) FROM \(table) WHERE rowid >= ?", in: database)
      search.bind(number, 1)
      guard try search.step(), search.kind(0) == .integer else { return nil }
      return search.integer(0)
    }
  }

  /// Counts the rows.
  ///
  /// - Throws: ``GeoPackageError/unreadable(path:reason:)``.
  /// - Complexity: O(*n*) for *n* rows, whose values are not looked at.
  package func countRows() throws(GeoPackageError) -> Int {
    try attempt { () throws(DatabaseError) in
      let count = try Statement("SELECT count(*) FROM \(table)", in: database)
      return try count.step() ? count.integer(0) : 0
    }
  }
}
