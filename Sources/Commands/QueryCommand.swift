package import CommandLineKit
import HotspotsKit
import Interchange

/// Selects incidents by place, time, category and any column, and writes or counts them.
package struct QueryCommand: Command {
  package static let name = "query"
  package static let abstract = "Select incidents by area, time, category or any column."
  package static let discussion = """
    Which incidents lie in an area, in a period, at certain hours? One option defines the query \
    area. Its edges are straight in its own coordinate system, and a point on an edge counts as \
    inside (with --area, inside one of the areas that meet there, as for hotspots areas). Without \
    a query area, only the other conditions apply; rows without coordinates then appear in CSV and \
    in counts.

    Rows are written in input order as GeoJSON, newline-delimited GeoJSON, GeoPackage or CSV, with \
    the columns id, start, end or month, category, location. Formats with geometry have times in \
    RFC 3339; CSV keeps times and coordinates as they were written. Rows are written as they are \
    read, so that memory does not grow: hotspots query --incidents - --output - works in a pipe.

    --where compares columns: 'outcome = "Under investigation" and not (speed < 30 or note is \
    empty)'. The operators are = != < <= > >=, in ("a", "b"), like "%text%", is empty, and, or, \
    not. Names with spaces go in `backquotes`. Text is compared regardless of case; compared with \
    a number, a field that is not a number does not match.
    """
  package static let example =
    "hotspots query --incidents samples/incidents.csv --near SP5580045500 --radius 500 "
    + "--category Robbery --output robberies.geojson"
  package static let options =
    QueryArea.specs + [
      IncidentQuery.outside.spec, count.spec,
      IncidentQuery.bounds.spec,
    ] + SharedOptions.incidentInput.requiring("--incidents") + SharedOptions.repeats
    + SharedOptions.boundaryInput.adding(.needs("--area", "--count area"), to: "--boundaries")
    + SharedOptions.projection + SharedOptions.filters + HoursFilter.specs + [
      SharedOptions.output.spec,
      OutputFormat.spec(OutputFormat.ofRows + [.json, .text]).adding(.needs("--output", "--count")),
      KeptColumns.option.spec,
      SharedOptions.outputCRS.spec, RowOutput.precision.spec, SharedOptions.manifest.spec,
      SharedOptions.threads.spec,
    ]
  package static let alternatives: [[OptionUse]] = [["--output", "--count"]]

  private static let count = Option<QueryGrouping?>(
    "count", valueName: "BY",
    help: """
      Count the incidents instead of writing them: all together, by category, by month, or by area \
      of --boundaries
      """,
    rules: [
      .excludes("--keep", because: "counts have no columns of the input"),
      .needs("--boundaries").with("area"),
    ])

  /// What is wanted of the incidents.
  private enum Purpose: Sendable {
    case rows(RowOutput)
    case counts(QueryGrouping, OutputFormat)
  }

  private var input: StudyOptions
  private let query: IncidentQuery
  private let purpose: Purpose
  private let output: String
  private let manifest: String?
  private let recorded: [Arguments.RecordedOption]

  package init(_ arguments: Arguments) throws(UsageError) {
    input = try StudyOptions(ofFiles: arguments)
    try input.readRepeats(arguments)
    try input.readFilters(arguments)
    input.filter.hours = try HoursFilter(arguments)
    query = try IncidentQuery(arguments)
    let grouping = try arguments.value(of: Self.count)
    if let grouping {
      output = try arguments.value(of: SharedOptions.output) ?? "-"
      purpose = .counts(
        grouping,
        try OutputFormat.choose(
          path: output, named: try arguments.value(of: OutputFormat.option),
          allowed: OutputFormat.ofTables, usual: .text))
    } else {
      let rows = try RowOutput(arguments)
      (output, purpose) = (rows.path, .rows(rows))
    }
    manifest = try arguments.value(of: SharedOptions.manifest)
    recorded = arguments.recordedOptions
    try query.check(input, grouping: grouping)
  }

  package func run(in console: Console) async throws {
    try await InputWatch.over(Self.options, given: recorded, digests: manifest != nil) { watch in
      try await run(watch, in: console)
    }
  }

  private func run(_ watch: InputWatch, in console: Console) async throws {
    let stages = Stages(console: console)
    defer { stages.endAll() }
    let study = Study(input, observer: console.observer)
    var result: QueryResult
    switch purpose {
    case .rows(let rows): result = try await study.write(query, to: rows, watch: watch)
    case .counts(let grouping, _):
      result = try await study.count(query, by: grouping)
      result.digests = try watch.seal()
    }
    stages.end("reading and answering")
    console.say(result)
    if case .counts(_, let format) = purpose, let table = result.table {
      try write(TableWriter(table), as: format, in: console)
    }
    stages.end("files")
    guard let manifest else { return }
    var record = Manifest(of: result, command: Self.name)
    record.add(recorded, outputs: [output], warnings: console.warnings)
    try record.write(to: manifest)
  }

  private func write(
    _ writer: TableWriter, as format: OutputFormat, in console: Console
  ) throws {
    if format == .text && output == "-" {
      try console.print(writer.text)
    } else {
      try writer.write(to: output, as: format.ofTable)
    }
  }
}
