import CommandLineKit
import Incidents
import Tables

/// Which columns the rows of a file of incidents have, and where they come from.
struct RowLayout: Sendable {
  /// The columns of the input that are kept.
  enum Keep: Sendable, Equatable {
    /// Those with a meaning: id, times, category and location.
    case meaningful
    /// These, and all others under their own names.
    case all
    /// These, and some others by name.
    case named([String])
  }

  /// Where the coordinates stand.
  enum Coordinates: Sendable, Equatable {
    /// In the geometry of each row.
    case geometry
    /// In two columns, as they are written in the input.
    case asWritten
    /// In two columns of these names, converted.
    case converted(x: String, y: String)
  }

  /// The columns.
  var columns: [RowColumn] = []
  /// For each file, what the fields of a row hold.
  var contents: [[RowContent]]
  /// The names of the columns with converted coordinates.
  var coordinateNames: [String] = []

  static let keepOption = Option<String?>(
    "keep", valueName: "all|NAME,...",
    help: """
      Columns of the input to write in addition to id, times, category and location: all, or some \
      by name
      """,
    section: "Output")

  /// Reads the option.
  static func keep(_ arguments: Arguments) throws(UsageError) -> Keep {
    guard let text = try arguments.value(of: keepOption) else { return .meaningful }
    if text.lowercased() == "all" { return .all }
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard !names.contains("") else {
      throw .invalidValue(
        text, option: "--keep", allowed: "'all' or names of columns separated by commas")
    }
    return .named(names)
  }

  /// Lays out the columns.
  ///
  /// - Parameters:
  ///   - sources: The files.
  ///   - keep: The columns of the input that are kept.
  ///   - coordinates: Where the coordinates stand.
  ///   - hours: The columns about the hours asked for.
  /// - Throws: ``IncidentError/unknownColumn(path:key:name:header:)``,
  ///   ``IncidentError/repeatedColumn(path:name:)``.
  init(
    _ sources: [IncidentSource], keep: Keep, coordinates: Coordinates, hours: [RowContent]
  ) throws(IncidentError) {
    contents = sources.map { _ in [] }
    for (name, content) in Self.meaningful(of: sources) {
      // A month is text: no format has a type for it.
      let isTime = ["start", "end"].contains(name)
      add(name, isTime ? .time : .text, from: sources, content)
    }
    for source in sources {
      try source.columns.requireUnique(Array(Self.used(in: source)), path: source.path)
    }
    let others: [OtherColumn] =
      switch keep {
      case .meaningful: []
      case .all: Self.others(of: sources)
      case .named(let names):
        try Self.headerNames(names, of: sources).map { OtherColumn(name: $0, occurrence: 0) }
      }
    for column in others {
      add(column.name.isEmpty ? "column" : column.name, .attribute, from: sources) { source in
        column.position(in: source.columns.header).map(RowContent.field) ?? .absent
      }
    }
    for content in hours { add("\(content)", .number, from: sources) { _ in content } }
    switch coordinates {
    case .geometry: break
    case .asWritten:
      guard let kind = sources[0].columns.coordinateKind else { break }
      add(kind == .geographic ? "longitude" : "easting", .attribute, from: sources) {
        $0.columns.coordinates.map { .field($0.x) } ?? .absent
      }
      add(kind == .geographic ? "latitude" : "northing", .attribute, from: sources) {
        $0.columns.coordinates.map { .field($0.y) } ?? .absent
      }
    case .converted(let x, let y): coordinateNames = [unique(x), unique(y)]
    }
  }

  // MARK: -

  private mutating func add(
    _ name: String, _ kind: RowColumn.Kind, from sources: [IncidentSource],
    _ content: (IncidentSource) -> RowContent
  ) {
    columns.append(RowColumn(unique(name), kind))
    for (file, source) in sources.enumerated() { contents[file].append(content(source)) }
  }

  /// Returns a name that no column has yet.
  private func unique(_ name: String) -> String {
    var (unique, count) = (name, 1)
    // Programs that read the file may not tell names by letter case.
    let taken = Set(columns.map { $0.name.lowercased() })
    while taken.contains(unique.lowercased()) {
      count += 1
      unique = "\(name)_\(count)"
    }
    return unique
  }

  /// The columns with a meaning that any of the files has, by their stable names.
  private static func meaningful(
    of sources: [IncidentSource]
  ) -> [(name: String, content: (IncidentSource) -> RowContent)] {
    func field(_ key: ColumnKey) -> (IncidentSource) -> RowContent {
      { $0.columns[key].map(RowContent.field) ?? .absent }
    }
    let all: [(key: ColumnKey, content: (IncidentSource) -> RowContent)] = [
      (.id, field(.id)),
      (.start, { $0.columns[.start] == nil ? .absent : .start }),
      (.end, { $0.columns[.end] == nil ? .absent : .end }),
      // A month beside a start says nothing more.
      (.month, { $0.columns.time?.isMonth == true ? .start : .absent }),
      (.category, field(.category)), (.location, field(.location)),
    ]
    return all.filter { column in sources.contains { column.content($0) != .absent } }
      .map { ($0.key.rawValue, $0.content) }
  }

  /// The positions of a file's columns that have a meaning, coordinates included.
  private static func used(in source: IncidentSource) -> Set<Int> {
    let columns = source.columns
    var used = [ColumnKey.id, .start, .end, .category, .location, .startTime, .endTime]
      .compactMap { columns[$0] }
    if let time = columns.time { used.append(time.start) }
    if let (x, y) = columns.coordinates { used += [x, y] }
    return Set(used)
  }

  /// A column without a meaning: which of those that have its name.
  private struct OtherColumn: Equatable {
    var name: String
    /// How many columns of the name stand before it.
    var occurrence: Int

    func position(in header: [String]) -> Int? {
      header.indices.filter { header[$0] == name }.dropFirst(occurrence).first
    }
  }

  /// All other columns, in the order of the files.
  private static func others(of sources: [IncidentSource]) -> [OtherColumn] {
    var columns: [OtherColumn] = []
    for source in sources {
      let (header, used) = (source.columns.header, used(in: source))
      for (position, name) in header.enumerated() where !used.contains(position) {
        let column = OtherColumn(
          name: name, occurrence: header[..<position].count { $0 == name })
        if !columns.contains(column) { columns.append(column) }
      }
    }
    return columns
  }

  /// Finds columns by their names in any letter case; those that are written anyway are left out.
  private static func headerNames(
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
