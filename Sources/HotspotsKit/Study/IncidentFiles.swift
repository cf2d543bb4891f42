public import Incidents

/// The files of incidents that make one dataset, and how they are read.
///
///     var files: IncidentFiles = ["january.csv", "february.csv"]
///     files.columns = [(.start, "From"), (.end, "To")]
public struct IncidentFiles: Sendable, ExpressibleByArrayLiteral {
  /// The files: CSV, GeoJSON, newline-delimited GeoJSON, any of them `.gz`, a GeoPackage as
  /// `FILE.gpkg:LAYER`, a point Shapefile, or `-` for standard input.
  public var paths: [String]
  /// The columns that are not to be detected, by what they serve for; an empty name uses none.
  public var columns: [(key: ColumnKey, name: String)] = []
  /// The order of day, month and year in dates such as 03/04/2017, where the column itself does not
  /// prove it.
  public var dateOrder: DateOrder?
  /// The coordinate system, as PROJ takes it; `nil` for that of the file where it names one, else
  /// EPSG:4326 for longitude and latitude, EPSG:27700 for easting and northing.
  public var crs: String?
  /// The column, or the key of one such as `id`, whose values count once; `nil` if every row counts.
  public var uniqueKey: String?
  /// Whether files that hold the same incidents may be read together, so that these count twice.
  public var allowsRepeats = false
  /// Whether a row that cannot be understood is an error instead of being counted as rejected.
  public var isStrict = false

  /// Names files whose columns are detected.
  public init(_ paths: [String] = []) { self.paths = paths }

  /// Names files whose columns are detected.
  public init(arrayLiteral paths: String...) { self.init(paths) }

  /// The column of weights that was named; one that is merely found is not used.
  package var weightName: String? { columns.first { $0.key == .weight && !$0.name.isEmpty }?.name }
}
