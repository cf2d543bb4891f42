import Cartography
import CommandLineKit
import HotspotAnalysis
import HotspotsKit
import Interchange
import Statistics
import Tables

/// What a run of `density` says to people and to its manifest.
struct DensityReport {
  let analysis: DensityAnalysis
  let options: StudyOptions
  let settings: DensitySettings

  /// Returns the work ahead in words, before memory is taken for it.
  static func work(
    on grid: SurfaceGrid, _ method: KernelDensity, keepsDetails: Bool = false, isChosen: Bool
  ) -> String {
    let megabytes = Double(method.predictedBytes(grid: grid, incidents: 0)) / 1e6
    // Details are held twice while the workers' batches are joined.
    let each =
      method.predictedBytes(grid: grid, incidents: 1_000_000) / 1_000_000
      + (keepsDetails ? 2 * IncidentDetails.bytesPerIncident : 0)
    return
      "grid: \(NumberWords.grouped(grid.columns)) by \(NumberWords.grouped(grid.rows)) cells of "
      + "\(length(grid.cellSize)) m\(isChosen ? ", chosen for the extent" : ""), "
      + "\(NumberWords.grouped(grid.cellCount)) in all; about "
      + "\(NumberWords.decimal(max(1, megabytes.rounded(.up)), places: 0)) MB, and "
      + "\(each) bytes for each incident"
  }

  /// Says what was read, chosen and found.
  func say(in console: Console) {
    console.say(analysis.incidents)
    options.sayWeights(of: analysis.incidents.input.sources, in: console)
    console.note("density: \(methodWords)")
    console.note("bandwidth: \(analysis.bandwidth.description)")
    if settings.edgeCorrection != .none {
      console.note(
        "edge correction: its sums are within "
          + "\(NumberWords.percent(analysis.accuracy.sampling)) inside, and a further "
          + "\(NumberWords.percent(analysis.accuracy.staircase)) at the edge, of the integral")
    }
    let peak = analysis.result.surface.range?.upperBound ?? 0
    console.note(
      "surface: at most \(NumberWords.decimal(peak, places: 1)) \(options.amountWords) per square kilometre; "
        + "it adds up to \(NumberWords.decimal(analysis.result.surface.volume, places: 1)) of "
        + "\(NumberWords.decimal(total, places: usesWeights ? 1 : 0)) \(options.amountWords)")
    for line in volumeLines { console.note("  \(line)") }
    if analysis.fitted != nil { console.note("classes: \(classWords)") }
    for warning in warnings { console.warn(warning) }
  }

  /// What is doubtful about the surface.
  var warnings: [String] {
    var warnings = Self.narrowness(analysis.bandwidth, on: analysis.area.grid)
    if analysis.result.incidentsWithoutCell > 0 {
      warnings.append(
        "\(NumberWords.grouped(analysis.result.incidentsWithoutCell)) incidents reach the middle of "
          + "no cell and are not in the surface")
    }
    return warnings
  }

  /// Returns a warning of a bandwidth that is less than a cell; nothing for a wider one.
  static func narrowness(_ bandwidth: BandwidthChoice, on grid: SurfaceGrid) -> [String] {
    guard bandwidth.metres < grid.cellSize else { return [] }
    return [
      "the bandwidth is less than a cell: most incidents reach no cell's middle; take smaller "
        + "cells or a larger bandwidth"
    ]
  }

  /// The method in words.
  var methodWords: String {
    let correction =
      switch settings.edgeCorrection {
      case .none: "no edge correction, incidents outside the study area reach in"
      case .uniform: "uniform edge correction"
      case .diggle: "Diggle's edge correction"
      }
    return "\(settings.kernel.rawValue) kernel, \(correction)"
  }

  /// The volume classes in words, the densest first.
  var volumeLines: [String] {
    guard let volume = analysis.volume else { return [] }
    return volume.classes.map { found in
      "the densest \(NumberWords.percent(found.reached)) of the surface: from "
        + "\(NumberWords.decimal(found.level, places: analysis.breakPlaces)) per square kilometre, "
        + "\(NumberWords.decimal(analysis.squareKilometres(of: found), places: 2)) km², "
        + "with \(NumberWords.percent(total > 0 ? analysis.amount(in: found) / total : 0)) of the \(options.amountWords)"
    }
  }

  /// How densities were cut into bands, in words.
  var classWords: String {
    guard let classification = settings.bands.classification, let fitted = analysis.fitted else {
      return "the densest ground that holds 25, 50 and 75% of the surface"
    }
    let left =
      fitted.zeros == 0 ? "" : ", the \(NumberWords.grouped(fitted.zeros)) at zero left out"
    let unit = NumberWords.decimal(fitted.places.unit, places: fitted.places.count)
    return "\(classification.name) of the cells' densities\(left), rounded to \(unit)"
  }

  /// What is said of the surface on which hotspots are looked for.
  var hotspotSurface: HotspotSurfaceWords {
    HotspotSurfaceWords(
      scale: analysis.hotspotScale, densityBandwidth: analysis.bandwidth.metres,
      densityCellSize: analysis.area.grid.cellSize)
  }

  private var usesWeights: Bool { analysis.places.optionalWeights != nil }

  /// The incidents of the study area, or the sum of their weights.
  private var total: Double {
    analysis.places.optionalWeights?.reduce(0, +) ?? Double(analysis.places.x.count)
  }

  /// Returns a length without needless decimals.
  static func length(_ metres: Double) -> String {
    NumberWords.decimal(metres, places: NumberWords.places(of: metres))
  }

  /// The scale of the bands, for the maps to come; absent where there is one band.
  private var scale: MapScale? {
    guard
      let classes = try? ClassBreaks(
        thresholds: analysis.breaks, separatesZero: false, range: analysis.result.surface.range)
    else { return nil }
    return MapScale(
      layer: nil, value: DensityAnalysis.valueColumn, classes: classes,
      madeWith: DensityAnalysis.methodWords(
        settings, bandwidth: analysis.bandwidth, grid: analysis.area.grid))
  }

  /// What the program chose and computed, for the manifest.
  var chosen: [JSONValue.Member] {
    let grid = analysis.area.grid
    return analysis.incidents.choices.members + [
      .init("weight_column", .optional(options.incidents.weightName)),
      .init("kernel", .text(settings.kernel.rawValue)),
      .init("bandwidth_m", .real(analysis.bandwidth.metres)),
      .init("bandwidth", .text(analysis.bandwidth.description)),
      .init("edge_correction", .text(settings.edgeCorrection.rawValue)),
      .init("edge_sampling_error", .real(analysis.accuracy.sampling)),
      .init("edge_staircase_error", .real(analysis.accuracy.staircase)),
      .init("cell_size_m", .real(grid.cellSize)),
      .init("grid_columns", .integer(grid.columns)),
      .init("grid_rows", .integer(grid.rows)),
      .init("cells_inside", .integer(analysis.area.insideCount)),
      .init("incidents_in_reach", .integer(analysis.result.incidentsInReach)),
      .init("incidents_without_cell", .integer(analysis.result.incidentsWithoutCell)),
      .init("volume", .real(analysis.result.surface.volume)),
      .init("classes", .text(settings.scale.isGiven ? "given" : settings.bands.rawValue)),
      .init("scales", .array(scale.map { [$0.json] } ?? [])),
    ]
  }
}
