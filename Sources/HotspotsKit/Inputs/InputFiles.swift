import GeoPackages
import Incidents
import Interchange
import Shapefiles

/// The files that belong to an input.
package enum InputFiles {
  /// Returns the files that belong to an input: those in a folder and those that fit a pattern; the
  /// archive of a file, the workbook of a sheet; all parts of a Shapefile, whichever is named; the
  /// GeoPackage of a layer, and SQLite's write-ahead log beside it.
  package static func behind(_ path: String) -> [String] {
    IncidentParts.files(behind: [path]).flatMap(belonging)
  }

  /// Returns a file and those that belong to it.
  private static func belonging(to path: String) -> [String] {
    if let address = GeoPackageAddress(path) { return [address.file, "\(address.file)-wal"] }
    let paths = ShapefilePaths(path)
    let isNamed = [".shp", ".shx", ".dbf"].contains(where: path.lowercased().hasSuffix)
    let isStem = FileIdentity(path: path) == nil && paths.existing("shp") != nil
    guard isNamed || isStem else { return [path] }
    return ["shp", "shx", "dbf", "prj", "cpg"].map { paths.existing($0) ?? "\(paths.stem).\($0)" }
  }
}
