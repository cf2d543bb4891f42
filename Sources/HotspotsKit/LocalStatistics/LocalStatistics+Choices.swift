import Boundaries
import Cartography
import Interchange

extension LocalStatistics.Result {
  /// What was chosen and found on the way.
  public var choices: [Choice] { (reading?.choices ?? boundaries.choices) + ownChoices }

  /// What people should know before they read the statistics.
  public var findings: [Finding] { (reading?.findings ?? boundaries.findings) + ownFindings }

  /// What was chosen and found beyond the reading.
  package var ownChoices: [Choice] {
    statisticChoices
      + (hotspotWords.map { [Choice("hotspots", $0.json, sentences: $0.sentences)] } ?? [])
  }

  /// How the statistics came about.
  package var statisticChoices: [Choice] {
    let distance = method.neighbours.distance
    return valueChoices + [
      Choice("method", .text(method.statistic.rawValue), "method: \(methodWords)"),
      Choice("places", .text(method.units.rawValue), "units: \(unitWords)"),
      Choice("cell_size_m", .optional(grid?.size)),
      Choice("place_count", .integer(table.rowCount)),
      Choice("neighbours", .text(method.neighbours.key), "neighbours: \(neighbourWords)"),
      Choice("distance_m", .optional(distance)),
      Choice("neighbour_pairs", .integer(neighbours.pairCount / 2)),
      Choice("value", .text(values?.file.column ?? method.value.rawValue)),
      options.weightChoice,
      Choice("tests", .integer(scores.testCount), "result: \(resultWords)"),
      Choice("test", .array(tests.map { .text($0) })),
      Choice("permutations", .integer(method.permutationCount)),
      Choice("seed", method.permutationCount > 0 ? .text("\(method.seed)") : .null),
    ]
  }

  private var valueChoices: [Choice] {
    guard let values else { return [] }
    return [
      Choice(
        "values_code_field", .text(values.codeColumn),
        "values: codes from column '\(values.codeColumn)'; "
          + "\(NumberWords.grouped(values.absentCount)) areas have no value")
    ]
  }

  /// The probabilities of which the largest decides.
  private var tests: [String] {
    [method.permutationsDecide ? "permutation" : "normal"]
      + (chance?.isOverGround ?? false ? ["binomial_by_ground"] : [])
      + (chance?.isOverPlaces ?? false ? ["binomial_by_place"] : [])
  }

  /// What was found beyond the reading.
  package var ownFindings: [Finding] {
    (reading?.weightFindings ?? []) + doubts.map(Finding.localStatistics)
      + [hotspotWords?.finding].compactMap(\.self)
  }

  // MARK: - Words

  /// The method in words.
  package var methodWords: String {
    let unit = grid == nil ? "area" : "cell"
    var words =
      switch method.statistic {
      case .getisOrd: "Getis-Ord Gi*, each \(unit) and its neighbours against the mean of all"
      case .localMoran: "local Moran, each \(unit) beside its neighbours"
      }
    words += "; \(testWords); p adjusted for \(NumberWords.grouped(scores.testCount)) tests"
    if method.permutationCount > 0 {
      words +=
        "; \(NumberWords.grouped(method.permutationCount)) permutations with seed \(method.seed)"
    }
    return words
  }

  /// What a unit must pass to stand out, in words.
  private var testWords: String {
    let own = method.permutationsDecide ? "rearranged values" : "the normal distribution"
    guard let chance else {
      return "significance is judged against \(own) alone, because the values are not counts"
    }
    let ways = [
      chance.isOverGround ? "the ground" : nil,
      chance.isOverPlaces ? "all \(grid == nil ? "areas" : "cells") alike" : nil,
    ].compactMap(\.self).joined(separator: " and over ")
    let how = options.filter.hours == nil && !options.usesWeights ? "exactly" : "nearly exactly"
    return "significance is judged against \(own) and, \(how), against as many incidents scattered "
      + "at random over \(ways)"
  }

  /// What is compared, in words.
  package var unitWords: String {
    let count = NumberWords.grouped(table.rowCount)
    guard let grid else { return "\(count) areas of '\(boundaries.layers[0].name)'" }
    let chosen = method.cellSize == nil ? ", chosen for the incidents" : ""
    let size = NumberWords.decimal(grid.size, places: NumberWords.places(of: grid.size))
    return "\(count) \(grid.shape.rawValue) cells of \(size) m\(chosen)"
  }

  /// What makes neighbours, in words.
  package var neighbourWords: String {
    let rule =
      switch method.neighbours {
      case .queen: grid == nil ? "a shared point of border" : "a shared side or corner"
      case .rook: grid == nil ? "a shared stretch of border" : "a shared side"
      case .within(let metres):
        "\(grid == nil ? "centroids" : "centres") within "
          + "\(NumberWords.decimal(metres, places: NumberWords.places(of: metres))) m"
      }
    let mean = Double(neighbours.pairCount) / Double(max(neighbours.count, 1))
    return "\(rule); \(NumberWords.decimal(mean, places: 1)) for each on average"
  }

  /// What was found, in words.
  private var resultWords: String {
    let classes = scores.classes.compactMap(\.self)
    func count(_ size: Int) -> String { NumberWords.grouped(classes.count { $0 == size }) }
    let (high, low) =
      method.statistic == .getisOrd
      ? ("hot spots", "cold spots") : ("like their neighbours", "unlike their neighbours")
    return "\(high) at 99%, 95%, 90%: \(count(3)), \(count(2)), \(count(1)); \(low): "
      + "\(count(-3)), \(count(-2)), \(count(-1))"
  }
}
