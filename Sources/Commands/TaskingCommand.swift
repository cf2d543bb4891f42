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
    earlier, if the files cover them. Rows before --from count as filtered and are used for \
    nothing else.

    With --hours or --days, each incident counts everywhere with the probability that it happened \
    in these hours: the part of its window that lies in them.

    Keep the options of a pack that you make regularly in a file: --init writes one to start from, \
    and --config reads it. A monthly pack is then one line of a timetable: hotspots tasking \
    --config pack.json --from 2024-05 --to 2024-05 --output may.
    """
  package static let articles: [MethodArticle] = [
    "ComparingPeriods --from", "EstimatingDispersion --from",
  ]
  package static let example =
    "hotspots tasking --boundaries boundaries/lsoa.shp --boundaries boundaries/wards.shp "
    + "--incidents samples/incidents.csv --output pack"
  package static let options =
    StudyOptions.specs + SharedOptions.hourFilters + [SharedOptions.dayStart.spec]
    + TaskingSettings.specs + [
      folder.spec, SharedOptions.title.spec, marking.spec, initialFile.spec.typedOnly,
      dryRun.spec.typedOnly,
    ]

  /// The folder of the pack.
  static let folder = Option<String?>(
    "output", valueName: "FOLDER",
    help: "Folder to make; an earlier pack in its place is replaced when the new one is complete",
    section: "Output", role: .writesFolder)

  /// The protective marking.
  static let marking = Option<String?>(
    "marking", valueName: "TEXT",
    help: """
      Protective marking of the page, of each printed sheet and of each map, for example OFFICIAL
      """,
    section: "Output")

  /// The file of options to begin with.
  static let initialFile = Option<String?>(
    "init", valueName: "FILE",
    help: """
      Make no pack, but write a commented file for --config, from these options and what the \
      inputs hold. An existing file is left alone
      """,
    section: "Output", role: .writes(["json", "json5"]), rules: [.excludes("--dry-run")],
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
  private let settings: TaskingSettings
  private let output: String
  private let title: String?
  private let marking: String?
  private let initialFile: String?
  private let isDryRun: Bool
  private let recorded: [Arguments.RecordedOption]

  package init(_ arguments: Arguments) throws(UsageError) {
    var input = try StudyOptions(arguments)
    input.filter.hours = try HoursFilter(arguments)
    self.input = input
    settings = try TaskingSettings(arguments)
    initialFile = try arguments.value(of: Self.initialFile)
    isDryRun = arguments.isSet(Self.dryRun)
    output =
      try initialFile == nil
      ? arguments.requiredValue(of: Self.folder) : arguments.value(of: Self.folder) ?? ""
    title = try arguments.value(of: SharedOptions.title)
    marking = try arguments.value(of: Self.marking)
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
      return try await PackDraft(options: input, given: recorded, path: initialFile)
        .write(watch, in: console)
    }
    if isDryRun {
      return try await PackForecast.make(input, settings, folder: output, in: console)
    }
    // Before anything is read: a folder that must not be replaced is known at once.
    let folder = try PackFolder(path: output)
    let stages = Stages(console: console)
    let findings = try await TaskingAnalysis.run(input, settings, stages: stages, in: console)
    console.say(findings.areas)
    let look = try settings.maps.load(input, crs: findings.areas.input.boundaries.crs)
    let digests = try watch.seal()
    let maker = PackMaker(
      findings: findings, options: input, settings: settings, title: title, marking: marking,
      folder: folder, look: look, digests: digests)
    for finding in findings.density?.surfaceFindings ?? [] { console.say(finding) }
    try maker.write(recorded: recorded, stages: stages, in: console)
    // Earlier classes are read once more for the maps.
    try watch.check()
    try folder.commit()
    if let finding = maker.places.hotspots?.finding { console.say(finding) }
    stages.endAll()
    console.note("pack: \(folder.final(PackPart.page.rawValue))")
  }
}
