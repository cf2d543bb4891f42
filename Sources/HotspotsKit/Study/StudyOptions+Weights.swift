import Cartography
import Incidents

extension StudyOptions {
  /// What the sum of an incident's weights is called in files: the hours asked for make it an
  /// expected count.
  package var weightColumn: String { usesWeights ? "weight" : "expected" }

  /// What a surface, a cell or a hotspot adds up, in a word or two.
  package var amountNoun: String {
    placeWeights?.name ?? incidents.weightName.map { "'\($0)'" } ?? "incidents"
  }

  /// By what incidents count where they lie: the name of the table's values, or of the column.
  package var weightName: String? {
    weights == nil ? incidents.weightName : placeWeights?.name
  }

  /// The table by which incidents count where they lie.
  private var placeWeights: WeightFile? { weights.flatMap { $0.weighsPlaces ? $0 : nil } }

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
  private var isEstimate: Bool { filter.hours != nil && weightName == nil }

  /// By what incidents count.
  package var weightChoice: Choice {
    let chance = filter.hours == nil ? "" : " times its chance of lying in the hours"
    return Choice(
      "weight_column", weights == nil ? .optional(incidents.weightName) : .null,
      sentences: weightName.map {
        [
          weights == nil
            ? "weights: each incident counts by its '\($0)'\(chance)"
            : "weights: each incident counts by its category's \($0)\(chance)"
        ]
      } ?? [])
  }
}

extension StudyReading {
  /// That there is a column by which incidents could be weighed, where none was asked for.
  package var weightFindings: [Finding] {
    guard options.weights == nil, !options.usesWeights,
      let column = sources.lazy.compactMap(\.columns.possibleWeight).first
    else { return [] }
    return [.possibleWeight(column: column)]
  }
}
