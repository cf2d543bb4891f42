public import Interchange
import Projections

/// The file to which a query writes its rows, and how.
///
///     var output = try RowOutput("robberies.gpkg")
///     output.columns = .all
public struct RowOutput: Sendable {
  /// The file; `-` is standard output, which cannot hold a GeoPackage.
  public var path: String
  /// The format.
  public var format: RowFormat
  /// The columns of the input that are kept.
  public var columns = KeptColumns.meaningful
  /// The coordinate system of the file, in any form that PROJ accepts; `nil` for WGS 84 in GeoJSON,
  /// that of the incidents in a GeoPackage, and coordinates as they were written in CSV.
  public var crs: String?
  /// Decimals of the coordinates of text formats, from 0 to 7.
  public var decimals = 7

  /// Describes a file.
  ///
  /// - Parameters:
  ///   - path: The file; `-` is standard output.
  ///   - format: The format; `nil` for that of the extension.
  /// - Throws: ``Interchange/OutputError/unknownFormat(path:allowed:)``.
  public init(_ path: String, format: RowFormat? = nil) throws(OutputError) {
    self.path = path
    self.format = if let format { format } else { try RowFormat(path: path) }
  }

  /// Whether coordinates are written as numbers, instead of as they stand in the input.
  var convertsCoordinates: Bool { format.hasGeometry || crs != nil }

  /// Returns the system in which coordinates are written, in a form that PROJ accepts; `nil` if they
  /// stay text.
  func writtenCRS(incidentsCRS: String) -> String? {
    guard convertsCoordinates else { return nil }
    return crs ?? (format == .gpkg ? incidentsCRS : "EPSG:4326")
  }
}
