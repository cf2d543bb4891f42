package import GeoJSON
package import GeoPackages
package import Shapefiles

/// Why boundaries cannot be used; records count from 1.
package enum BoundaryError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The Shapefile cannot be read.
  case shapefile(ShapefileError)
  /// The GeoJSON file cannot be read.
  case geoJSON(GeoJSONError)
  /// The GeoPackage cannot be read.
  case geoPackage(GeoPackageError)
  /// A record cannot be an area; `record` says which, in the format's own word.
  case badRecord(path: String, record: String, reason: String)
  /// The file is of a format that is not read.
  case unknownFormat(path: String)
  /// No record has an outline.
  case noAreas(path: String)
  /// A field that was asked for is not there; `option` is what asked for it.
  case noSuchField(path: String, field: String, option: String, fields: [String])
  /// No field looks like the areas' codes.
  case noCodeField(path: String, fields: [String])
  /// A record has no code.
  case emptyCode(path: String, field: String, record: Int)
  /// Two records have one code.
  case duplicateCode(path: String, field: String, code: String, records: [Int])
  /// Neither a `.prj` nor an option says what the coordinates mean.
  case noProjection(path: String, likely: LikelyProjection?)
  /// No layer has the field that selects the study area.
  case noStudyAreaField(field: String, paths: [String], fields: [String])
  /// No area has the value that selects the study area; `near` holds values that do occur.
  case noStudyAreaValue(path: String, field: String, value: String, near: [String])
  /// No area of a layer lies in the study area.
  case emptyStudyArea(path: String)

  /// Whether the error is that a file is not there, which has an exit status of its own.
  package var isMissingFile: Bool {
    switch self {
    case .shapefile(let error): error.isMissingFile
    case .geoJSON(let error): error.isMissingFile
    case .geoPackage(let error): error.isMissingFile
    default: false
    }
  }

  /// The message: what cannot be done, what was found, what is allowed, and help where there is
  /// any.
  package var description: String {
    switch self {
    case .shapefile(let error):
      return error.description
    case .geoJSON(let error):
      return error.description
    case .geoPackage(let error):
      return error.description
    case .badRecord(let path, let record, let reason):
      return "cannot read '\(path)': \(record): \(reason)"
    case .unknownFormat(let path):
      return """
        cannot read '\(path)': boundaries are read from Shapefiles, GeoJSON and GeoPackages
          help: convert it: ogr2ogr boundaries.gpkg '\(path)'
        """
    case .noAreas(let path):
      return "cannot read '\(path)': it holds no area with an outline, at least one is needed"
    case .noSuchField(let path, let field, let option, let fields):
      let nearest = nearestNames(to: field, among: fields)
      return """
        cannot read '\(path)': there is no field '\(field)'\(Self.didYouMean(nearest))
          help: \(option) names one of: \(fields.joined(separator: ", "))
        """
    case .noCodeField(let path, let fields):
      return """
        cannot read '\(path)': no field looks like the areas' codes
          help: name it with --code-field, one of: \(fields.joined(separator: ", "))
        """
    case .emptyCode(let path, let field, let record):
      return """
        cannot read '\(path)': record \(record): the code in '\(field)' is empty, each area needs \
        its own
          help: --code-field names another field
        """
    case .duplicateCode(let path, let field, let code, let records):
      let numbers = records.map(String.init).joined(separator: " and ")
      return """
        cannot read '\(path)': code '\(code)' in '\(field)' belongs to records \(numbers), each \
        area needs its own
          help: --code-field names another field; parts of one area must be one record
        """
    case .noProjection(let path, let likely):
      let help =
        likely.map { "the bounds look like \($0.words); if they are, add --crs \($0.rawValue)" }
        ?? (path.lowercased().hasSuffix(".shp")
          ? "copy the .prj that belongs to the file, or name the system with --crs"
          : "name the system with --crs")
      let isShapefile = path.lowercased().hasSuffix(".shp")
      let found =
        isShapefile ? "the .prj is missing" : "it names no coordinate system that fits"
      return """
        cannot read '\(path)': \(found), so what the coordinates mean is unknown
          help: \(help)
        """
    case .noStudyAreaField(let field, let paths, let fields):
      let nearest = nearestNames(to: field, among: fields)
      let files = paths.map { "'\($0)'" }.joined(separator: ", ")
      return """
        cannot select the study area: no field '\(field)' in \(files)\(Self.didYouMean(nearest))
          help: the fields are: \(fields.joined(separator: ", "))
        """
    case .noStudyAreaValue(let path, let field, let value, let near):
      return """
        cannot select the study area: no area of '\(path)' has \(field) \
        '\(value)'\(Self.didYouMean(near))
        """
    case .emptyStudyArea(let path):
      return "cannot select the study area: no area of '\(path)' lies in it"
    }
  }

  private static func didYouMean(_ names: [String]) -> String {
    names.isEmpty
      ? "" : "; did you mean \(names.map { "'\($0)'" }.joined(separator: " or "))?"
  }
}
