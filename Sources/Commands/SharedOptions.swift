package import CommandLineKit
package import Incidents

/// The options that mean the same in every command that has them.
///
/// A command lists a group, or single options, only where it honours every one of them. Values that
/// other modules understand (dates, hours, coordinate systems) stay text here: the command hands them
/// to their module, which words what is wrong with them.
package enum SharedOptions {}

// MARK: - Incidents

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
    where: { list in
      let keys = list.elements.map(\.key)
      return Set(keys).count == keys.count && Set(keys).isSubset(of: columnKeys)
    })

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

  /// What is done about incidents that come more than once.
  package static let repeats: [OptionSpec] = [unique.spec, allowRepeats.spec]

  /// Where incidents come from and how they are read.
  package static let incidentInput: [OptionSpec] = [
    incidents.spec, columns.spec, dateFormat.spec, timeFormat.spec, incidentsCRS.spec, strict.spec,
  ]
}

// MARK: - Boundaries

extension SharedOptions {
  /// The files of boundaries, one for each layer.
  package static let boundaries = Option<[String]>(
    "boundaries", valueName: "FILE",
    help: """
      Areas: polygon Shapefile, GeoJSON or GeoPackage (FILE.gpkg:LAYER if it has several layers). \
      Repeat for several layers, such as wards and LSOAs
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
  package static let studyArea = Option<String?>(
    "study-area", valueName: "FIELD=VALUE|FILE",
    help: """
      Use only these areas: those whose field has the value, as in LAD11CD=E09000033 for one \
      borough of a national file, or those that lie more than half inside the polygons of a file. \
      Incidents elsewhere count as outside
      """,
    section: "Boundaries", role: .reads(boundaryExtensions, or: .condition),
    rules: [.needs("--boundaries")])

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
    boundaries.spec, codeField.spec, nameField.spec, studyArea.spec, rebuildIndex.spec,
  ]

  private static let boundaryExtensions = ["shp", "geojson", "json", "gpkg"]
}

// MARK: - Projection

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

// MARK: - Filters

extension SharedOptions {
  /// The first day or month.
  package static let from = Option<String?>(
    "from", valueName: "DATE",
    help: """
      Keep incidents that start on or after this day (2017-03-31), or in or after this month \
      (2017-03)
      """,
    section: "Filters")

  /// The last day or month.
  package static let to = Option<String?>(
    "to", valueName: "DATE",
    help: "Keep incidents that start on or before this day, or before the end of this month",
    section: "Filters")

  /// The categories kept.
  package static let category = Option<[String]>(
    "category", valueName: "NAME", help: "Keep only incidents of this category",
    section: "Filters")

  /// The categories left out.
  package static let excludeCategory = Option<[String]>(
    "exclude-category", valueName: "NAME", help: "Exclude incidents of this category",
    section: "Filters")

  /// The hours of the day kept.
  package static let hours = Option<String?>(
    "hours", valueName: "HH-HH",
    help: """
      Keep these hours of the day, in local time. Hours past midnight belong to the day on which \
      they start: --hours 18-06 --days fri is Friday night
      """,
    section: "Filters")

  /// The days of the week kept.
  package static let days = Option<String?>(
    "days", valueName: "DAY,...",
    help: "Keep these days of the week, for example fri,sat or mon-thu", section: "Filters")

  /// When the operational day begins.
  package static let dayStart = Option<String?>(
    "day-start", valueName: "HH:MM",
    help: "Start the day at this time, for example 06:00, so that a night counts as one day",
    section: "Filters")

  /// The time zone in which dates and hours are read and shown.
  package static let timeZone = Option<String>(
    "time-zone", valueName: "ZONE", help: "Time zone of local dates and hours", section: "Filters",
    default: "Europe/London")

  /// Which incidents count, by date and category.
  package static let filters: [OptionSpec] = [
    from.spec, to.spec, category.spec, excludeCategory.spec, timeZone.spec,
  ]

  /// Which incidents count, by hour and day of the week.
  package static let hourFilters: [OptionSpec] = [hours.spec, days.spec]
}

extension DateOrder: ExpressibleByArgument {}
extension TimeFormat: ExpressibleByArgument {}

// MARK: - Values for areas

extension SharedOptions {
  /// A table of values for areas.
  package static let values = Option<String?>(
    "values", valueName: "FILE",
    help: "Use a table of values for the areas (CSV) instead of incidents",
    section: "Values", role: .reads(["csv", "gz"]), rules: [.needs("--value-field")])

  /// The column of the values.
  package static let valueField = Option<String?>(
    "value-field", valueName: "NAME", help: "Column of the table that holds the values",
    section: "Values", rules: [.needs("--values")])

  /// The column of the codes.
  package static let valuesCodeField = Option<String?>(
    "values-code-field", valueName: "NAME",
    help: """
      Column of the table that holds the codes of the areas. By default the one named like the \
      boundaries' code field, otherwise the one whose values match
      """,
    section: "Values", rules: [.needs("--values")])

  /// A table of values in place of incidents.
  package static let areaValues: [OptionSpec] = [
    values.spec, valueField.spec, valuesCodeField.spec,
  ]
}

// MARK: - Output

extension SharedOptions {
  /// The file of results.
  package static let output = Option<String?>(
    "output", valueName: "FILE",
    help: "Write the result to this file, in the format of its extension; - is standard output",
    section: "Output",
    role: .writes(["geojson", "gpkg", "csv", "json", "ndjson", "kml", "asc"]))

  /// The file of hotspots.
  package static let hotspots = Option<String?>(
    "hotspots", valueName: "FILE", help: "Write the hotspots to this file, ranked by incidents",
    section: "Output",
    role: .writes(["geojson", "gpkg", "csv", "json", "ndjson", "kml"]))

  /// The map of the same result.
  package static let map = Option<String?>(
    "map", valueName: "FILE.svg", help: "Draw a map of the result", section: "Output",
    role: .writes(["svg"]), allowed: "a name that ends in .svg, or -",
    where: { $0 == "-" || $0.lowercased().hasSuffix(".svg") })

  /// The chart of the same result.
  package static let chart = Option<String?>(
    "chart", valueName: "FILE.svg", help: "Draw a chart of the result", section: "Output",
    role: .writes(["svg"]), allowed: "a name that ends in .svg, or -",
    where: { $0 == "-" || $0.lowercased().hasSuffix(".svg") })

  /// The title of maps, charts and pages.
  package static let title = Option<String?>(
    "title", valueName: "TEXT", help: "Title of the map, chart or page, instead of the default",
    section: "Output")

  /// The record of the run.
  package static let manifest = Option<String?>(
    "manifest", valueName: "FILE.json",
    help: "Record what was read, chosen, computed and written, with the SHA-256 of each file",
    section: "Output", role: .writes(["json"]))
}

// MARK: - General

extension SharedOptions {
  /// The seed of everything random.
  package static let seed = Option<UInt64>(
    "seed", valueName: "N",
    help: "Seed of random permutations; the same seed gives the same result",
    section: OptionSection.general, default: 1)

  /// The number of threads.
  package static let threads = Option<Int?>(
    "threads", valueName: "N",
    help: "Number of threads. By default one for each processor; results never depend on it",
    section: OptionSection.general, isRecorded: false, allowed: "a whole number from 1 to 1024",
    where: { (1...1024).contains($0) })

  /// Silences all but warnings and errors; every command has it without listing it.
  package static let quiet = StandardOptions.quiet

  /// Says more; every command has it without listing it.
  package static let verbose = StandardOptions.verbose
}
