public import Interchange

/// The formats of the rows of a query, which follow from the extension.
public enum RowFormat: String, Sendable, CaseIterable {
  /// GeoJSON (RFC 7946) with the reconciliation, in WGS 84 unless another system is asked for.
  case geojson
  /// Newline-delimited GeoJSON, a feature on each line.
  case ndjson
  /// A GeoPackage with one layer, in the system of the incidents unless another is asked for.
  case gpkg
  /// Comma-separated values, with times and coordinates as they were written.
  case csv

  /// The extensions of the format, the usual one first.
  public var extensions: [String] {
    self == .ndjson ? ["ndjson", "geojsonl", "geojsons"] : [rawValue]
  }

  /// Whether the format holds geometry, so that rows without a position are left out.
  public var hasGeometry: Bool { self != .csv }

  /// Reads the format from a file's name; `-` is GeoJSON.
  ///
  /// - Throws: ``Interchange/OutputError/unknownFormat(path:allowed:)``.
  public init(path: String) throws(OutputError) {
    let name = path == "-" ? "-.geojson" : path.lowercased()
    let format = Self.allCases.first { $0.extensions.contains { name.hasSuffix(".\($0)") } }
    guard let format else {
      let allowed = Self.allCases.flatMap(\.extensions).map { ".\($0)" }
      throw .unknownFormat(path: path, allowed: allowed.joined(separator: ", "))
    }
    self = format
  }
}
