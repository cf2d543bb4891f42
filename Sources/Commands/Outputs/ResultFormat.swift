import Interchange

/// The formats in which a table can be written, told by the extension.
enum ResultFormat: String, CaseIterable {
  case geojson, csv, json

  /// Reads the format from a file's name; `-` is GeoJSON.
  ///
  /// - Throws: ``OutputError/unknownFormat(path:allowed:)``.
  init(path: String) throws(OutputError) {
    let name = path == "-" ? "-.geojson" : path.lowercased()
    guard let format = Self.allCases.first(where: { name.hasSuffix(".\($0.rawValue)") }) else {
      throw .unknownFormat(
        path: path, allowed: Self.allCases.map { ".\($0.rawValue)" }.joined(separator: ", "))
    }
    self = format
  }
}
