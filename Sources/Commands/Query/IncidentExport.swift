import CommandLineKit
import HotspotsKit

/// Writes the incidents of files in another format, row by row.
struct IncidentExport: Sendable {
  private let input: StudyOptions
  private let rows: RowOutput
  private let manifest: String?
  private let recorded: [Arguments.RecordedOption]

  /// Reads the options; `nil` if no incidents are named.
  ///
  /// - Throws: ``UsageError`` for options that mean nothing for incidents.
  init?(_ arguments: Arguments) throws(UsageError) {
    var options = try StudyOptions(ofFiles: arguments)
    try options.readRepeats(arguments)
    if options.incidents.paths.isEmpty { return nil }
    input = options
    rows = try RowOutput(arguments)
    manifest = try arguments.value(of: SharedOptions.manifest)
    recorded = arguments.recordedOptions
  }

  /// Reads and writes.
  func run(_ watch: InputWatch, in console: Console) async throws {
    let result = try await Study(input, observer: console.observer)
      .write(IncidentQuery(), to: rows, watch: watch)
    console.say(result)
    guard let manifest else { return }
    try Manifest(
      of: result, command: ExportCommand.name, options: recorded, outputs: [rows.path],
      warnings: console.warnings
    ).write(to: manifest)
  }
}
