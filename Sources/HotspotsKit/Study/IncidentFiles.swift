public import Incidents

/// The incident files of one dataset, and how they are read.
///
///     var files: IncidentFiles = ["january.csv", "february.csv"]
///     files.columns = [(.start, "From"), (.end, "To")]
public struct IncidentFiles: Sendable, ExpressibleByArrayLiteral {
  /// The files: CSV, GeoJSON, newline-delimited GeoJSON, any of them `.gz`, a sheet of a workbook as
  /// `FILE.xlsx:SHEET`, a GeoPackage as `FILE.gpkg:LAYER`, a point Shapefile, or `-` for standard
  /// input; a folder, a ZIP archive or a pattern such as `2024-*.csv` for all files in it.
  ///
  /// Files of a folder, an archive and a pattern are read in the order of the bytes of their paths.
  /// Of data.police.uk's files in a folder or an archive only those of street-level crime are read.
  public var paths: [String]
  /// Columns that override the detection, by purpose; an empty name means no column.
  public var columns: [(key: ColumnKey, name: String)] = []
  /// The order of day, month and year in dates such as 03/04/2017, for columns that do not settle
  /// it themselves.
  public var dateOrder: DateOrder?
  /// What whole numbers in a column of times mean.
  ///
  /// If `nil`, the whole column decides: any number over 23 makes all of them hours and minutes,
  /// otherwise they are hours.
  public var timeFormat: TimeFormat?
  /// The line of the header in text, or its row in a sheet, counted from 1; found if `nil`.
  public var headerRow: Int?
  /// The coordinate system, in any form that PROJ accepts.
  ///
  /// If `nil`, that of the file if it names one, otherwise EPSG:4326 for longitude and latitude and
  /// EPSG:27700 for easting and northing.
  public var crs: String?
  /// The column, or its key such as `id`, whose values count once each; `nil` if every row counts.
  public var uniqueKey: String?
  /// The column, or its key, that tells the area of rows without coordinates by its code or name in
  /// the first layer; `nil` if rows without coordinates are in no area.
  public var areaColumn: String?
  /// The column, or its key, that tells how many incidents a row stands for; `nil` if each row is one.
  public var countColumn: String?
  /// Whether files that hold the same incidents may be read together, which counts these twice.
  public var allowsRepeats = false
  /// Whether a row that cannot be understood is an error, instead of being counted as rejected.
  public var isStrict = false

  /// Whether the index of a Shapefile (`.shx`) that is missing or damaged is made again from the
  /// `.shp`, in memory.
  public var rebuildsIndex = false

  /// Creates a list of files whose columns are detected.
  public init(_ paths: [String] = []) { self.paths = paths }

  /// Creates a list of files whose columns are detected.
  public init(arrayLiteral paths: String...) { self.init(paths) }

  /// The column of weights that was named; one that is merely found is not used.
  package var weightName: String? { columns.first { $0.key == .weight && !$0.name.isEmpty }?.name }
}
