import Boundaries
import Cartography
import CommandLineKit
import Geometry
import HotspotAnalysis
import HotspotsKit
import Interchange
import Statistics
import Tables

/// What a run of `clusters` says to people and to its manifest.
struct ClusterReport {
  let analysis: ClusterAnalysis
  let options: StudyOptions
  let settings: ClusterSettings

  /// Above this many cells a grid is warned of.
  static let manyCells = 100_000

  /// Says the work ahead, before memory is taken for it.
  ///
  /// - Parameters:
  ///   - size: The size of a cell, in metres.
  ///   - shape: The shape of the cells.
  ///   - box: The extent of the study area.
  ///   - isChosen: Whether the program chose the size.
  ///   - console: Where it is said.
  static func say(
    workWithCellsOf size: Double, _ shape: CellShape, over box: Box, isChosen: Bool,
    in console: Console
  ) {
    let cells = CellGrid.predictedCells(over: box, shape: shape, size: size)
    // Too many are refused by the grid itself, with the number and the remedy.
    guard cells < Double(CellGrid.defaultLimit) else { return }
    let count = NumberWords.grouped(Int(cells.rounded(.up)))
    let megabytes = NumberWords.decimal(
      max(1, (cells * Double(CellGrid.predictedBytesPerCell) / 1e6).rounded(.up)), places: 0)
    console.note(
      "grid: \(shape.rawValue) cells of \(NumberWords.length(size)) m\(isChosen ? ", chosen for the incidents" : ""), at most \(count) over "
        + "the extent; about \(megabytes) MB")
    if cells > Double(manyCells) {
      console.warn(
        "the grid may have \(count) cells, over \(NumberWords.grouped(manyCells)): most will be empty, and "
          + "files large; take a larger --cell-size unless you mean it")
    }
  }

  /// Says what was read, compared and found.
  func say(in console: Console) {
    if let incidents = analysis.incidents {
      console.say(incidents)
      console.say([options.weightChoice], incidents.reading.weightFindings)
    } else {
      console.say(analysis.boundaries)
      console.note(ReconciliationWords.sentence(for: analysis.reconciliation))
      let reasons = analysis.reconciliation.reasonWords
      if !reasons.isEmpty { console.note("  of these \(reasons)") }
      if let values = analysis.areaValues {
        console.note(
          "values: codes from column '\(values.codeField)'; "
            + "\(NumberWords.grouped(values.absentCount)) areas have no value")
      }
    }
    console.note("method: \(methodWords)")
    console.note("places: \(placeWords)")
    console.note("neighbours: \(neighbourWords)")
    console.note("result: \(resultWords)")
    for warning in analysis.warnings { console.warn(warning.words) }
  }

  /// The method in words.
  var methodWords: String {
    var words =
      switch settings.method {
      case .getisOrd: "Getis-Ord Gi*, each place and its neighbours against the mean of all"
      case .localMoran: "local Moran, each place's neighbours beside its own side of the mean"
      }
    words +=
      "; \(testWords); p adjusted for \(NumberWords.grouped(analysis.scores.testCount)) tests"
    if settings.permutations > 0 {
      words +=
        "; \(NumberWords.grouped(settings.permutations)) permutations with seed \(settings.seed)"
    }
    return words
  }

  /// What a place must pass to stand out, in words.
  private var testWords: String {
    let own = settings.permutationsDecide ? "rearranged values" : "the normal distribution"
    guard let chance = analysis.chance else {
      return "what stands out does so beside \(own), for the values are no counts"
    }
    let ways = [
      chance.isOverGround ? "the ground" : nil,
      chance.isOverPlaces ? "all \(analysis.grid == nil ? "areas" : "cells") alike" : nil,
    ].compactMap(\.self).joined(separator: " and over ")
    let how = options.filter.hours == nil && !options.usesWeights ? "exactly" : "nearly exactly"
    return "what stands out does so beside \(own) and, \(how), beside as many incidents thrown at "
      + "random over \(ways)"
  }

  /// What is compared, in words.
  var placeWords: String {
    let count = NumberWords.grouped(analysis.table.rowCount)
    if let grid = analysis.grid {
      let chosen = settings.cellSize == nil ? ", chosen for the incidents" : ""
      let size = NumberWords.decimal(grid.size, places: NumberWords.places(of: grid.size))
      return "\(count) \(grid.shape.rawValue) cells of \(size) m\(chosen)"
    }
    return "\(count) areas of '\(analysis.boundaries.layers[0].name)'"
  }

  /// What makes neighbours, in words.
  var neighbourWords: String {
    let rule =
      switch settings.rule {
      case .queen: analysis.grid == nil ? "a shared point of border" : "a shared side or corner"
      case .rook: analysis.grid == nil ? "a shared stretch of border" : "a shared side"
      case .distance:
        "\(analysis.grid == nil ? "centroids" : "centres") within "
          + "\(NumberWords.decimal(settings.distance ?? 0, places: NumberWords.places(of: settings.distance ?? 0))) m"
      }
    let mean = Double(analysis.neighbours.pairCount) / Double(max(analysis.neighbours.count, 1))
    return "\(rule); \(NumberWords.decimal(mean, places: 1)) for each on average"
  }

  /// What was found, in words.
  private var resultWords: String {
    let classes = analysis.scores.classes.compactMap(\.self)
    func count(_ size: Int) -> String { NumberWords.grouped(classes.count { $0 == size }) }
    let (high, low) =
      settings.method == .getisOrd
      ? ("hot spots", "cold spots") : ("like their neighbours", "unlike their neighbours")
    return "\(high) at 99%, 95%, 90%: \(count(3)), \(count(2)), \(count(1)); \(low): "
      + "\(count(-3)), \(count(-2)), \(count(-1))"
  }

  /// What the program chose and computed, for the manifest.
  var chosen: [JSONValue.Member] {
    let inputs =
      analysis.incidents.map { $0.choices.members }
      ?? [
        .init("layers", .array(analysis.boundaries.layers.map(\.chosen))),
        .init("crs", .text(analysis.boundaries.crs)),
        .init("crs_name", .text(analysis.boundaries.crsName)),
        .init("values_code_field", .optional(analysis.areaValues?.codeField)),
      ]
    return inputs + [
      .init("method", .text(settings.method.rawValue)),
      .init("places", .text(settings.unit.rawValue)),
      .init("cell_size_m", .optional(analysis.grid?.size)),
      .init("place_count", .integer(analysis.table.rowCount)),
      .init("neighbours", .text(settings.rule.rawValue)),
      .init("distance_m", .optional(settings.distance)),
      .init("neighbour_pairs", .integer(analysis.neighbours.pairCount / 2)),
      .init("value", .text(settings.table?.field ?? settings.value.rawValue)),
      .init("weight_column", .optional(options.incidents.weightName)),
      .init("tests", .integer(analysis.scores.testCount)),
      .init(
        "test",
        .array(
          ([settings.permutationsDecide ? "permutation" : "normal"]
            + (analysis.chance?.isOverGround ?? false ? ["binomial_by_ground"] : [])
            + (analysis.chance?.isOverPlaces ?? false ? ["binomial_by_place"] : [])).map {
              .text($0)
            })),
      .init("permutations", .integer(settings.permutations)),
      .init(
        "seed", settings.permutations > 0 ? .text("\(settings.seed)") : .null),
    ]
  }
}
