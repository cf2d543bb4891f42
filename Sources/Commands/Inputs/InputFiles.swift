import CommandLineKit
import GeoPackages
import Interchange
import Shapefiles

/// The files that a command line names to be read.
enum InputFiles {
  /// The options that name what is written; all others that hold paths name what is read.
  static let outputs: Set<String> = [
    "output", "map", "chart", "manifest", "hotspots", "night-output", "contours",
  ]

  /// Returns the files that options name, those that belong to a Shapefile included, and `-`.
  ///
  /// - Parameters:
  ///   - options: The options of the command.
  ///   - given: What was given for them.
  /// - Returns: The paths, whether or not there is anything at them.
  static func named(
    by options: [OptionSpec], _ given: [Arguments.RecordedOption]
  ) -> [String] {
    given.flatMap { option -> [String] in
      guard !outputs.contains(option.name),
        let spec = options.first(where: { $0.name == option.name }), spec.holdsPaths
      else { return [] }
      let paths =
        spec.isList
        ? option.values.flatMap { $0.split(separator: ",").map(String.init) } : option.values
      return paths.filter { !spec.isCondition($0) }.flatMap(behind)
    }
  }

  /// Returns the files behind an input: those of a Shapefile, whichever of them or none is named, that of a layer of a GeoPackage and the
  /// one beside it in which SQLite keeps what was written last.
  static func behind(_ path: String) -> [String] {
    if let address = GeoPackageAddress(path) { return [address.file, "\(address.file)-wal"] }
    let paths = ShapefilePaths(path)
    let isNamed = [".shp", ".shx", ".dbf"].contains(where: path.lowercased().hasSuffix)
    let isStem = FileIdentity(path: path) == nil && paths.existing("shp") != nil
    guard isNamed || isStem else { return [path] }
    return ["shp", "shx", "dbf", "prj", "cpg"].map { paths.existing($0) ?? "\(paths.stem).\($0)" }
  }
}
