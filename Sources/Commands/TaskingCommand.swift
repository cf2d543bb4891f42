package import CommandLineKit
import Tasking

/// Writes the briefing pack.
package struct TaskingCommand: Command {
  package static let name = "tasking"
  package static let abstract = "Make the briefing pack: one printable page with maps and tables."
  package static let discussion = """
    The pack is a folder: index.html, which needs no other file and no network, areas.geojson and \
    areas.csv of the first layer, areas-<layer>.geojson and .csv of the others, a map of each layer \
    in maps/, and manifest.json. The folder appears when it is complete. An earlier pack of the same \
    name is replaced; a folder with anything else in it is left alone.
    """
  package static let example =
    "hotspots tasking --boundaries boundaries/lsoa.shp --boundaries boundaries/wards.shp "
    + "--incidents samples/incidents.csv --output pack"
  package static let options =
    InputOptions.specs + [folder.spec, SharedOptions.title.spec, marking.spec]

  /// The folder of the pack.
  static let folder = Option<String>(
    "output", valueName: "FOLDER",
    help: "Make this folder; a pack that stands there is replaced when the new one is complete",
    section: "Output", completion: .directory)

  /// The protective marking.
  static let marking = Option<String?>(
    "marking", valueName: "TEXT",
    help: "Protective marking of the page, of each printed sheet and of each map, as in OFFICIAL",
    section: "Output")

  private let input: InputOptions
  private let output: String
  private let title: String?
  private let marking: String?
  private let recorded: [Arguments.RecordedOption]

  package init(_ arguments: Arguments) throws(UsageError) {
    input = try InputOptions(arguments)
    output = try arguments.value(of: Self.folder)
    title = try arguments.value(of: SharedOptions.title)
    marking = try arguments.value(of: Self.marking)
    recorded = arguments.recordedOptions
    if output == "-" || output.isEmpty {
      throw .invalid("cannot write a pack to '\(output)': it is a folder, not a stream", help: nil)
    }
  }

  package func run(in console: Console) async throws {
    // Before anything is read: a folder that must not be replaced is known at once.
    let folder = try PackFolder(path: output)
    var stages = Stages(console: console)
    let analysis = try await AreaAnalysis.run(
      input, reportsAccuracy: true, readsPeriod: true, in: console)
    stages.end("reading and counting")
    RunReport.say(analysis, input, in: console)
    let maker = PackMaker(
      analysis: analysis, options: input, title: title, marking: marking, folder: folder)
    try maker.write(recorded: recorded, stages: &stages, in: console)
    try folder.commit()
    console.note("pack: \(folder.final("index.html"))")
  }
}
