import GeoPackages
import Shapefiles

/// The formats in which boundaries are read, told by the name.
enum BoundaryFormat: Equatable {
  /// The files of a Shapefile.
  case shapefile
  /// GeoJSON of any arrangement.
  case geoJSON
  /// A layer of a GeoPackage.
  case geoPackage(GeoPackageAddress)

  /// Reads the format from what a user typed.
  ///
  /// - Throws: ``BoundaryError/unknownFormat(path:)`` for a format that is known and not read.
  init(path: String) throws(BoundaryError) {
    let lowered = path.lowercased()
    let others = [".kml", ".kmz", ".gml", ".zip", ".csv", ".tab", ".parquet", ".topojson"]
    if others.contains(where: lowered.hasSuffix) { throw .unknownFormat(path: path) }
    if let address = GeoPackageAddress(path) {
      self = .geoPackage(address)
    } else {
      let names = [".geojson", ".json", ".ndjson", ".geojsonl", ".geojsons"]
      self = names.contains(where: lowered.hasSuffix) ? .geoJSON : .shapefile
    }
  }

  /// Returns the name of a file's layer: the file's without folders and extension, or that of the
  /// layer of a GeoPackage.
  func layerName(of path: String) -> String {
    switch self {
    case .shapefile: return ShapefilePaths(path).name
    case .geoPackage(let address): return address.layer ?? address.name
    case .geoJSON:
      let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
      return path[slash...].split(separator: ".").dropLast().joined(separator: ".")
    }
  }
}
