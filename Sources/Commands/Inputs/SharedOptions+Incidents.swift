package import CommandLineKit
package import Incidents

extension DateOrder: ExpressibleByArgument {}
extension TimeFormat: ExpressibleByArgument {}

extension SharedOptions {
  /// The files of incidents.
  package static let incidents = Option<[String]>(
    "incidents", valueName: "FILE",
    help: """
      Incidents to read: CSV or GeoJSON, also .gz; XLSX (FILE.xlsx:SHEET), GeoPackage \
      (FILE.gpkg:LAYER), point Shapefile; a folder, a ZIP or a quoted pattern. \
      - is standard input. Repeat for several files of one dataset
      """,
    section: "Incidents",
    role: .reads([
      "csv", "tsv", "txt", "xlsx", "zip", "gz", "geojson", "json", "ndjson", "geojsonl", "gpkg",
      "shp",
    ]))

  /// The keys of ``columns``.
  package static let columnKeys = [
    "id", "longitude", "latitude", "easting", "northing", "position", "lat_lon", "lon_lat", "start",
    "end", "month", "category",
    "location", "weight", "start_time", "end_time", "year", "day", "hour", "minute",
  ]

  /// The columns of the incidents, where detection is not to be trusted.
  package static let columns = Option<CommaSeparated<KeyedValue>?>(
    "columns", valueName: "KEY=NAME,...",
    help: """
      Columns to use, as start=From,end=To; category= uses none, \
      weight=NAME weighs by it. Keys: \(columnKeys.joined(separator: " "))
      """,
    section: "Incidents",
    allowed:
      "a list such as start=From,end=To with keys from \(columnKeys.joined(separator: ", "))",
    keys: columnKeys,
    where: { list in
      // Of several datasets a key may say of which it is: `fire:start=DateOfCall`.
      let keys = list.elements.map(\.key)
      return Set(keys).count == keys.count
        && Set(keys.map { DatasetColumn.key(of: $0) }).isSubset(of: columnKeys)
    })

  /// The line of the header.
  package static let headerRow = Option<Int?>(
    "header-row", valueName: "N",
    help: """
      Line of the header in a text file, or its row in a sheet, counted from 1. By default it is \
      found, also below titles and notes, which are not read
      """,
    section: "Incidents", allowed: "a whole number from 1 to 1000000",
    where: { (1...1_000_000).contains($0) })

  /// The order of day, month and year.
  package static let dateFormat = Option<DateOrder?>(
    "date-format", valueName: "ORDER",
    help: """
      Order of day, month and year in dates such as 03/04/2017, if the column itself does not \
      settle it
      """,
    section: "Incidents")

  /// What whole numbers in columns of times mean.
  package static let timeFormat = Option<TimeFormat?>(
    "time-format", valueName: "FORMAT",
    help: """
      Meaning of whole numbers in a column of times: hhmm (257 is 02:57) or hour (each a window of \
      one hour). By default any number over 23 makes the whole column hhmm, otherwise it is hour
      """,
    section: "Incidents")

  /// The coordinate reference system of the incidents.
  package static let incidentsCRS = Option<String?>(
    "incidents-crs", valueName: "CRS",
    help: """
      Coordinate system of the incidents. By default the one that the file names, otherwise \
      EPSG:4326 (WGS 84) for longitude and latitude and EPSG:27700 (British National Grid) for \
      easting and northing
      """,
    section: "Incidents")

  /// Whether a rejected row is an error.
  package static let strict = Flag(
    "strict",
    help: """
      Fail if any row is rejected, instead of counting it, or if a record of the boundaries is no \
      area, instead of leaving it out
      """,
    section: "Incidents")

  /// The column whose values count once.
  package static let unique = Option<String?>(
    "unique", valueName: "KEY",
    help: """
      Count rows with the same value in this column only once: the first that is neither rejected \
      nor otherwise filtered. KEY is a column name, or a key of --columns such as id. Empty values \
      all count. Uses up to 48 bytes a value
      """,
    section: "Incidents", allowed: "the name of a column, or a key such as id",
    where: { !$0.isEmpty })

  /// Whether files may hold the same incidents.
  package static let allowRepeats = Flag(
    "allow-repeats",
    help: """
      Accept files with the same rows, or data.police.uk outcomes together with street-level \
      crime, although each incident in both counts twice
      """,
    section: "Incidents")

  /// The column of areas.
  package static let areaColumn = Option<String?>(
    "area-column", valueName: "NAME",
    help: """
      Assign rows without coordinates by this column, which has the code or name of their area in \
      the first layer
      """,
    section: "Incidents", rules: [.needs("--boundaries")])

  /// The column of counts.
  package static let countColumn = Option<String?>(
    "count-column", valueName: "NAME",
    help: """
      Column that tells how many incidents a row stands for, in tables that are counted already; \
      a whole number from 0
      """,
    section: "Incidents",
    rules: [
      .excludes("--hours", because: "counts have no times of day"),
      .excludes("--days", because: "counts have no times of day"),
    ])

  /// How tables of partners are read: rows with an area's code, rows that stand for several incidents.
  package static let partnerTables: [OptionSpec] = [areaColumn.spec, countColumn.spec]

  /// What is done about incidents that come more than once.
  package static let repeats: [OptionSpec] = [unique.spec, allowRepeats.spec]

  /// Where incidents come from and how they are read.
  package static let incidentInput: [OptionSpec] = [
    incidents.spec, columns.spec, headerRow.spec, dateFormat.spec, timeFormat.spec,
    incidentsCRS.spec, strict.spec,
  ]
}
