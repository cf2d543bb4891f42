import Cartography
import HotspotAnalysis
import Incidents
import Interchange

extension RepeatUnits.Result {
  /// What was chosen and found.
  public var choices: [Choice] {
    let all = distribution.all
    return reading.choices + [
      Choice("by", .text(Self.text(of: method.unit))),
      Choice("and", .optional(method.partner.map(Self.text))),
      Choice(
        "within_m", .optional(method.within),
        sentences: (tally.conversion.map { [$0] } ?? []) + (joiningSentence.map { [$0] } ?? [])),
      Choice("bands", .array(distribution.bands.names.map(JSONValue.text))),
      Choice("shows_units", .boolean(method.showsUnits), sentences: unitSentences),
      Choice("units", .integer(all.units)),
      Choice("repeated_units", .integer(repeatedCount)),
      Choice(
        "not_recorded", .integer(notRecorded),
        sentences: notRecordedSentence.map { [$0] } ?? []),
      Choice("without_date", .integer(undated), sentences: dateSentences),
      Choice("repeats", .optional(sentences.first), sentences: sentences),
      Choice(
        "trigger", .optional(method.trigger?.text),
        sentences: (triggerRule.map { [$0] } ?? []) + triggerSentences),
      Choice("triggered_units", triggered.map { .integer($0.units) } ?? .null),
    ]
  }

  /// What people should know before they read the table.
  public var findings: [Finding] { reading.findings }

  private static func text(of unit: RepeatUnits.Unit) -> String {
    switch unit {
    case .location: "location"
    case .column(let name): name
    }
  }
}
