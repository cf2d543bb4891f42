/// Why a backdrop cannot be drawn.
public enum BackdropError: Error, Equatable, CustomStringConvertible {
  /// The extension is not that of a supported format.
  case unknownFormat(path: String)
  /// The file has nothing to draw.
  case empty(path: String)
  /// The file does not state its coordinate system.
  case noSystem(path: String)
  /// Part of it cannot be converted to the system of the map.
  case beyond(path: String, system: String)
  /// A GeoPackage has several layers, and none was named.
  case severalLayers(path: String, layers: [String])
  /// A file cannot be read, for the reason given.
  case unreadable(String, isMissingFile: Bool)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .unknownFormat(let path):
      "cannot draw the backdrop '\(path)': its format is not known, .shp, .geojson and "
        + ".gpkg are read"
    case .empty(let path):
      "cannot draw the backdrop '\(path)': it has no point, line or area"
    case .noSystem(let path):
      "cannot draw the backdrop '\(path)': "
        + (path.lowercased().hasSuffix(".shp")
          ? "its .prj is missing" : "it names no coordinate system")
        + ", so its coordinates are not known"
    case .beyond(let path, let system):
      "cannot draw the backdrop '\(path)': some of it reaches beyond what has a place in \(system)"
    case .severalLayers(let path, let layers):
      "cannot read '\(path)': it has \(layers.count) layers, and one is needed"
    case .unreadable(let description, _): description
    }
  }
}
