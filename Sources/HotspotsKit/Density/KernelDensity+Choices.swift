import Cartography
import HotspotAnalysis
import Interchange
import Statistics
import Tables

extension KernelDensity.Result {
  /// What was chosen and found on the way.
  public var choices: [Choice] { reading.choices + ownChoices }

  /// What people should know before they read the surface.
  public var findings: [Finding] { reading.findings + ownFindings }

  /// What was chosen and found beyond the reading.
  package var ownChoices: [Choice] { surfaceChoices + hotspotChoices }

  /// How the surface and its bands came about.
  package var surfaceChoices: [Choice] {
    let grid = area.grid
    let options = reading.options
    return [
      options.weightChoice,
      Choice("kernel", .text(method.kernel.rawValue), "density: \(methodWords)"),
      Choice("bandwidth_m", .real(bandwidth.metres)),
      Choice("bandwidth", .text(bandwidth.description), "bandwidth: \(bandwidth.description)"),
      Choice("edge_correction", .text(method.edgeCorrection.rawValue)),
      Choice(
        "edge_sampling_error", .real(accuracy.sampling),
        sentences: method.edgeCorrection == .none
          ? []
          : [
            "edge correction: its sums are within \(NumberWords.percent(accuracy.sampling)) inside, "
              + "and a further \(NumberWords.percent(accuracy.staircase)) at the edge, of the "
              + "integral"
          ]),
      Choice("edge_staircase_error", .real(accuracy.staircase)),
      Choice("cell_size_m", .real(grid.cellSize)),
      Choice("grid_columns", .integer(grid.columns)),
      Choice("grid_rows", .integer(grid.rows)),
      Choice("cells_inside", .integer(area.insideCount)),
      Choice("incidents_in_reach", .integer(estimate.incidentsInReach)),
      Choice("incidents_without_cell", .integer(estimate.incidentsWithoutCell)),
      Choice(
        "volume", .real(surface.volume),
        sentences: [surfaceSentence] + volumeLines.map { "  \($0)" }),
      Choice(
        "classes", .text(scaleNote == nil ? method.bands.rawValue : "given"),
        sentences: cut.fitted == nil ? [] : ["classes: \(classWords)"]),
      Choice("scales", .array(mapScale.map { [$0.json] } ?? [])),
    ]
  }

  private var hotspotChoices: [Choice] {
    guard let hotspotWords else { return [] }
    return [
      Choice("hotspots", hotspotWords.json, sentences: hotspotWords.sentences),
      Choice(
        "sensitivity", .array(trials.map { $0.json(of: hotspotWords.list) }),
        sentences: sensitivity.map { ["sensitivity: \($0)"] } ?? []),
    ]
  }

  /// What is doubtful about the surface.
  package var ownFindings: [Finding] { reading.weightFindings + surfaceFindings }

  /// The same without what is said of weights.
  package var surfaceFindings: [Finding] {
    var findings: [Finding] = []
    if bandwidth.metres < area.grid.cellSize { findings.append(.narrowBandwidth) }
    if estimate.incidentsWithoutCell > 0 {
      findings.append(.incidentsWithoutCell(estimate.incidentsWithoutCell))
    }
    return findings
  }

  // MARK: - Words

  /// The method in words.
  package var methodWords: String {
    let correction =
      switch method.edgeCorrection {
      case .none: "no edge correction, incidents outside the study area reach in"
      case .uniform: "uniform edge correction"
      case .diggle: "Diggle's edge correction"
      }
    return "\(method.kernel.rawValue) kernel, \(correction)"
  }

  private var surfaceSentence: String {
    let options = reading.options
    let peak = surface.range?.upperBound ?? 0
    return
      "surface: at most \(NumberWords.decimal(peak, places: 1)) "
      + "\(options.amountWords(per: "square kilometre")); "
      + "it adds up to \(NumberWords.decimal(surface.volume, places: 1)) of "
      + "\(NumberWords.decimal(total, places: isWeighted ? 1 : 0)) "
      + options.amountNoun
  }

  /// The classes of the volume in words, the densest first.
  package var volumeLines: [String] {
    (cut.volume?.classes ?? []).map { found in
      "the densest \(NumberWords.percent(found.reached)) of the surface: from "
        + "\(NumberWords.decimal(found.level, places: breakPlaces)) per square kilometre, "
        + "\(NumberWords.decimal(squareKilometres(of: found), places: 2)) km², "
        + "with \(NumberWords.percent(total > 0 ? amount(in: found) / total : 0)) of the "
        + reading.options.amountNoun
    }
  }

  /// How densities were cut into bands, in words.
  package var classWords: String {
    guard let classification = method.bands.classification, let fitted = cut.fitted else {
      return "the densest ground that holds 25, 50 and 75% of the surface"
    }
    let left =
      fitted.zeros == 0 ? "" : ", the \(NumberWords.grouped(fitted.zeros)) at zero left out"
    let unit = NumberWords.decimal(fitted.places.unit, places: fitted.places.count)
    return "\(classification.name) of the cells' densities\(left), rounded to \(unit)"
  }

  /// How much the hotspots depend on the bandwidth, in words; `nil` if that was not asked for.
  package var sensitivity: String? {
    guard let hotspotList, !trials.isEmpty else { return nil }
    return BandwidthTrial.words(trials, of: hotspotList)
  }

  /// The scale of the bands, for the maps to come; `nil` if there is one band.
  private var mapScale: MapScale? {
    guard
      let classes = try? ClassBreaks(
        thresholds: breaks, separatesZero: false, range: surface.range)
    else { return nil }
    return MapScale(
      layer: nil, value: KernelDensity.valueColumn, classes: classes,
      madeWith: method.comparisonWords(bandwidth: bandwidth, grid: area.grid))
  }
}
