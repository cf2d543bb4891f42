package import Archives
package import GeoJSON
package import GeoPackages
import Names
package import Shapefiles

/// Why boundaries cannot be used; records count from 1.
package enum BoundaryError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The Shapefile cannot be read.
  case shapefile(ShapefileError)
  /// The GeoJSON file cannot be read.
  case geoJSON(GeoJSONError)
  /// The GeoPackage cannot be read.
  case geoPackage(GeoPackageError)
  /// The archive cannot be read.
  case archive(ArchiveError)
  /// An archive has no file of shapes, or none of the name; `files` are those that it has.
  case noLayer(path: String, name: String?, files: [String])
  /// An archive has several files of shapes, and none was named.
  case severalLayers(path: String, layers: [String])
  /// A record cannot be an area; `record` says which, in the format's own word.
  case badRecord(path: String, record: String, reason: String)
  /// The file is of a format that is not read.
  case unknownFormat(path: String)
  /// No record has an outline.
  case noAreas(path: String)
  /// A field that was named is not there.
  case noSuchField(path: String, field: String, role: FieldRole, fields: [String])
  /// No field looks like the areas' codes.
  case noCodeField(path: String, fields: [String])
  /// A record has no code.
  case emptyCode(path: String, field: String, record: Int)
  /// Two records have one code.
  case duplicateCode(path: String, field: String, code: String, records: [Int])
  /// Neither the file nor the user says what the coordinates mean.
  case noProjection(path: String, likely: LikelyProjection?)
  /// No layer has the field that selects the study area.
  case noStudyAreaField(field: String, paths: [String], fields: [String])
  /// No area has the value that selects the study area; `values` holds those that occur, in order.
  case noStudyAreaValue(path: String, field: String, value: String, values: [String])
  /// No area of a layer lies in the study area.
  case emptyStudyArea(path: String)
  /// No layer has the field by which areas are merged.
  case noGroupField(field: String, paths: [String], fields: [String])
  /// No layer has a field that results are to keep.
  case noKeptField(field: String, paths: [String], fields: [String])
  /// Areas have no value by which to merge them; `area` is the code of the first, `others` says how
  /// many more there are.
  case emptyGroup(path: String, field: String, area: String, others: Int)
  /// The areas that become one have several names; `names` holds the first two.
  case severalNames(path: String, field: String, group: String, names: [String])

  /// Whether all that is wrong is the index of a Shapefile, which can be made again from the rest.
  package var isOfIndex: Bool {
    if case .shapefile(let error) = self { error.isOfIndex } else { false }
  }

  /// Whether the error is that a file is not there, which has an exit status of its own.
  package var isMissingFile: Bool {
    switch self {
    case .shapefile(let error): error.isMissingFile
    case .geoJSON(let error): error.isMissingFile
    case .archive(let error): error.isMissingFile
    case .noLayer: true
    case .geoPackage(let error): error.isMissingFile
    default: false
    }
  }

  /// What a field of a boundary file is for.
  package enum FieldRole: Sendable, Equatable {
    /// It has the areas' codes.
    case code
    /// It has the areas' names.
    case name
  }

  /// What cannot be done, what was found and what is allowed.
  package var description: String {
    switch self {
    case .shapefile(let error):
      return error.description
    case .geoJSON(let error):
      return error.description
    case .archive(let error):
      return error.description
    case .noLayer(let path, let name?, _):
      return "cannot read '\(path)': there is no file '\(name)' in it"
    case .noLayer(let path, nil, _):
      return "cannot read '\(path)': it holds no Shapefile, GeoJSON or GeoPackage"
    case .severalLayers(let path, let layers):
      return "cannot read '\(path)': it holds \(layers.count) files of shapes, and one is needed"
    case .geoPackage(let error):
      return error.description
    case .badRecord(let path, let record, let reason):
      return "cannot read '\(path)': \(record): \(reason)"
    case .unknownFormat(let path):
      return "cannot read '\(path)': boundaries are read from Shapefiles, GeoJSON and GeoPackages"
    case .noAreas(let path):
      return "cannot read '\(path)': it holds no area with an outline, at least one is needed"
    case .noSuchField(let path, let field, _, let fields):
      let nearest = Suggestion.closest(to: field, among: fields)
      return "cannot read '\(path)': there is no field '\(field)'\(Suggestion.question(nearest))"
    case .noCodeField(let path, _):
      return "cannot read '\(path)': no field looks like the areas' codes"
    case .emptyCode(let path, let field, let record):
      return """
        cannot read '\(path)': record \(record): the code in '\(field)' is empty, each area needs \
        its own
        """
    case .duplicateCode(let path, let field, let code, let records):
      let numbers = records.map(String.init).joined(separator: " and ")
      return """
        cannot read '\(path)': code '\(code)' in '\(field)' belongs to records \(numbers), each \
        area needs its own
        """
    case .noProjection(let path, _):
      let isShapefile = path.lowercased().hasSuffix(".shp")
      let found =
        isShapefile ? "the .prj is missing or empty" : "it names no coordinate system that fits"
      return "cannot read '\(path)': \(found), so what the coordinates mean is unknown"
    case .noStudyAreaField(let field, let paths, let fields):
      let nearest = Suggestion.closest(to: field, among: fields)
      let files = paths.map { "'\($0)'" }.joined(separator: ", ")
      return """
        cannot select the study area: no field '\(field)' in \(files)\(Suggestion.question(nearest))
        """
    case .noStudyAreaValue(let path, let field, let value, let values):
      let near = Suggestion.closest(to: value, among: values)
      return """
        cannot select the study area: no area of '\(path)' has \(field) \
        '\(value)'\(Suggestion.question(near))
        """
    case .emptyStudyArea(let path):
      return "cannot select the study area: no area of '\(path)' lies in it"
    case .noGroupField(let field, let paths, let fields):
      let nearest = Suggestion.closest(to: field, among: fields)
      let files = paths.map { "'\($0)'" }.joined(separator: ", ")
      return "cannot merge areas: no field '\(field)' in \(files)\(Suggestion.question(nearest))"
    case .noKeptField(let field, let paths, let fields):
      let nearest = Suggestion.closest(to: field, among: fields)
      let files = paths.map { "'\($0)'" }.joined(separator: ", ")
      return "cannot keep a field: no field '\(field)' in \(files)\(Suggestion.question(nearest))"
    case .emptyGroup(let path, let field, let area, let others):
      let more = others > 0 ? ", nor in those of \(others) more areas" : ""
      return """
        cannot merge areas of '\(path)': '\(field)' is empty in the record of '\(area)'\(more), each \
        area needs a value
        """
    case .severalNames(let path, let field, let group, let names):
      return """
        cannot merge areas of '\(path)': those of '\(group)' have several names in '\(field)', as \
        \(names.map { "'\($0)'" }.joined(separator: " and ")), one is allowed
        """
    }
  }
}
