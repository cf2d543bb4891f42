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
  /// A vertex has a coordinate that is not a number, infinite or beyond any coordinate system.
  case badCoordinate(path: String, record: Int, value: String)
  /// The header of the attributes contradicts itself or the file.
  case badAttributes(path: String, reason: String)
  /// An attribute is asked for whose kind is not text, number, date or logical value.
  case unknownFieldKind(path: String, field: String, kind: String)
  /// A file cannot be written.
  case unwritable(path: String, reason: String)

  /// Whether the error is that a file is not there, which has an exit status of its own.
  package var isMissingFile: Bool {
    if case .missingFile = self { true } else { false }
  }

  /// The message: what cannot be done, what was found, what is allowed, and help where there is
  /// any.
  package var description: String {
    switch self {
    case .missingFile(let path, let part):
      let kinds = ["shp": "file", "shx": "index", "dbf": "attribute table"]
      return """
        cannot read '\(path)': the .\(part) \(kinds[part] ?? "file") is missing
          help: a Shapefile is three files or more with one name: .shp, .shx, .dbf and .prj; \
        keep them together
        """
    case .unreadable(let path, let reason):
      return "cannot read '\(path)': \(reason)"
    case .truncated(let path, let bytes, let expected):
      return """
        cannot read '\(path)': the file is truncated, it holds \(bytes) bytes and should hold \
        \(expected)
          help: copy or download the file again
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
          help: the files are not of one version; copy or export all of them again
        """
    case .badRecord(let path, let record, let reason):
      return "cannot read '\(path)': record \(record): \(reason)"
    case .badCoordinate(let path, let record, let value):
      return """
        cannot read '\(path)': record \(record): a coordinate is '\(value)', it must be a finite \
        number between -1e12 and 1e12
        """
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
