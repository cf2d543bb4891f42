import HotspotsKit
import Interchange
import CommandLineKit

/// A commented file of options to begin with, made from those that were given and from what the inputs
/// hold.
///
/// What was given is in force; what was found, and every other option, stands in comments. So the file
/// runs as it is and means the same as the command line it was made from.
struct PackOptionsFile {
  /// What was given of inputs and filters.
  let options: StudyOptions
  /// The options that were given.
  let given: [Arguments.RecordedOption]
  /// Where the file goes.
  let path: String

  /// Reads the inputs and writes the file.
  ///
  /// - Throws: ``OutputError/cannotCreate(path:reason:)`` if a file of the name exists; what reading
  ///   incidents and boundaries throws.
  func write(_ watch: InputWatch, in console: Console) async throws {
    try OptionsText.refuseExisting(path)
    let findings = try await InputFindings(options, in: console).byOption
    try watch.check()
    let text = OptionsText(given: given, path: path).text(findings)
    try OutputFile.write(Array(text.utf8), to: path)
    if path != "-" { console.note("options: \(path); next: hotspots tasking --config \(path)") }
  }
}
