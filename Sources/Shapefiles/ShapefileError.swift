/// Why a Shapefile cannot be read or written.
package enum ShapefileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// One of the files is not there; `part` is its extension in lower case.
  case missingFile(path: String, part: String)
  /// A file is there and the system does not let it be read.
  case unreadable(path: String, reason: String)
  /// A file holds fewer bytes than it says.
  case truncated(path: String, bytes: Int, expected: Int)
  /// A file does not begin as its kind does.
  case wrongKind(path: String, found: String)
  /// The file holds something other than areas.
  case notAreas(path: String, found: String)
  /// The file holds something other than points.
  case notPoints(path: String, found: String)
  /// The file holds nothing that can be drawn.
  case notFlat(path: String, found: String)
  /// The three files do not hold the same number of records.
  case differingCounts(path: String, shapes: Int, index: Int, attributes: Int)
  /// A record of the index or of the shapes contradicts the files; records count from 1.
  case badRecord(path: String, record: Int, reason: String)
  /// The index says otherwise of a record than the `.shp`; records count from 1.
  case indexDisagrees(path: String, record: Int, reason: String)
  /// The header of the attributes contradicts itself or the file.
  case badAttributes(path: String, reason: String)
  /// An attribute is asked for whose kind is not text, number, date or logical value.
  case unknownFieldKind(path: String, field: String, kind: String)
  /// A file cannot be written.
  case unwritable(path: String, reason: String)

  /// Whether the error is that a file is not there, which has an exit status of its own.
  ///
  /// Not where all that is missing is the index: the data are there, and they are incomplete.
  package var isMissingFile: Bool {
    if case .missingFile(_, let part) = self { part != "shx" } else { false }
  }

  /// Whether the fault is the index's, which can be made again from the `.shp`.
  package var isOfIndex: Bool {
    switch self {
    case .missingFile(_, let part): part == "shx"
    case .indexDisagrees: true
    case .differingCounts(_, let shapes, let index, let attributes):
      shapes == attributes && index != shapes
    case .unreadable(let path, _), .truncated(let path, _, _), .wrongKind(let path, _),
      .badRecord(let path, _, _):
      path.lowercased().hasSuffix(".shx")
    default: false
    }
  }

  /// The message: what cannot be done, what was found and what is allowed.
  package var description: String {
    switch self {
    case .missingFile(let path, let part):
      let kinds = ["shp": "file", "shx": "index", "dbf": "attribute table"]
      return "cannot read '\(path)': the .\(part) \(kinds[part] ?? "file") is missing"
    case .unreadable(let path, let reason):
      return "cannot read '\(path)': \(reason)"
    case .truncated(let path, let bytes, let expected):
      return """
        cannot read '\(path)': the file is truncated, it holds \(bytes) bytes and should hold \
        \(expected)
        """
    case .wrongKind(let path, let found):
      return "cannot read '\(path)': \(found)"
    case .notAreas(let path, let found):
      return "cannot read '\(path)': the file holds \(found), not areas"
    case .notPoints(let path, let found):
      return "cannot read '\(path)': the file holds \(found), not points"
    case .notFlat(let path, let found):
      return "cannot read '\(path)': the file holds \(found), not points, lines or areas"
    case .differingCounts(let path, let shapes, let index, let attributes):
      return """
        cannot read '\(path)': the number of records differs, \(shapes) in the .shp, \(index) in \
        the .shx and \(attributes) in the .dbf
        """
    case .badRecord(let path, let record, let reason),
      .indexDisagrees(let path, let record, let reason):
      return "cannot read '\(path)': record \(record): \(reason)"
    case .badAttributes(let path, let reason):
      return "cannot read '\(path)': \(reason)"
    case .unknownFieldKind(let path, let field, let kind):
      return """
        cannot read '\(path)': field '\(field)' is of kind '\(kind)', only text, numbers, dates \
        and logical values are read
        """
    case .unwritable(let path, let reason):
      return "cannot write '\(path)': \(reason)"
    }
  }
}
