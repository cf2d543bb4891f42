package import CommandLineKit
import HotspotsKit
import Interchange

/// Counts incidents by hour of the day and day of the week.
package struct HoursCommand: PartialCommand {
  package static let name = "hours"
  package static let abstract = "Spread incidents over the hours of the week (aoristic analysis)."
  package static let discussion = """
    An incident with a start and an end is spread evenly over the time between them, exactly and by \
    the local clock; one without an end counts at its start. The table has a row for each hour of \
    the day, a column for each day of the week, and totals; the weights of an incident add up to 1. \
    It needs no coordinates.

    Without --output and --chart the table is printed for people; --output - prints CSV for \
    programs. With --boundaries only incidents in these areas count.
    """
  package static let articles: [MethodArticle] = [
    "SpreadingOverHours", "WeighingByHarm --weights",
  ]
  package static let example =
    "hotspots hours --incidents samples/incidents.csv --output hours.csv --chart hours.svg"
  package static let options = PartOutput.added(
    to: AoristicHours.specs + StudyOptions.looseSpecs.requiring("--incidents")
      + WeightFile.specs(.excludes("--by area", because: reason)) + [
        SharedOptions.areaColumn.spec,
        nightOutput.spec, SharedOptions.output.spec, OutputFormat.spec(OutputFormat.ofTables),
        SharedOptions.chart.spec,
        SharedOptions.title.spec, SharedOptions.manifest.spec,
      ])

  private static let reason = "hours are counted by category to be weighed"

  private static let nightOutput = Option<String?>(
    "night-output", valueName: "FILE",
    help: "Write the split of night and day by category here, as CSV, JSON or text",
    section: "Output", role: .writes(["csv", "json", "xlsx", "txt"]))

  var input: StudyOptions
  private var method: AoristicHours
  private let output: OutputTarget?
  private let part: PartOutput?
  private let nightOutput: String?
  private let chart: String?
  private let title: String?
  private let manifest: String?
  private let recorded: [Arguments.RecordedOption]

  package init(_ arguments: Arguments) throws(UsageError) {
    part = try PartOutput(arguments, of: Self.self)
    input = try StudyOptions(arguments)
    method = try AoristicHours(arguments)
    input.filter.windows = method.windows
    try input.readWeights(arguments)
    output = try arguments.target(in: OutputFormat.ofTables)
    nightOutput = try arguments.value(of: Self.nightOutput)
    chart = try arguments.value(of: SharedOptions.chart)
    title = try arguments.value(of: SharedOptions.title)
    manifest = try arguments.value(of: SharedOptions.manifest)
    recorded = arguments.recordedOptions
    method.splitsNight = isPrinted || nightOutput != nil
    if input.boundaries.paths.count > 1 {
      throw .invalid(
        "cannot use several --boundaries: hours are counted in one layer of areas",
        help: "run it once for each layer")
    }
    guard let nightOutput else { return }
    do { _ = try HourFormat(path: nightOutput) } catch { throw .invalid(error.description) }
  }

  /// Whether the table is printed for people.
  private var isPrinted: Bool { output == nil && chart == nil && nightOutput == nil && part == nil }

  package func run(in console: Console) async throws {
    if let part {
      return try await part.write(input, in: console) { try await method.passes(on: $0) }
    }
    try await InputWatch.over(Self.options, given: recorded, digests: manifest != nil) { watch in
      try await run(watch, in: console)
    }
  }

  private func run(_ watch: InputWatch, in console: Console) async throws {
    let stages = Stages(console: console)
    defer { stages.endAll() }
    let hours = try await Study(input, observer: console.observer).run(method)
    stages.end("reading and counting")
    console.say(hours.reading, choices: hours.choices, findings: hours.findings)
    let digests = try watch.seal()

    let writer = HourWriter(hours)
    var outputs: [String] = []
    if isPrinted { try console.print(writer.text) }
    if let output {
      try writer.writeHours(to: output.path, as: output.format.ofTable)
      outputs.append(output.path)
    }
    if let nightOutput {
      try writer.writeNight(to: nightOutput)
      outputs.append(nightOutput)
    }
    if let chart {
      var figure = HourFigure(hours)
      figure.title = title
      try figure.write(to: chart)
      outputs.append(chart)
    }
    stages.end("files")
    guard let manifest else { return }
    var record = Manifest(
      of: hours.reading, choices: hours.choices, digests: digests, command: Self.name)
    record.add(recorded, outputs: outputs, warnings: console.warnings)
    try record.write(to: manifest)
  }
}
