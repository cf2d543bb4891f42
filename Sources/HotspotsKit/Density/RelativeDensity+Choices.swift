import Assignment
import Boundaries
import Cartography
import HotspotAnalysis
import Incidents
import Interchange
import Tables

extension RelativeDensity.Result {
  /// What was chosen and found on the way.
  public var choices: [Choice] { reading.choices + ownChoices }

  /// What people should know before they read the ratio.
  public var findings: [Finding] { reading.findings + ownFindings }

  /// What was chosen and found beyond the reading.
  package var ownChoices: [Choice] {
    let grid = area.grid
    let density = method.density
    let (incidents, lowest): (JSONValue, JSONValue) =
      switch method.floor {
      case .incidents(let count): (.integer(count), .null)
      case .perSquareKilometre(let density): (.null, .real(density))
      }
    return [
      reading.options.weightChoice,
      Choice("kernel", .text(density.kernel.rawValue), "density: \(methodWords)"),
      Choice("bandwidth_m", .real(ratio.bandwidth.metres)),
      Choice("bandwidth", .text(ratio.bandwidth.description)),
      Choice("edge_correction", .text(density.edgeCorrection.rawValue)),
      Choice("cell_size_m", .real(grid.cellSize)),
      Choice("grid_columns", .integer(grid.columns)),
      Choice("grid_rows", .integer(grid.rows)),
      Choice("cells_inside", .integer(area.insideCount)),
      Choice("cells_with_ratio", .integer(surface.valueCount)),
      Choice("floor_incidents", incidents, "floor: \(floorWords)"),
      Choice("floor_per_km2", lowest),
      Choice("ratio_of_all", .real(overall), "ratio: \(overallWords)"),
      Choice("relative_to", .text(method.base.options.incidents.paths.joined(separator: ","))),
      Choice(
        "relative_to_reconciliation", compared.reconciliations[0].json,
        "compared with: \(ReconciliationWords.sentence(for: compared.reconciliations[0]))"),
      Choice(
        "relative_to_likeness", .object(compared.likeness.choices.members),
        sentences: compared.likeness.uniqueSentence(of: Finding.comparedWith).map { [$0] } ?? []),
    ] + chanceChoices
  }

  /// What is beyond chance, and how that was told; nothing if no labels were drawn.
  private var chanceChoices: [Choice] {
    guard let tolerance, let ground, let chanceWords else { return [] }
    let more = ground.pieces.count(where: \.isMore)
    return [
      Choice("labellings", .integer(tolerance.labellings), "chance: \(chanceWords)"),
      Choice("seed", .text("\(method.seed)")),
      Choice("labels_drawn_from", .text(tolerance.isNested ? "compared_with" : "both")),
      Choice("places_with_more", .integer(more)),
      Choice("places_with_fewer", .integer(ground.pieces.count - more)),
    ]
  }

  /// What was found beyond the reading.
  package var ownFindings: [Finding] {
    var findings = reading.weightFindings + compared.likeness.findings.map(Finding.ofThoseCompared)
    if ratio.bandwidth.metres < area.grid.cellSize { findings.append(.narrowBandwidth) }
    if surface.valueCount == 0 { findings.append(.noRatio) }
    return findings
  }

  // MARK: - Words

  /// The method in words.
  var methodWords: String {
    "\(method.density.kernel.rawValue) kernel, edge correction "
      + "\(method.density.edgeCorrection.rawValue), bandwidth \(ratio.bandwidth.description), shared "
      + "by both"
  }

  /// The ratio of all, in words.
  var overallWords: String {
    "\(number(overall)) over the study area, \(NumberWords.grouped(places.x.count)) incidents to "
      + "\(NumberWords.grouped(basePlaces.x.count)) they are compared with"
  }

  /// Where there is no ratio, in words.
  var floorWords: String {
    let (shown, all) = (surface.valueCount, area.insideCount)
    let below =
      switch method.floor {
      case .incidents(let count):
        "fewer than \(count) of the incidents compared with lie within the bandwidth"
      case .perSquareKilometre(let lowest):
        "the density compared with is below \(number(lowest)) per square kilometre"
      }
    return "no ratio where \(below); \(NumberWords.grouped(shown)) of "
      + "\(NumberWords.grouped(all)) cells have one"
  }

  /// What is beyond chance, and how that was told, in words; `nil` if no labels were drawn.
  var chanceWords: String? {
    guard let tolerance, let ground else { return nil }
    let more = ground.pieces.count(where: \.isMore)
    let fewer = ground.pieces.count - more
    func places(_ count: Int) -> String { "\(count) place\(count == 1 ? "" : "s")" }
    let found =
      ground.pieces.isEmpty
      ? "no place has more or fewer than chance explains"
      : "\(places(more)) with more and \(places(fewer)) with fewer than chance explains"
    return "\(found), by \(NumberWords.grouped(tolerance.labellings)) random labellings of "
      + (tolerance.isNested ? "the incidents compared with" : "both together")
      + ", seed \(method.seed); noise has one in one map of twenty"
  }

  /// Returns a number with about three digits.
  private func number(_ value: Double) -> String {
    NumberWords.decimal(value, places: value >= 100 ? 0 : value >= 1 ? 2 : 4)
  }
}
