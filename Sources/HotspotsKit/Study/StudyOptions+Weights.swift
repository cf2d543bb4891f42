import Incidents

extension StudyOptions {
  /// What the sum of an incident's weights is called in files: the hours asked for make it an
  /// expected count.
  package var weightColumn: String { usesWeights ? "weight" : "expected" }

  /// What a surface, a cell or a hotspot adds up, in words.
  package var amountWords: String {
    if let weightName = incidents.weightName { return "'\(weightName)'" }
    return filter.hours == nil ? "incidents" : "expected incidents"
  }

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
