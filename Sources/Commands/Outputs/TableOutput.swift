import CommandLineKit
import HotspotsKit
import Interchange
import Tables

/// What a command makes whose result is one table: the table, perhaps a chart, the manifest.
///
/// Without a file for the table or the chart the table is printed for people.
struct TableOutput {
  /// What the table is made of, and what is said of it.
  struct Content {
    /// The table.
    var table: FeatureTable
    /// The same as people read it, where that differs: printed, and written as text.
    var printed: FeatureTable?
    /// What was read.
    var reading: StudyReading
    /// What was chosen and found.
    var choices: [Choice]
    /// What people should know before they read the table.
    var findings: [Finding]
    /// Further tables, with their files.
    var others: [(table: FeatureTable, path: String)] = []
    /// Draws the chart with a title; called if one is wanted.
    var chart: ((_ title: String?) throws -> [UInt8])?
    /// Further files, with what writes each.
    var files: [(path: String, write: () throws -> Void)] = []
    /// Further drawings, with their files.
    var drawings: [(path: String, draw: (_ title: String?) throws -> [UInt8])] = []
    /// The incident files of other datasets, with the rows of each.
    var incidents: [(path: String, rows: Int)] = []
    /// Writes a folder with a record of its own, of which it completes the outputs; returns the files.
    var folder: ((_ record: Manifest) throws -> [String])?
    /// The files of what is drawn below the areas, with how many features each has.
    var backdrops: [(path: String, rows: Int)] = []
  }

  /// The options that are read here, of a command without a chart.
  static let specs: [OptionSpec] = [
    SharedOptions.output.spec, OutputFormat.spec(OutputFormat.ofTables),
    SharedOptions.manifest.spec,
  ]
  /// The options of a command with a chart.
  static let chartSpecs: [OptionSpec] =
    [SharedOptions.output.spec, OutputFormat.spec(OutputFormat.ofTables)]
    + [SharedOptions.chart.spec, SharedOptions.title.spec, SharedOptions.manifest.spec]

  private let output: OutputTarget?
  private let chart: String?
  private let title: String?
  private let manifest: String?
  private let recorded: [Arguments.RecordedOption]

  /// Whether a folder is written, which has a manifest of its own.
  var writesFolder = false

  /// Whether there is a manifest, for which the inputs are digested.
  var hasManifest: Bool { manifest != nil || writesFolder }

  /// Reads the options.
  init(_ arguments: Arguments) throws(UsageError) {
    output = try arguments.target(in: OutputFormat.ofTables)
    let hasChart = arguments.lists(SharedOptions.chart.spec)
    chart = hasChart ? try arguments.value(of: SharedOptions.chart) : nil
    title = hasChart ? try arguments.value(of: SharedOptions.title) : nil
    manifest = try arguments.value(of: SharedOptions.manifest)
    recorded = arguments.recordedOptions
  }

  /// Runs a study's method, says what became of it, and writes the files.
  ///
  /// - Parameters:
  ///   - command: The command.
  ///   - console: Where it is said.
  ///   - make: Runs the method.
  /// - Throws: What the method and the writers throw.
  func run(
    _ command: any Command.Type, in console: Console,
    _ make: (_ observer: @escaping StudyObserver) async throws -> Content
  ) async throws {
    try await InputWatch.over(command.options, given: recorded, digests: hasManifest) { watch in
      let stages = Stages(console: console)
      defer { stages.endAll() }
      let content = try await make(console.observer(stages))
      console.say(content.reading, choices: content.choices, findings: content.findings)
      let digests = try watch.seal()
      var outputs = try write(content, in: console)
      var record = Manifest(
        of: content.reading, choices: content.choices, digests: digests, command: command.name)
      record.incidents += content.incidents
      record.boundaries += content.backdrops
      if let writeFolder = content.folder {
        var own = record
        own.add(recorded, outputs: [], warnings: console.warnings)
        outputs += try writeFolder(own)
      }
      stages.end("files")
      guard let manifest else { return }
      record.add(recorded, outputs: outputs, warnings: console.warnings)
      try record.write(to: manifest)
    }
  }

  /// Writes the files of a result, or prints its table; returns their paths.
  private func write(_ content: Content, in console: Console) throws -> [String] {
    var outputs: [String] = []
    let printed = content.printed ?? content.table
    if output == nil && chart == nil && content.drawings.isEmpty && content.folder == nil {
      try console.print(TableWriter(printed).text)
    }
    if let output {
      try TableWriter(output.format == .text ? printed : content.table).write(
        to: output.path, as: output.format.ofTable)
      outputs.append(output.path)
    }
    for (table, path) in content.others {
      try TableWriter(table).write(to: path)
      outputs.append(path)
    }
    for (path, write) in content.files {
      try write()
      outputs.append(path)
    }
    if let chart, let draw = content.chart {
      try OutputFile.write(draw(title), to: chart)
      outputs.append(chart)
    }
    for (path, draw) in content.drawings {
      try OutputFile.write(draw(title), to: path)
      outputs.append(path)
    }
    return outputs
  }
}
