package import CommandLineKit
import HotspotsKit

/// Ranks areas by several values, each told against the mean.
package struct IndexCommand: Command {
  package static let name = "index"
  package static let abstract =
    "Rank areas by several values, each against the mean: vulnerable localities."
  package static let discussion = """
    The table has the columns code, name, each of --columns as 100 times the value over the mean of the \
    areas, so that 100 is average and 200 twice as much, index, the mean of these, and rank. An area that lacks one of the values has no index, \
    and is named.

    Higher must be worse in every column. A minus before a name turns the column round at its mean, \
    100 x (2 - value / mean): an area as far below the mean as another above changes places with it, \
    and the mean stays 100. Give rates and percentages, not counts, so that large areas do not \
    lead for being large.

    The index of vulnerable localities (Chainey 2008) is that of six values: burglary of dwellings, \
    criminal damage to dwellings, income deprivation, employment deprivation, people aged 15 to 24 and \
    educational attainment; an area above 200 has priority. samples/localities.json is its recipe: \
    hotspots index --config samples/localities.json --output localities.csv
    """
  package static let articles: [MethodArticle] = [
    "IndexingAreas", "ClassifyingValues --map",
  ]
  package static let example =
    "hotspots index --values samples/localities.csv "
    + "--columns burglary_dwelling,damage_dwelling,income_deprivation,employment_deprivation,"
    + "aged_15_to_24,-attainment --boundaries boundaries/lsoa.shp --output localities.csv "
    + "--map localities.svg"

  private static let values = Option<String>(
    "values", valueName: "FILE", help: "The table of values, a row for each area",
    section: "Values", role: .reads(["csv", "gz"]))
  private static let valueColumns = Option<CommaSeparated<IndexColumn>>(
    "columns", valueName: "NAME,-NAME",
    help: """
      Columns of the table to make the index of; a minus before those in which low is bad \
      (--columns=-NAME if it is the first)
      """,
    section: "Values")
  private static let codeField = Option<String?>(
    "values-code-field", valueName: "NAME",
    help: """
      Column of the table that holds the codes of the areas. By default the one named like the \
      boundaries' code field, otherwise the one whose values match; without boundaries the first
      """,
    section: "Values")

  package static let options: [OptionSpec] =
    [values.spec, valueColumns.spec, codeField.spec]
    + StudyOptions.boundaryFileSpecs + [SharedOptions.threads.spec, SharedOptions.output.spec]
    + [OutputFormat.spec(OutputFormat.ofPlaces + [.text]).adding(.needs("--output"))]
    + [SharedOptions.map.spec.adding(.needs("--boundaries")), SharedOptions.title.spec]
    + MapOptions.specs + [SharedOptions.outputCRS.spec, SharedOptions.manifest.spec]
  package static let alternatives: [[OptionUse]] = [["--output", "--map"]]

  private let input: StudyOptions
  private let method: CompositeIndex
  private let output: OutputTarget?
  private let map: String?
  private let title: String?
  private let look: MapOptions
  private let crs: String?
  private let manifest: String?
  private let recorded: [Arguments.RecordedOption]

  package init(_ arguments: Arguments) throws(UsageError) {
    var input = try StudyOptions(ofBoundaryFiles: arguments)
    input.threads = try arguments.value(of: SharedOptions.threads) ?? StudyOptions.processorCount
    self.input = input
    let columns = try arguments.value(of: Self.valueColumns)
    method = CompositeIndex(
      of: try arguments.value(of: Self.values), columns: columns.elements.map(\.column),
      codeColumn: try arguments.value(of: Self.codeField))
    output = try Self.target(arguments, hasOutlines: !input.boundaries.paths.isEmpty)
    map = try arguments.value(of: SharedOptions.map)
    title = try arguments.value(of: SharedOptions.title)
    look = try MapOptions(arguments)
    crs = try arguments.value(of: SharedOptions.outputCRS)
    manifest = try arguments.value(of: SharedOptions.manifest)
    recorded = arguments.recordedOptions
    if input.boundaries.paths.count > 1 {
      throw .invalid(
        "cannot make an index of \(input.boundaries.paths.count) layers of areas: one is allowed",
        help: "run it once for each layer")
    }
    guard let output, !input.boundaries.paths.isEmpty else { return }
    try ResultFormat.check(output.path, as: output.format.ofPlaces, outputCRS: crs)
  }

  /// Reads where the table goes, which has geometry where there are outlines.
  private static func target(
    _ arguments: Arguments, hasOutlines: Bool
  ) throws(UsageError) -> OutputTarget? {
    if hasOutlines { return try arguments.target(in: OutputFormat.ofPlaces) }
    do throws(UsageError) {
      return try arguments.target(in: OutputFormat.ofTables)
    } catch {
      guard case .invalid(let message, help: nil) = error else { throw error }
      throw .invalid(message, help: "other formats have outlines, which --boundaries gives")
    }
  }

  package func run(in console: Console) async throws {
    try await InputWatch.over(Self.options, given: recorded, digests: manifest != nil) { watch in
      let stages = Stages(console: console)
      defer { stages.endAll() }
      let index = try await Study(input, observer: console.observer(stages)).index(by: method)
      if let boundaries = index.boundaries { console.say(boundaries) }
      console.say(index.ownChoices, [])
      let look = try index.boundaries.map { try self.look.load(input, crs: $0.crs) }
      let digests = try watch.seal()
      if let output { try write(index, to: output) }
      if let map, let look {
        var figure = IndexFigure(index)
        (figure.title, figure.look) = (title, look)
        try figure.write(to: map)
      }
      stages.end("files")
      guard let manifest else { return }
      var record = Manifest(of: index, digests: digests, command: Self.name)
      record.boundaries += look?.inputs ?? []
      record.add(
        recorded, outputs: [output?.path, map].compactMap(\.self), warnings: console.warnings)
      try record.write(to: manifest)
    }
  }

  private func write(_ index: CompositeIndex.Result, to output: OutputTarget) throws {
    guard index.boundaries != nil else {
      return try TableWriter(index.table).write(to: output.path, as: output.format.ofTable)
    }
    try ResultWriter(index, crs: crs).write(
      index.table, to: output.path, as: output.format.ofPlaces)
  }
}
