public import Interchange

/// The formats of a density, which follow from the extension.
public enum DensityFormat: Sendable, Equatable {
  /// The surface as an ESRI ASCII grid, `.asc`.
  case grid
  /// The cells if the format has no geometry, else the bands.
  case table(ResultFormat)

  /// Whether the format holds bands.
  public var hasBands: Bool {
    if case .table(let format) = self { format.hasGeometry } else { false }
  }

  /// Returns the file beside a grid that names its coordinate system, as GIS look for it: the same with
  /// `.prj`; `nil` for the other formats.
  package static func systemFile(beside path: String) -> String? {
    path.lowercased().hasSuffix(".asc") ? "\(path.dropLast(3))prj" : nil
  }

  /// Reads the format from a file's name; `-` is GeoJSON.
  ///
  /// - Throws: ``Interchange/OutputError/unknownFormat(path:allowed:)``.
  public init(path: String) throws(OutputError) {
    if path.lowercased().hasSuffix(".asc") {
      self = .grid
    } else if let format = ResultFormat(extensionOf: path) {
      self = .table(format)
    } else {
      throw .unknownFormat(path: path, allowed: ".asc, \(ResultFormat.words)")
    }
  }
}
