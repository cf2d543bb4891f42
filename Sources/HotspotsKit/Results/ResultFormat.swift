public import Interchange

/// The formats of tables, which follow from the extension.
public enum ResultFormat: String, Sendable, CaseIterable {
  /// GeoJSON (RFC 7946), in WGS 84 unless another system is asked for.
  case geojson
  /// A GeoPackage with one layer, in the system of the study unless another is asked for.
  case gpkg
  /// Comma-separated values, without geometry.
  case csv
  /// An array of objects with the keys of the CSV, without geometry.
  case json
  /// A workbook with one sheet, without geometry.
  case xlsx
  /// Newline-delimited GeoJSON, a feature on each line.
  case ndjson
  /// KML, always in WGS 84.
  case kml

  /// The extensions of the format, the usual one first.
  public var extensions: [String] {
    self == .ndjson ? ["ndjson", "geojsonl", "geojsons"] : [rawValue]
  }

  /// Whether the format holds geometry.
  public var hasGeometry: Bool { self != .csv && self != .json && self != .xlsx }

  /// The default coordinate system; `nil` for that of the study.
  package var defaultCRS: String? { self == .gpkg ? nil : Self.wgs84 }

  private static let wgs84 = "EPSG:4326"

  /// Reads the format from a file's name; `-` is GeoJSON.
  ///
  /// - Throws: ``Interchange/OutputError/unknownFormat(path:allowed:)``.
  public init(path: String) throws(OutputError) {
    guard let format = Self(extensionOf: path) else {
      throw .unknownFormat(path: path, allowed: Self.words)
    }
    self = format
  }

  /// Reads the format from a file's name; `-` is GeoJSON.
  package init?(extensionOf path: String) {
    let name = path == "-" ? "-.geojson" : path.lowercased()
    let format = Self.allCases.first { $0.extensions.contains { name.hasSuffix(".\($0)") } }
    guard let format else { return nil }
    self = format
  }

  /// Checks that a table can be written to a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - format: The format; `nil` for that of the extension.
  ///   - crs: The coordinate system of the file; `nil` for that of the format.
  /// - Throws: ``Interchange/OutputError/unknownFormat(path:allowed:)``, and
  ///   ``Interchange/OutputError/fixedSystem(path:system:format:)`` for KML in a system other than
  ///   WGS 84.
  public static func check(
    _ path: String, as format: ResultFormat? = nil, crs: String?
  ) throws(OutputError) {
    let format = if let format { format } else { try Self(path: path) }
    if format == .kml, let crs, crs != wgs84 {
      throw .fixedSystem(path: path, system: crs, format: "KML is always in WGS 84")
    }
  }

  /// The extensions in words, as messages list them.
  package static var words: String {
    allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
  }
}
