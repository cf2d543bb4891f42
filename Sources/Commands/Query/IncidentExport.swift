import CommandLineKit
import HotspotsKit
import Interchange

/// Writes the incidents of files in another format, row by row.
struct IncidentExport: Sendable {
  private let query: IncidentQuery
  private let output: String
  private let manifest: String?
  private let recorded: [Arguments.RecordedOption]

  /// Reads the options; nil where no incidents are named.
  ///
  /// - Throws: ``UsageError`` for options that mean nothing for incidents.
  init?(_ arguments: Arguments) throws(UsageError) {
    var options = try StudyOptions(ofFiles: arguments)
    try options.readRepeats(arguments)
    if options.incidents.paths.isEmpty {
      if arguments.isGiven(RowLayout.keepOption) {
        throw .dependent("--keep", needs: "--incidents FILE")
      }
      if options.incidents.uniqueKey != nil {
        throw .dependent("--unique", needs: "--incidents FILE")
      }
      return nil
    }
    if !options.boundaries.paths.isEmpty { throw .conflict("--incidents", "--boundaries") }
    output = try arguments.requiredValue(of: SharedOptions.output)
    let format = try QueryFormat.choose(
      path: output, named: nil, allowed: QueryFormat.ofRows, usual: .geojson)
    query = IncidentQuery(
      options: options,
      purpose: .rows(
        RowOutput(
          path: output, format: format, keep: try RowLayout.keep(arguments),
          crs: try arguments.value(of: SharedOptions.outputCRS),
          decimals: try arguments.value(of: ExportCommand.precision))))
    manifest = try arguments.value(of: SharedOptions.manifest)
    recorded = arguments.recordedOptions
  }

  /// Reads and writes.
  func run(_ watch: InputWatch, in console: Console) async throws {
    try OutputCheck(options: ExportCommand.options, given: recorded).run()
    let answer = try await query.run(watch, in: console)
    let report = QueryReport(query: query, answer: answer)
    report.say(in: console)
    guard let manifest else { return }
    try report.manifest(
      command: ExportCommand.name, options: recorded, outputs: [output],
      warnings: console.warnings
    ).write(to: manifest)
  }
}
