package import CommandLineKit

extension SharedOptions {
  /// The files of boundaries, one for each layer.
  package static let boundaries = Option<[String]>(
    "boundaries", valueName: "FILE",
    help: """
      Areas: polygon Shapefile, GeoJSON or GeoPackage (FILE.gpkg:LAYER if it has several layers), \
      or a ZIP of one (FILE.zip:inside/wards.shp if it has several). Repeat for several layers, \
      such as wards and LSOAs
      """,
    section: "Boundaries", role: .reads(boundaryExtensions))

  /// The field that holds the areas' codes.
  package static let codeField = Option<String?>(
    "code-field", valueName: "NAME",
    help: """
      Field with the codes of the areas, if the detected one (LSOA21CD, GSS_CODE, ...) is wrong
      """,
    section: "Boundaries", rules: [.needs("--boundaries")])

  /// The field that holds the areas' names.
  package static let nameField = Option<String?>(
    "name-field", valueName: "NAME",
    help: "Field with the names of the areas, if the detected one (WD22NM, NAME, ...) is wrong",
    section: "Boundaries", rules: [.needs("--boundaries")])

  /// The areas that count.
  package static let studyArea = Option<[String]>(
    "study-area", valueName: "FIELD=VALUE|FILE",
    help: """
      Use only these areas: those whose field has the value, as in LAD11CD=E09000033, or those that \
      lie more than half inside the polygons of a file. Repeat to use all that any names. Incidents \
      elsewhere count as outside
      """,
    section: "Boundaries", role: .reads(boundaryExtensions, or: .condition),
    rules: [.needs("--boundaries")])

  /// The field by which areas are merged.
  package static let groupField = Option<String?>(
    "group-field", valueName: "NAME",
    help: """
      Merge the areas that have the same value in this field before anything is counted, as in \
      LAD22CD for LSOAs to districts; the value is the code of the merged area
      """,
    section: "Boundaries", rules: [.needs("--boundaries")])

  /// Whether the index of a Shapefile is made again.
  package static let rebuildIndex = Flag(
    "rebuild-index",
    help: """
      Find the records of a Shapefile in its .shp where the .shx is missing, damaged or disagrees, \
      for boundaries and incidents. No file is changed
      """,
    section: "Boundaries")

  /// How far from an area an incident may lie and still count.
  package static let snap = Option<Double>(
    "snap", valueName: "METRES",
    help: """
      Assign an incident that lies just outside all areas to the nearest one within this distance
      """,
    section: "Boundaries", default: 0, rules: [.needs("--boundaries")],
    allowed: "0 or \(Length.allowedValues)",
    where: { $0 == 0 || Length.range.contains($0) })

  /// Where areas come from and which of them count; without ``snap``, which is about incidents.
  package static let boundaryInput: [OptionSpec] = [
    boundaries.spec, codeField.spec, nameField.spec, studyArea.spec, groupField.spec,
    rebuildIndex.spec,
  ]

  private static let boundaryExtensions = ["shp", "geojson", "json", "gpkg", "zip"]
}

extension SharedOptions {
  /// The coordinate reference system of the analysis.
  package static let crs = Option<String?>(
    "crs", valueName: "CRS",
    help: """
      Coordinate system of the analysis, projected, in metres, such as EPSG:27700; auto chooses one \
      where the boundaries' own, the default, cannot measure. Boundaries whose own system is missing \
      or unusable are taken to be in this one
      """,
    section: "Projection")

  /// The coordinate reference system of written files.
  package static let outputCRS = Option<String?>(
    "output-crs", valueName: "CRS",
    help: """
      Coordinate system of output files. By default WGS 84 for GeoJSON and KML, and that of the \
      analysis for other formats
      """,
    section: "Projection")

  /// A folder of datum grids.
  package static let grids = Option<String?>(
    "grids", valueName: "FOLDER",
    help: """
      Folder with additional datum grids for PROJ, such as OSTN15_NTv2_OSGBtoETRS.gsb. Nothing is \
      ever fetched from the network
      """,
    section: "Projection", role: .readsFolder)

  /// Whether an operation of unknown accuracy may be used.
  package static let allowBallpark = Flag(
    "allow-ballpark",
    help: """
      Accept a conversion of unknown accuracy between coordinate systems, which may be off by \
      hundreds of metres
      """,
    section: "Projection")

  /// Whether every point goes through PROJ.
  package static let exactProjection = Flag(
    "exact-projection",
    help: """
      Convert every point with PROJ itself, rather than with an approximation proved to be within \
      0.01 mm of it; slower
      """,
    section: "Projection")

  /// How coordinates are converted for the analysis; without ``outputCRS``, which is about files.
  package static let projection: [OptionSpec] = [
    crs.spec, grids.spec, allowBallpark.spec, exactProjection.spec,
  ]
}
