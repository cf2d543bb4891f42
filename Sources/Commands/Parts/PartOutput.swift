import CommandLineKit
import Cartography
import HotspotsKit
import Interchange

/// A part, which a command writes in place of its result.
struct PartOutput: Sendable {
  /// The file of the part.
  static let option = Option<String?>(
    "partial", valueName: "FILE",
    help: """
      Write what these rows count for as a part, in place of a result; hotspots merge joins it with the \
      parts of other rows
      """,
    section: "Output", role: .writes(["part"]), isRecorded: false)

  /// Adds the option to those of a command, of which it excludes the other outputs.
  static func added(to options: [OptionSpec], _ rules: OptionRule...) -> [OptionSpec] {
    let outputs = options.filter { option in
      if case .writes = option.role { return true }
      return option.name == OutputFormat.option.spec.name
    }
    let spec = option.spec.adding(
      .excludes("--unique", because: "a key may repeat in another part"),
      .excludes(
        outputs.map { OptionUse(stringLiteral: $0.longName) },
        because: "results are written by hotspots merge"))
    return options + [rules.reduce(spec) { $0.adding($1) }]
  }

  private let path: String
  private let command: any Command.Type
  private let recorded: [Arguments.RecordedOption]

  /// Reads the option; `nil` if no part is asked for.
  init?(_ arguments: Arguments, of command: any Command.Type) throws(UsageError) {
    guard let path = try arguments.value(of: Self.option) else { return nil }
    self.path = path
    self.command = command
    recorded = arguments.recordedOptions
  }

  /// Counts the rows, says what became of them, and writes the part.
  ///
  /// - Parameters:
  ///   - input: What is read.
  ///   - console: Where it is said.
  ///   - count: Counts the rows of a study.
  /// - Throws: What the study and the writer throw.
  func write(
    _ input: StudyOptions, in console: Console, count: (Study) async throws -> [PartPass]
  ) async throws {
    try await InputWatch.over(command.options, given: recorded, digests: input.parts == nil) {
      watch in
      let stages = Stages(console: console)
      defer { stages.endAll() }
      var input = input
      input.reportsAccuracy = false
      let passes = try await count(Study(input, observer: console.observer(stages)))
      let reconciliations = passes.first?.reconciliations ?? []
      for reconciliation in reconciliations { console.say(reconciliation) }
      if let first = reconciliations.first, first.read > 0, first.assigned == 0 {
        console.warn("no row of this part counts")
      }
      let digests = try watch.seal()
      let header = input.parts?.header ?? header(digests)
      let size = try PartFile(path: path, header: header, passes: passes).write()
      console.note("part: \(NumberWords.grouped(size)) bytes, written to '\(path)'")
      stages.end("files")
    }
  }

  /// Describes what is counted, by all that must be the same of parts that join.
  private func header(_ digests: FileDigests) -> PartHeader {
    let inputs = ["incidents", "boundaries"]
    let options = recorded.filter { option in
      guard let spec = command.options.first(where: { $0.name == option.name }) else {
        return false
      }
      if case .writes = spec.role { return false }
      return !inputs.contains(option.name)
    }
    let files = GivenFiles(options, options: command.options).read.flatMap(InputFiles.behind)
    return PartHeader(
      command: command.name,
      options: options.map { PartHeader.Option(name: $0.name, values: $0.values) },
      files: files.compactMap { path in
        digests.digests[path].map { PartHeader.File(path: path, digest: $0.hexadecimal) }
      })
  }
}
