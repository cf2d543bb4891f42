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
      Incidents to read: CSV, GeoJSON, newline-delimited GeoJSON, any of them .gz, GeoPackage \
      (FILE.gpkg:LAYER) or a point Shapefile; - is standard input. Repeat it for several files of \
      one dataset
      """,
    section: "Incidents",
    completion: .file(
      extensions: ["csv", "gz", "geojson", "json", "ndjson", "geojsonl", "gpkg", "shp"]))

  /// The keys of ``columns``.
  package static let columnKeys = [
    "id", "longitude", "latitude", "easting", "northing", "start", "end", "month", "category",
    "location", "weight", "start_time", "end_time",
  ]

  /// The columns of the incidents, where detection is not to be trusted.
  package static let columns = Option<CommaSeparated<KeyedValue>?>(
    "columns", valueName: "KEY=NAME,...",
    help: """
      Columns instead of the detected ones, as in start=From,end=To; category= uses none, \
      weight=NAME weighs by a number. Keys: \(columnKeys.joined(separator: " "))
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
      Order of day, month and year in dates such as 03/04/2017, where the column itself does not \
      prove it
      """,
    section: "Incidents")

  /// The coordinate reference system of the incidents.
  package static let incidentsCRS = Option<String?>(
    "incidents-crs", valueName: "CRS",
    help: """
      Coordinate system of the incidents. Without it that of the file where it names one, else \
      EPSG:4326 (WGS 84) for longitude and latitude, EPSG:27700 (British National Grid) for easting \
      and northing
      """,
    section: "Incidents")

  /// Whether a rejected row is an error.
  package static let strict = Flag(
    "strict", help: "Stop when any row has to be rejected, instead of counting it",
    section: "Incidents")

  /// The column whose values count once.
  package static let unique = Option<String?>(
    "unique", valueName: "KEY",
    help: """
      Count rows with the same value in this column once: the first that nothing else sets aside. A \
      column's name, or a key of --columns such as id; empty ones all count. Takes up to 48 bytes a value
      """,
    section: "Incidents", allowed: "the name of a column, or a key such as id",
    where: { !$0.isEmpty })

  /// Whether files may hold the same incidents.
  package static let allowRepeats = Flag(
    "allow-repeats",
    help: """
      Read files together that hold the same rows, or data.police.uk's outcomes beside its street-level \
      crime: an incident in both counts twice
      """,
    section: "Incidents")

  /// What is done about incidents that come more than once.
  package static let repeats: [OptionSpec] = [unique.spec, allowRepeats.spec]

  /// Where incidents come from and how they are read.
  package static let incidentInput: [OptionSpec] = [
    incidents.spec, columns.spec, dateFormat.spec, incidentsCRS.spec, strict.spec,
  ]
}

// MARK: - Boundaries

extension SharedOptions {
  /// The files of boundaries, one for each layer.
  package static let boundaries = Option<[String]>(
    "boundaries", valueName: "FILE",
    help: """
      Areas: a polygon Shapefile, GeoJSON or GeoPackage (FILE.gpkg:LAYER where it has several \
      layers). Repeat it for several layers, such as wards and LSOAs at once
      """,
    section: "Boundaries", completion: boundaryFiles)

  /// The field that holds the areas' codes.
  package static let codeField = Option<String?>(
    "code-field", valueName: "NAME",
    help: "Field with the areas' codes, where the detected one (LSOA21CD, GSS_CODE, ...) is wrong",
    section: "Boundaries")

  /// The field that holds the areas' names.
  package static let nameField = Option<String?>(
    "name-field", valueName: "NAME",
    help: "Field with the areas' names, where the detected one (WD22NM, NAME, ...) is wrong",
    section: "Boundaries")

  /// The areas that count.
  package static let studyArea = Option<String?>(
    "study-area", valueName: "FIELD=VALUE|FILE",
    help: """
      Use only these areas: those whose field has the value, as in LAD11CD=E09000033 for one borough \
      of a national file, or those that lie in the polygons of a file by more than half of their ground. Incidents elsewhere are outside
      """,
    section: "Boundaries", completion: boundaryFiles)

  /// How far from an area an incident may lie and still count.
  package static let snap = Option<Double>(
    "snap", valueName: "METRES",
    help: "Give an incident just outside all areas to the nearest one within this distance",
    section: "Boundaries", default: 0, allowed: "0 or \(Length.allowedValues)",
    where: { $0 == 0 || Length.range.contains($0) })

  /// Where areas come from and which of them count; without ``snap``, which is about incidents.
  package static let boundaryInput: [OptionSpec] = [
    boundaries.spec, codeField.spec, nameField.spec, studyArea.spec,
  ]

  private static let boundaryFiles = OptionSpec.Completion.file(
    extensions: ["shp", "geojson", "json", "gpkg"])
}

// MARK: - Projection

extension SharedOptions {
  /// The coordinate reference system of the analysis.
  package static let crs = Option<String?>(
    "crs", valueName: "CRS",
    help: """
      Coordinate system of the analysis, projected and in metres, such as EPSG:27700. \
      Without it the boundaries' own, when it is one
      """,
    section: "Projection")

  /// The coordinate reference system of written files.
  package static let outputCRS = Option<String?>(
    "output-crs", valueName: "CRS",
    help: """
      Coordinate system of written files. Without it WGS 84 for GeoJSON and KML, \
      that of the analysis elsewhere
      """,
    section: "Projection")

  /// A folder of datum grids.
  package static let grids = Option<String?>(
    "grids", valueName: "FOLDER",
    help: """
      Folder with more datum grids for PROJ, such as OSTN15_NTv2_OSGBtoETRS.gsb. \
      Nothing is ever fetched from the network
      """,
    section: "Projection", completion: .directory)

  /// Whether an operation of unknown accuracy may be used.
  package static let allowBallpark = Flag(
    "allow-ballpark",
    help: """
      Accept a conversion between coordinate systems of unknown accuracy, which may be off by \
      hundreds of metres
      """,
    section: "Projection")

  /// Whether every point goes through PROJ.
  package static let exactProjection = Flag(
    "exact-projection",
    help: """
      Convert every point with PROJ itself, instead of an approximation proved to be within \
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
    help: "Keep incidents that begin on or after this day (2017-03-31) or month (2017-03)",
    section: "Filters")

  /// The last day or month.
  package static let to = Option<String?>(
    "to", valueName: "DATE",
    help: "Keep incidents that begin on or before this day, or before the end of this month",
    section: "Filters")

  /// The categories kept.
  package static let category = Option<[String]>(
    "category", valueName: "NAME", help: "Keep only incidents of this category",
    section: "Filters")

  /// The categories left out.
  package static let excludeCategory = Option<[String]>(
    "exclude-category", valueName: "NAME", help: "Leave out incidents of this category",
    section: "Filters")

  /// The hours of the day kept.
  package static let hours = Option<String?>(
    "hours", valueName: "HH-HH",
    help: """
      Keep these hours of the day, local time. Hours that pass midnight belong to the day on which \
      they begin: --hours 18-06 --days fri is Friday night
      """,
    section: "Filters")

  /// The days of the week kept.
  package static let days = Option<String?>(
    "days", valueName: "DAY,...",
    help: "Keep these days of the week, as in fri,sat or mon-thu", section: "Filters")

  /// When the operational day begins.
  package static let dayStart = Option<String?>(
    "day-start", valueName: "HH:MM",
    help: "Begin the day at this time, as in 06:00, so that a night counts as one day",
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

// MARK: - Values for areas

extension SharedOptions {
  /// A table of values for areas.
  package static let values = Option<String?>(
    "values", valueName: "FILE",
    help: "Use a ready table of values for the areas, CSV, instead of incidents",
    section: "Values", completion: .file(extensions: ["csv", "gz"]))

  /// The column of the values.
  package static let valueField = Option<String?>(
    "value-field", valueName: "NAME", help: "Column of the table with the values",
    section: "Values")

  /// The column of the codes.
  package static let valuesCodeField = Option<String?>(
    "values-code-field", valueName: "NAME",
    help: """
      Column of the table with the areas' codes. Without it the one named like the boundaries' \
      code field, else the one whose values match
      """,
    section: "Values")

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
    help: "Write the result here; the format follows the extension, and - is standard output",
    section: "Output",
    completion: .file(extensions: ["geojson", "gpkg", "csv", "json", "ndjson", "kml", "asc"]))

  /// The file of hotspots.
  package static let hotspots = Option<String?>(
    "hotspots", valueName: "FILE", help: "Write the hotspots, ranked by incidents",
    section: "Output",
    completion: .file(extensions: ["geojson", "gpkg", "csv", "json", "ndjson", "kml"]))

  /// The map of the same result.
  package static let map = Option<String?>(
    "map", valueName: "FILE.svg", help: "Draw a map of the result", section: "Output",
    completion: .file(extensions: ["svg"]), allowed: "a name that ends in .svg, or -",
    where: { $0 == "-" || $0.lowercased().hasSuffix(".svg") })

  /// The chart of the same result.
  package static let chart = Option<String?>(
    "chart", valueName: "FILE.svg", help: "Draw a chart of the result", section: "Output",
    completion: .file(extensions: ["svg"]), allowed: "a name that ends in .svg, or -",
    where: { $0 == "-" || $0.lowercased().hasSuffix(".svg") })

  /// The title of maps, charts and pages.
  package static let title = Option<String?>(
    "title", valueName: "TEXT", help: "Title of the map, chart or page, instead of a made one",
    section: "Output")

  /// The record of the run.
  package static let manifest = Option<String?>(
    "manifest", valueName: "FILE.json",
    help: "Record what was read, chosen, computed and written, with a SHA-256 of each file",
    section: "Output", completion: .file(extensions: ["json"]))
}

// MARK: - General

extension SharedOptions {
  /// The seed of everything random.
  package static let seed = Option<UInt64>(
    "seed", valueName: "N", help: "Seed of random permutations; the same seed, the same result",
    section: OptionSection.general, default: 1)

  /// The number of threads.
  package static let threads = Option<Int?>(
    "threads", valueName: "N",
    help: "Threads to use. Without it one for each processor; results never depend on it",
    section: OptionSection.general, isRecorded: false, allowed: "a whole number from 1 to 1024",
    where: { (1...1024).contains($0) })

  /// Silences all but warnings and errors; every command has it without listing it.
  package static let quiet = StandardOptions.quiet

  /// Says more; every command has it without listing it.
  package static let verbose = StandardOptions.verbose
}
