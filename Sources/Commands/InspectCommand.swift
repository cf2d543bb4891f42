import Cartography
package import CommandLineKit
import HotspotsKit
import Incidents
import Interchange

/// Says what is in files of incidents and boundaries, and whether they are fit to use.
package struct InspectCommand: Command {
  package static let name = "inspect"
  package static let abstract = "Report what is in the files, and whether they are fit to use."
  package static let discussion = """
    For incidents: rows, columns, coordinates, dates, categories, repeated references, unusable \
    rows, and whether there are times for analysis by hour. For boundaries: fields, encoding, \
    coordinate system, sizes, invalid outlines, overlaps and gaps. For both together: the \
    projection and its accuracy, how many incidents lie in areas, and how many lie so close to a \
    border that the accuracy could matter. Nothing is changed, and no coordinates or references of \
    incidents are shown.
    """
  package static let example =
    "hotspots inspect --incidents samples/incidents.csv --boundaries boundaries/lsoa.shp"
  package static let options = StudyOptions.fileSpecs + [SharedOptions.output.spec]

  private let input: StudyOptions
  private let output: String?
  private let recorded: [Arguments.RecordedOption]

  package init(_ arguments: Arguments) throws(UsageError) {
    input = try StudyOptions(ofFiles: arguments)
    output = try arguments.value(of: SharedOptions.output)
    recorded = arguments.recordedOptions
    if input.incidents.paths.isEmpty && input.boundaries.paths.isEmpty {
      throw .missingOption("--incidents FILE or --boundaries FILE")
    }
    if let output, output != "-", !output.lowercased().hasSuffix(".json") {
      throw .invalid("cannot write '\(output)': the report is written as .json")
    }
  }

  package func run(in console: Console) async throws {
    try await InputWatch.over(Self.options, given: recorded, digests: false) { watch in
      try await run(watch, in: console)
    }
  }

  private func run(_ watch: InputWatch, in console: Console) async throws {
    let boundaries =
      input.boundaries.paths.isEmpty ? nil : try await BoundaryInput.load(input, needsMetres: false)
    let layers = try (boundaries?.layers ?? []).indices.compactMap { index in
      try boundaries.map {
        try BoundaryFacts(index, of: $0, gridFolders: input.coordinates.gridFolders)
      }
    }
    let inspection = IncidentInspection(
      options: input, boundaries: boundaries.flatMap { $0.unfitness == nil ? $0 : nil },
      console: console)
    var incidents: [IncidentFacts] = []
    for path in input.incidents.paths { incidents.append(try await inspection.inspect(path)) }
    try watch.check()
    if let repeated = try InputError.repeats(input) {
      console.warn(repeated.description)
    }
    if let output, output != "-" {
      try OutputFile.write(json(incidents, layers), to: output)
    }
    if output == "-" {
      try console.write(json(incidents, layers))
    } else {
      try console.print(text(incidents, layers, width: console.width))
    }
  }

  private func text(
    _ incidents: [IncidentFacts], _ layers: [BoundaryFacts], width: Int
  ) -> String {
    var report = ReportText(width: width)
    for facts in incidents { facts.append(to: &report) }
    for facts in layers { facts.append(to: &report) }
    if incidents.count > 1 {
      let together = IncidentFacts.repeatedTogether(incidents)
      report.heading("All \(incidents.count) files of incidents")
      report.row("rows", NumberWords.grouped(incidents.reduce(0) { $0 + $1.tally.read }))
      report.row(
        "references",
        "\(NumberWords.grouped(together.distinct)) different, "
          + "\(NumberWords.grouped(together.repeated)) repeated")
    }
    return report.text
  }

  private func json(_ incidents: [IncidentFacts], _ layers: [BoundaryFacts]) -> [UInt8] {
    let together = IncidentFacts.repeatedTogether(incidents)
    let json = JSONValue.object([
      .init("tool", .text("hotspots")),
      .init("version", .text(CommandRegistry.version)),
      .init("incidents", .array(incidents.map(\.json))),
      .init("boundaries", .array(layers.map(\.json))),
      .init(
        "ids_in_all_files",
        .object([
          .init("distinct", .integer(together.distinct)),
          .init("repeated", .integer(together.repeated)),
        ])),
    ])
    var buffer = ByteBuffer()
    json.write(to: &buffer)
    buffer.append("\n")
    return Array(buffer.bytes)
  }
}

extension IncidentFacts {
  /// Counts the different references over all files: overlapping exports repeat them.
  static func repeatedTogether(_ files: [IncidentFacts]) -> HashCount.Summary {
    var all = HashCount()
    for file in files { all.merge(file.findings.ids) }
    return all.summary
  }
}
