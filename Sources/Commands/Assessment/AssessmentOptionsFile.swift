import CommandLineKit
import FoundationEssentials
import HotspotsKit
import Interchange

/// A commented file of options of an assessment to begin with: its sections in their order, those that the
/// files cannot carry in comments with the reason, its period, sets and cross tables.
///
/// The file runs as it is.
struct AssessmentOptionsFile {
  /// What was given of inputs and filters.
  let options: StudyOptions
  /// What was asked of the assessment.
  let assessment: Assessment
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
    var findings = try await InputFindings(options, in: console).byOption
    let outlook = try await assessment.outlook(Study(options, observer: console.observer))
    try watch.check()
    findings["sections"] = sections(outlook)
    findings["output"] = OptionsText.Found(values: ["assessment"], isOn: true)
    if let covered = outlook.covered {
      findings["from"] = OptionsText.Found(remarks: ["The dates run over \(covered)"])
    }
    if let period = outlook.period {
      findings["from", default: .init()].remarks.append(
        "These are the last \(period.months) whole months, with as many before to compare with")
      findings["from"]?.values = [period.from.text]
      findings["from"]?.isOn = true
      findings["to"] = OptionsText.Found(values: [period.to.text], isOn: true)
    }
    if !outlook.sets.isEmpty {
      findings["set"] = OptionsText.Found(
        remarks: ["Flags that ten or more incidents have"],
        values: outlook.sets.map { "\($0.name)=\($0.condition)" }, isOn: true)
    }
    if !outlook.crossTables.isEmpty {
      findings["crosstab"] = OptionsText.Found(
        values: outlook.crossTables.map { CrossTableText($0).defaultValueDescription },
        isOn: true)
    }
    let text = OptionsText(
      given: given, path: path, command: AssessmentCommand.self,
      subject: "a strategic assessment"
    ).text(findings)
    try OutputFile.write(Array(text.utf8), to: path)
    if path != "-" {
      console.note("options: \(path); next: hotspots assessment --config \(path)")
    }
  }

  /// The sections in their order, those that are missing in comments with the reason.
  private func sections(_ outlook: AssessmentOutlook) -> OptionsText.Found {
    var found = OptionsText.Found()
    found.elements = outlook.kinds.map { kind, absence in
      (kind.rawValue, absence.map { assessment.words(.noSection($0)) })
    }
    return found
  }
}
