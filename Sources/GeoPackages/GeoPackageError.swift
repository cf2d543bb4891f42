import Names

/// Why a GeoPackage cannot be read or written.
package enum GeoPackageError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no file of this name.
  case noSuchFile(path: String)
  /// The file is there and SQLite cannot use it.
  case unreadable(path: String, reason: String)
  /// The file is SQLite's and no GeoPackage, or not SQLite's at all.
  case notGeoPackage(path: String, found: String)
  /// The file has no layer of features.
  case noLayers(path: String)
  /// The file has several layers, and none was named.
  case severalLayers(path: String, layers: [String])
  /// The file has no layer of the name.
  case noSuchLayer(path: String, layer: String, layers: [String])
  /// A geometry is damaged; rows count from 1.
  case badGeometry(path: String, layer: String, row: Int, reason: String)
  /// A file cannot be written.
  case unwritable(path: String, reason: String)

  /// Returns the error of a row that is only now known to be the layer's so many-th.
  package func ofRow(_ row: Int) -> GeoPackageError {
    guard case .badGeometry(let path, let layer, _, let reason) = self else { return self }
    return .badGeometry(path: path, layer: layer, row: row, reason: reason)
  }

  /// Whether the error is that a file is not there, which has an exit status of its own.
  package var isMissingFile: Bool {
    if case .noSuchFile = self { true } else { false }
  }

  /// Whether the error is that writing failed.
  package var isWriteFailure: Bool {
    if case .unwritable = self { true } else { false }
  }

  /// The message: what cannot be done, what was found and what is allowed.
  package var description: String {
    switch self {
    case .noSuchFile(let path):
      return "cannot read '\(path)': there is no such file"
    case .unreadable(let path, let reason):
      return "cannot read '\(path)': \(reason)"
    case .notGeoPackage(let path, let found):
      return "cannot read '\(path)': it is no GeoPackage: \(found)"
    case .noLayers(let path):
      return "cannot read '\(path)': the GeoPackage has no layer of features, one is needed"
    case .severalLayers(let path, let layers):
      return "cannot read '\(path)': it has \(layers.count) layers, and one is needed"
    case .noSuchLayer(let path, let layer, let layers):
      return "cannot read '\(path)': there is no layer '\(layer)'"
        + Suggestion.question(Suggestion.closest(to: layer, among: layers))
    case .badGeometry(let path, let layer, let row, let reason):
      return "cannot read '\(path)': row \(row) of layer '\(layer)': \(reason)"
    case .unwritable(let path, let reason):
      return "cannot finish writing '\(path)': \(reason)"
    }
  }
}
