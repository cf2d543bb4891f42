/// Finds the header of a table below titles and notes, by what its fields are named.
struct HeaderSearch {
  /// The columns that the user named.
  let named: [(key: ColumnKey, name: String)]

  /// How many rows are looked at.
  static let rowsLookedAt = 50

  /// How well a row serves as a header.
  private struct Rank: Comparable {
    /// Whether it has a pair of coordinates, or all columns that the user named.
    var isSure: Bool
    /// How many columns serve for something.
    var columns: Int

    /// Of rows that are sure the one that serves for more comes first, of others the first: values
    /// have words of names in them too.
    static func < (left: Rank, right: Rank) -> Bool {
      left.isSure == right.isSure
        ? left.isSure && left.columns < right.columns : right.isSure
    }

    static func == (left: Rank, right: Rank) -> Bool { !(left < right) && !(right < left) }
  }

  /// Returns whether nothing above or below a row has to be looked at: it has coordinates.
  func isSure(_ names: [String]) -> Bool {
    let columns = try? IncidentColumns(header: names, named: named, path: "")
    return columns?.coordinateKind != nil
  }

  /// Finds the header among the first rows of a table.
  ///
  /// It is the row whose fields serve as most columns, with a pair of coordinates that has numbers
  /// below it or with the columns that the user named; else the first with at least two. A row that
  /// follows another must not have values in it, and a row with no more than half as many fields
  /// as a later one is a title.
  ///
  /// - Parameter rows: The fields of the rows without blank ones, quotes and blanks around them.
  /// - Returns: The position of the header, and whether it has coordinates or the named columns;
  ///   `nil` where no row serves.
  /// - Complexity: O(*n*) for *n* fields, each looked up among the names of all columns.
  func header(among rows: [[String]]) -> (position: Int, isSure: Bool, columns: Int)? {
    var best: (position: Int, rank: Rank)?
    var fullest = 0
    for position in rows.indices.reversed() {
      let filled = rows[position].count { !$0.isEmpty }
      defer { fullest = max(fullest, filled) }
      guard filled * 2 > fullest,
        let rank = rank(rows[position], isFirst: position == 0, below: rows[(position + 1)...])
      else { continue }
      // From the last to the first, so that of equals the first stays.
      if best.map({ rank >= $0.rank }) ?? true { best = (position, rank) }
    }
    return best.map { ($0.position, $0.rank.isSure, $0.rank.columns) }
  }

  private func rank(_ names: [String], isFirst: Bool, below: ArraySlice<[String]>) -> Rank? {
    let hasValues = names.contains(where: Self.isValue)
    guard isFirst || !hasValues,
      let columns = try? IncidentColumns(header: names, named: named, path: "")
    else { return nil }
    let count = Set(columns.positions.values).count
    if named.contains(where: { !$0.name.isEmpty }) { return Rank(isSure: true, columns: count) }
    if let (x, y) = columns.coordinates {
      let holdsNumbers = below.contains { row in
        x < row.count && y < row.count && Self.isValue(row[x]) && Self.isValue(row[y])
      }
      if holdsNumbers || below.isEmpty || isFirst { return Rank(isSure: true, columns: count) }
    }
    return count >= 2 ? Rank(isSure: false, columns: count) : nil
  }

  /// Returns whether a field begins as numbers and dates do, which names do not.
  static func isValue(_ field: String) -> Bool {
    var bytes = field.utf8.makeIterator()
    var byte = bytes.next()
    while byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: ".")
    {
      byte = bytes.next()
    }
    guard let byte else { return false }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Returns whether fields can be names of columns: values stand below them, and none of the next
  /// row's is the same, as `SRID=4326` would be.
  static func canBeNames(_ fields: [String], above rows: ArraySlice<[String]>) -> Bool {
    guard let next = rows.first, !fields.contains(where: isValue) else { return false }
    return !zip(fields, next).contains { !$0.isEmpty && $0 == $1 }
  }

  /// Returns the first row that by its shape can be a header: it has more than half as many fields
  /// as the fullest, and as many where the fullest has up to four, since a title over merged cells
  /// has one.
  ///
  /// - Parameter counts: How many fields each row has that are not empty.
  /// - Returns: The position of the row; `nil` where there is none with a field.
  static func firstByShape(_ counts: [Int]) -> Int? {
    let most = counts.max() ?? 0
    return counts.firstIndex { most > 4 ? $0 * 2 > most : $0 == most && most > 0 }
  }
}
