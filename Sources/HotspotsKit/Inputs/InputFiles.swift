import GeoPackages
import Interchange
import Shapefiles

/// The files that are read where an input is named.
package enum InputFiles {
  /// Returns the files behind an input: those of a Shapefile, whichever of them or none is named;
  /// that of a layer of a GeoPackage, and the one beside it in which SQLite keeps what was written
  /// last.
  package static func behind(_ path: String) -> [String] {
    if let address = GeoPackageAddress(path) { return [address.file, "\(address.file)-wal"] }
    let paths = ShapefilePaths(path)
    let isNamed = [".shp", ".shx", ".dbf"].contains(where: path.lowercased().hasSuffix)
    let isStem = FileIdentity(path: path) == nil && paths.existing("shp") != nil
    guard isNamed || isStem else { return [path] }
    return ["shp", "shx", "dbf", "prj", "cpg"].map { paths.existing($0) ?? "\(paths.stem).\($0)" }
  }
}
