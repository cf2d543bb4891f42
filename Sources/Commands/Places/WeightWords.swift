import CommandLineKit
import HotspotsKit
import Incidents

extension StudyOptions {
  /// What the sum of an incident's weights is called in files: the hours asked for make it an
  /// expected count.
  var weightColumn: String { usesWeights ? "weight" : "expected" }

  /// What a surface, a cell or a hotspot adds up, in words.
  var amountWords: String {
    if let weightName = incidents.weightName { return "'\(weightName)'" }
    return filter.hours == nil ? "incidents" : "expected incidents"
  }

  /// Says by what incidents count, or that there is a column by which they could.
  func sayWeights(of sources: [IncidentSource], in console: Console) {
    if let weightName = incidents.weightName {
      let chance = filter.hours == nil ? "" : " times its chance of lying in the hours"
      console.note("weights: each incident counts by its '\(weightName)'\(chance)")
    } else if let name = sources.lazy.compactMap(\.columns.possibleWeight).first {
      console.note(
        "weights: none, each incident counts for one; --columns weight=\(name) counts by '\(name)'")
    }
  }
}
