package import CommandLineKit
import HotspotsKit
import Tasking

/// Writes the briefing pack.
package struct TaskingCommand: Command {
  package static let name = "tasking"
  package static let abstract = "Make the briefing pack: one printable page with maps and tables."
  package static let discussion = """
    The pack is a folder with \(PackPart.listing). The page needs no other file and no network; the \
    files of areas are those of the first layer, those of the others have their layer's name. \
    Anything that the data cannot support is missing, and the page and the manifest say why. The \
    folder appears when it is complete. An earlier pack of the same name is replaced; a folder that \
    holds anything else is left alone.

    With --from, the period is compared with the one before and with the same period a year \
    earlier, if the files cover them. Rows before --from count as filtered; they are used for these \
    comparisons and for the months up to --to, for which the files are read a second time.

    With --hours or --days, each incident counts everywhere with the probability that it happened \
    in these hours: the part of its window that lies in them.

    Keep the options of a pack that you make regularly in a file: --init writes one to start from, \
    and --config reads it. A monthly pack is then one line of a timetable: hotspots tasking \
    --config pack.json --from 2024-05 --to 2024-05 --output may.
    """
  package static let articles: [MethodArticle] = [
    "MakingThePack", "ComparingPeriods --from", "EstimatingDispersion --from",
    "CountingByMonth", "RatesAndDenominators --population", "WeighingByHarm --weights",
  ]
  package static let example =
    "hotspots tasking --boundaries boundaries/lsoa.shp --boundaries boundaries/wards.shp "
    + "--incidents samples/incidents.csv --output pack"
  package static let options =
    StudyOptions.specs + SharedOptions.hourFilters + [SharedOptions.dayStart.spec]
    + WeightFile.specs
    + BriefingPack.specs + [
      folder.spec, KeptFields.option.spec, SharedOptions.title.spec, BriefingPack.placeOption.spec,
      BriefingPack.creditOption.spec, BriefingPack.markingOption.spec,
      initialFile.spec.typedOnly,
      dryRun.spec.typedOnly,
    ]
  package static let alternatives: [[OptionUse]] = [["--output", "--init"]]

  /// The folder of the pack.
  static let folder = Option<String?>(
    "output", valueName: "FOLDER",
    help: "Folder to make; an earlier pack in its place is replaced when the new one is complete",
    section: "Output", role: .writesFolder)

  /// The file of options to begin with.
  static let initialFile = Option<String?>(
    "init", valueName: "FILE",
    help: """
      Make no pack, but write a commented file for --config, from these options and what the \
      inputs hold. An existing file is left alone
      """,
    section: "Output", role: .writes(["json", "json5"]),
    rules: [.excludes("--dry-run", because: "one writes a file, the other nothing")],
    isRecorded: false)

  /// Whether only to say what would be done.
  static let dryRun = Flag(
    "dry-run",
    help: """
      Make no pack, but report what would be read, computed and written, and how much memory it \
      takes
      """,
    section: "Output", isRecorded: false)

  private let input: StudyOptions
  private let pack: BriefingPack
  private let breaksFrom: String?
  private let output: String
  private let initialFile: String?
  private let isDryRun: Bool
  private let recorded: [Arguments.RecordedOption]

  package init(_ arguments: Arguments) throws(UsageError) {
    var input = try StudyOptions(arguments)
    input.filter.hours = try HoursFilter(arguments)
    try input.readWeights(arguments)
    input.boundaries.keptFields = try KeptFields(arguments)
    // Patrols go where incidents are: surfaces and tests stay those of counts.
    input.weights?.weighsPlaces = false
    input.reportsAccuracy = true
    self.input = input
    pack = try BriefingPack(arguments)
    breaksFrom = try arguments.value(of: ScaleOptions.breaksFrom)
    initialFile = try arguments.value(of: Self.initialFile)
    isDryRun = arguments.isSet(Self.dryRun)
    output = try arguments.value(of: Self.folder) ?? ""
    recorded = arguments.recordedOptions
    if initialFile == nil && (output == "-" || output.isEmpty) {
      throw .invalid("cannot write a pack to '\(output)': it is a folder, not a stream", help: nil)
    }
  }

  package func run(in console: Console) async throws {
    try await InputWatch.over(Self.options, given: recorded, digests: true) { watch in
      try await run(watch, in: console)
    }
  }

  private func run(_ watch: InputWatch, in console: Console) async throws {
    if let initialFile {
      return try await PackOptionsFile(options: input, given: recorded, path: initialFile)
        .write(watch, in: console)
    }
    if isDryRun { return try await forecast(in: console) }
    // Before anything is read: a folder that must not be replaced is known at once.
    let folder = try PackFolder(path: output)
    var pack = pack
    pack.scales = try breaksFrom.map(SavedScales.init)
    let stages = Stages(console: console)
    let observer = console.observer(stages)
    let result = try await pack.run(Study(input, observer: observer))
    console.say(
      result.areas.reading, choices: result.areas.choices,
      // What is known before the work begins has been said then.
      findings: result.findings.filter { if case .manyCells = $0 { false } else { true } })
    var writer = PackWriter(result, folder: folder, seal: watch.seal, observer: observer)
    writer.command = Self.name
    writer.recorded = recorded.map { ($0.name, $0.values) }
    try await writer.write()
    try folder.commit()
    stages.endAll()
    console.note("pack: \(folder.final(PackPart.page.rawValue))")
  }

  /// Prints what would be done.
  private func forecast(in console: Console) async throws {
    try PackFolder.check(output)
    let forecast = try await pack.forecast(Study(input))
    try console.print(
      forecast.report(of: pack, input, folder: output, width: console.width))
  }
}
