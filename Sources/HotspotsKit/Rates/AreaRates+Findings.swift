import Boundaries
import Cartography
import Interchange
import Tasking

extension AreaRates {
  /// What makes the rates mean less than they seem to.
  ///
  /// - Parameters:
  ///   - amounts: The incidents of each area.
  ///   - layer: The areas.
  /// - Returns: A finding for areas with more incidents than people, and one for a population too small
  ///   to be that of the areas.
  func findings(amounts: [Double], layer: BoundaryLayer) -> [Finding] {
    var findings: [Finding] = []
    let people = population.values
    let crowded = amounts.indices.filter { area in
      people[area].map { $0 > 0 && amounts[area] > $0 } ?? false
    }
    func excess(_ area: Int) -> Double { amounts[area] / (people[area] ?? 1) }
    func text(_ amount: Double) -> String {
      NumberWords.decimal(amount, places: amount == amount.rounded() ? 0 : 1)
    }
    if let worst = crowded.max(by: { excess($0) < excess($1) }), let base = people[worst] {
      findings.append(
        .fewerPeopleThanIncidents(
          .init(
            areas: crowded.count, of: amounts.count, noun: noun, worst: layer.name(ofArea: worst),
            incidents: text(amounts[worst]), people: Self.amount(base))))
    }
    let places = people.count { $0 != nil }
    let covered = zip(amounts, people).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0) }
    if total < covered || total < Double(places) * Self.fewestPeople {
      findings.append(
        .smallPopulation(
          people: Self.amount(total), noun: noun, areas: places, incidents: text(covered)))
    }
    return findings
  }

  /// Fewer people than this for an area on average are no population of areas, but perhaps thousands.
  private static var fewestPeople: Double { 20 }

  /// How the rates came about.
  ///
  /// - Parameters:
  ///   - layers: The layers of the study, of which the first has rates.
  ///   - isEstimated: Whether incidents are expected rather than counted.
  /// - Returns: The table, and what rates are of.
  func choices(layers: [BoundaryLayer], isEstimated: Bool) -> [Choice] {
    let counts = population.reconciliation
    var sentences = [
      "population: '\(population.column)' of '\(population.fileName)', \(population.words); together "
        + "\(Self.amount(total))"
    ]
    sentences.append(
      "rates: incidents \(unit) over the period, not annualised"
        + (isEstimated
          ? "; without limits, because incidents in the hours are estimated and not counted"
          : "; rate_low and rate_high are exact limits of 95%"))
    if layers.count > 1 {
      let others = layers.dropFirst().map { "'\($0.name)'" }.joined(separator: ", ")
      sentences.append(
        "rates: of '\(layers[0].name)' only, whose codes the population has; none of \(others)")
    }
    return [
      Choice(
        "population",
        .object([
          .init("field", .text(population.column)),
          .init("code_field", .text(population.codeColumn)),
          .init("per", .real(per)), .init("total", .real(total)),
          .init("rows", .integer(counts.read)), .init("matched", .integer(counts.assigned)),
          .init("without_value", .integer(counts.rejectedCount)),
          .init("unknown_codes", .integer(counts.outsideCount)),
          .init("areas_without", .integer(population.absentCount)),
          .init("limits", .text(isEstimated ? "none" : "poisson_exact_95")),
        ]), sentences: sentences)
    ]
  }

  /// How rates were made, which decides whether those of two maps can be compared.
  package var madeWith: String { "\(unit) ('\(population.column)')" }

  /// What maps say of the rates.
  var methodWords: String {
    "Rate: incidents over the period, not annualised, \(unit) ('\(population.column)' of "
      + "\(population.fileName))."
  }
}

extension BoundaryLayer {
  /// Returns an area in words: its code and, if it differs, its name.
  func name(ofArea area: Int) -> String {
    codes[area] == names[area] ? codes[area] : "\(codes[area]) (\(names[area]))"
  }
}
