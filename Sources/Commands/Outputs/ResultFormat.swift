import CommandLineKit
import Interchange

/// The formats in which a table can be written, told by the extension.
enum ResultFormat: String, CaseIterable {
  case geojson, gpkg, csv, json, ndjson, kml

  /// The extensions by which the format is told, the usual one first.
  var extensions: [String] {
    self == .ndjson ? ["ndjson", "geojsonl", "geojsons"] : [rawValue]
  }

  /// Whether the format holds where the rows lie.
  var hasGeometry: Bool { self != .csv && self != .json }

  /// The system of coordinates where `--output-crs` does not name one; absent for that of the
  /// analysis.
  var defaultCRS: String? { self == .gpkg ? nil : "EPSG:4326" }

  /// Reads the format from a file's name; `-` is GeoJSON.
  ///
  /// - Throws: ``OutputError/unknownFormat(path:allowed:)``.
  init(path: String) throws(OutputError) {
    guard let format = Self(extensionOf: path) else {
      throw .unknownFormat(path: path, allowed: Self.words)
    }
    self = format
  }

  /// Reads the format from a file's name; `-` is GeoJSON.
  init?(extensionOf path: String) {
    let name = path == "-" ? "-.geojson" : path.lowercased()
    let format = Self.allCases.first { $0.extensions.contains { name.hasSuffix(".\($0)") } }
    guard let format else { return nil }
    self = format
  }

  /// Checks, before anything is read, that a table can be written to a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - outputCRS: The system of `--output-crs`.
  /// - Throws: ``UsageError`` for an extension that tells no format, and for a system that the format
  ///   does not allow.
  static func check(_ path: String, outputCRS: String?) throws(UsageError) {
    let format: ResultFormat
    do { format = try ResultFormat(path: path) } catch { throw .invalid(error.description) }
    if format == .kml, let outputCRS, outputCRS != "EPSG:4326" {
      throw .invalid(
        "cannot write '\(path)' in '\(outputCRS)': KML is always in WGS 84",
        help: "leave out --output-crs, or choose another format")
    }
  }

  /// The extensions in words, as messages list them.
  static var words: String { allCases.map { ".\($0.rawValue)" }.joined(separator: ", ") }
}
