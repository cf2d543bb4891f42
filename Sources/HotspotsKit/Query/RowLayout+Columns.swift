import Incidents

extension RowLayout {
  /// The columns with a meaning that any of the files has, by their stable names.
  static func meaningful(
    of sources: [IncidentSource]
  ) -> [(name: String, content: (IncidentSource) -> RowContent)] {
    func field(_ key: ColumnKey) -> (IncidentSource) -> RowContent {
      { $0.columns[key].map(RowContent.field) ?? .absent }
    }
    let all: [(key: ColumnKey, content: (IncidentSource) -> RowContent)] = [
      (.id, field(.id)),
      (.start, { $0.columns.time?.isMonth == false ? .start : .absent }),
      (.end, { $0.columns[.end] == nil ? .absent : .end }),
      // A month beside a start says nothing more.
      (.month, { $0.columns.time?.isMonth == true ? .start : .absent }),
      (.category, field(.category)), (.location, field(.location)),
    ]
    return all.filter { column in sources.contains { column.content($0) != .absent } }
      .map { ($0.key.rawValue, $0.content) }
  }

  /// The positions of a file's columns that have a meaning, coordinates included.
  static func used(in source: IncidentSource) -> Set<Int> {
    let columns = source.columns
    var used = [ColumnKey.id, .start, .end, .category, .location, .startTime, .endTime]
      .compactMap { columns[$0] }
    if let time = columns.time { used.append(time.start) }
    if let (x, y) = columns.coordinates { used += [x, y] }
    return Set(used)
  }

  /// A column without a meaning: which of those that have its name.
  struct OtherColumn: Equatable {
    var name: String
    /// How many columns of the name stand before it.
    var occurrence: Int

    func position(in header: [String]) -> Int? {
      header.indices.filter { header[$0] == name }.dropFirst(occurrence).first
    }
  }

  /// All other columns, in the order of the files.
  static func others(of sources: [IncidentSource]) -> [OtherColumn] {
    var columns: [OtherColumn] = []
    for source in sources {
      let (header, used) = (source.columns.header, used(in: source))
      for (position, name) in header.enumerated()
      where !used.contains(position) && !(source.areAttributesAlone && position < 2) {
        let column = OtherColumn(
          name: name, occurrence: header[..<position].count { $0 == name })
        if !columns.contains(column) { columns.append(column) }
      }
    }
    return columns
  }

  /// Finds columns by their names in any letter case; those that are written anyway are left out.
  static func headerNames(
    _ names: [String], of sources: [IncidentSource]
  ) throws(IncidentError) -> [String] {
    var found: [String] = []
    for name in names {
      var match: String?
      var isWritten = false
      for source in sources {
        let header = source.columns.header
        guard
          let position = header.firstIndex(of: name)
            ?? header.firstIndex(where: { $0.lowercased() == name.lowercased() })
        else {
          // The stable name of a column that is written anyway.
          if let key = ColumnKey(rawValue: name.lowercased()), source.columns[key] != nil {
            isWritten = true
          }
          continue
        }
        try source.columns.requireUnique([position], path: source.path)
        if let columns = source.columns.coordinates, [columns.x, columns.y].contains(position) {
          match = header[position]
        } else if used(in: source).contains(position) {
          isWritten = true
        } else {
          match = header[position]
        }
      }
      if let match {
        if !found.contains(match) { found.append(match) }
      } else if !isWritten {
        throw .unknownColumn(
          path: sources[0].path, key: "keep", name: name, header: sources[0].columns.header)
      }
    }
    return found
  }
}
