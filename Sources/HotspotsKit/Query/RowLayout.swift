import Incidents
import Tables

/// Which columns the rows of a file of incidents have, and where they come from.
struct RowLayout: Sendable {
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

  /// Lays out the columns.
  ///
  /// - Parameters:
  ///   - sources: The files.
  ///   - keep: The columns of the input that are kept.
  ///   - coordinates: Where the coordinates stand.
  ///   - hours: The columns about the hours asked for.
  ///   - hasLocalTimes: Whether a column with the local time follows each column of times.
  ///   - rewritesTimes: Whether times are told anew, so that the local times of an earlier file are not
  ///     kept.
  /// - Throws: ``IncidentError/unknownColumn(path:key:name:header:)``,
  ///   ``IncidentError/repeatedColumn(path:name:)``.
  init(
    _ sources: [IncidentSource], keep: KeptColumns, coordinates: Coordinates, hours: [RowContent],
    hasLocalTimes: Bool = false, rewritesTimes: Bool = false
  ) throws(IncidentError) {
    contents = sources.map { _ in [] }
    for (name, content) in Self.meaningful(of: sources) {
      // A month is text: no format has a type for it.
      let isTime = ["start", "end"].contains(name)
      add(name, isTime ? .time : .text, from: sources, content)
      if isTime && hasLocalTimes {
        add("\(name)\(Self.localEnding)", .text, from: sources) {
          content($0) == .absent ? .absent : .local
        }
      }
    }
    for source in sources {
      try source.columns.requireUnique(Array(Self.used(in: source)), path: source.path)
    }
    let others: [OtherColumn] =
      switch keep {
      case .meaningful: []
      case .all:
        Self.others(of: sources).filter { other in
          !(rewritesTimes
            && columns.contains {
              $0.kind == .time && other.name == $0.name + Self.localEnding
            })
        }
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
        Self.coordinate(of: $0, isX: true)
      }
      add(kind == .geographic ? "latitude" : "northing", .attribute, from: sources) {
        Self.coordinate(of: $0, isX: false)
      }
    case .converted(let x, let y): coordinateNames = [unique(x), unique(y)]
    }
  }

  /// What the names of columns with local times end with.
  private static let localEnding = "_local"

  // MARK: -

  private static func coordinate(of source: IncidentSource, isX: Bool) -> RowContent {
    if source.origin != nil, let (x, y) = source.columns.coordinates {
      return .field(isX ? x : y)
    }
    let column =
      source.coordinates.position?.column
      ?? source.columns.coordinates.map { isX ? $0.x : $0.y }
    return column.map { .coordinate($0, isX: isX) } ?? .absent
  }

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
}
