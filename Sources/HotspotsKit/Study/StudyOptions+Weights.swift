import Cartography
import Incidents

extension StudyOptions {
  /// What the sum of an incident's weights is called in files: the hours asked for make it an
  /// expected count.
  package var weightColumn: String { usesWeights ? "weight" : "expected" }

  /// What a surface, a cell or a hotspot adds up, in a word or two.
  package var amountNoun: String { incidents.weightName.map { "'\($0)'" } ?? "incidents" }

  /// What a surface, a cell or a hotspot adds up, and that it is an estimate if it is.
  package var amountWords: String { amountWords(per: nil) }

  /// What is added up, for each unit of something if one is given: `incidents per km² (estimated
  /// from time windows)`.
  package func amountWords(per unit: String?) -> String {
    amountNoun + (unit.map { " per \($0)" } ?? "")
      + (isEstimate ? " (\(EstimateWords.full))" : "")
  }

  /// The words for the head of a column.
  package var amountLabel: String {
    isEstimate ? "\(amountNoun) (\(EstimateWords.short))" : amountNoun
  }

  /// Whether incidents count with the part of their windows in the hours asked for, and nothing else.
  private var isEstimate: Bool { filter.hours != nil && incidents.weightName == nil }

  /// By what incidents count.
  package var weightChoice: Choice {
    let chance = filter.hours == nil ? "" : " times its chance of lying in the hours"
    return Choice(
      "weight_column", .optional(incidents.weightName),
      sentences: incidents.weightName.map {
        ["weights: each incident counts by its '\($0)'\(chance)"]
      } ?? [])
  }
}

extension StudyReading {
  /// That there is a column by which incidents could be weighed, where none was asked for.
  package var weightFindings: [Finding] {
    guard !options.usesWeights,
      let column = sources.lazy.compactMap(\.columns.possibleWeight).first
    else { return [] }
    return [.possibleWeight(column: column)]
  }
}
