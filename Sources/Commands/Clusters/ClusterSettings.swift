import CommandLineKit
import Geometry
import HotspotAnalysis
import Statistics
import Tables

/// The statistics that `clusters` computes.
enum ClusterMethod: String, CaseIterable, ExpressibleByArgument {
  case getisOrd = "gi-star"
  case localMoran = "local-moran"
}

/// What `clusters` compares.
enum ClusterUnit: String, CaseIterable, ExpressibleByArgument {
  case areas, square, hexagon

  /// The shape of the cells; absent for areas.
  var shape: CellShape? {
    switch self {
    case .areas: nil
    case .square: .square
    case .hexagon: .hexagon
    }
  }

  /// The words for one of them and for several.
  var nouns: (singular: String, plural: String) {
    self == .areas ? ("area", "areas") : ("cell", "cells")
  }

  /// What the option that chooses a unit excludes: an incident beside all areas lies in no cell.
  static let cellsExcludeSnap = OptionRule.excludes(OptionUse("--snap", except: "0"))
    .with(square.rawValue, hexagon.rawValue)
}

/// What makes two places neighbours.
enum NeighbourRule: String, CaseIterable, ExpressibleByArgument {
  case queen, rook, distance
}

/// Which value of the incidents is compared.
enum ClusterValue: String, CaseIterable, ExpressibleByArgument {
  case incidents
  case perSquareKilometre = "per_km2"
}

/// What the options of `clusters` ask for, beside its inputs.
struct ClusterSettings: Sendable {
  var method: ClusterMethod
  var unit: ClusterUnit
  /// The cell size in metres; absent for the automatic one.
  var cellSize: Double?
  var rule: NeighbourRule
  /// The distance in metres within which places are neighbours.
  var distance: Double?
  var value: ClusterValue
  /// The permutations; 0 for none.
  var permutations: Int
  /// Whether the permutations decide what stands out: where they were asked for.
  var permutationsDecide: Bool
  var seed: UInt64
  /// The ready table of values; absent where incidents are counted.
  var table: ValueTable?

  /// A ready table of values.
  struct ValueTable: Sendable {
    var path: String
    var field: String
    var codeField: String?
  }

  static let method = Option<ClusterMethod>(
    "method", valueName: "NAME",
    help: """
      Getis-Ord Gi*, which finds groups of high or low values, or local Moran, which also finds \
      outliers
      """,
    default: .getisOrd)
  static let unit = Option<ClusterUnit>(
    "on", valueName: "UNITS", help: "Compare areas, or the cells of a grid over them",
    default: .areas, rules: [ClusterUnit.cellsExcludeSnap])
  static let rule = Option<NeighbourRule>(
    "neighbours", valueName: "RULE",
    help: """
      Neighbours share a point of their borders (queen), a stretch of border (rook), or lie within \
      --distance
      """,
    default: .queen, rules: [.needs("--distance").with("distance")])
  static let distance = Option<Length?>(
    "distance", valueName: "METRES",
    help: "The greatest distance between the centroids of neighbours",
    rules: [.needs("--neighbours distance")])
  static let value = Option<ClusterValue>(
    "value", valueName: "NAME", help: "The value to compare", default: .incidents)
  static let permutations = Option<Int?>(
    "permutations", valueName: "N",
    help: """
      Random rearrangements of the other values, for p_permutation and to decide what is \
      significant. By default 999 for local Moran and none for Gi*, and they do not decide
      """,
    rules: [
      .excludes(
        "--method local-moran", because: "its p_permutation needs at least 1, 999 are usual"
      )
      .with("0")
    ], allowed: "a whole number from 0 to 999999", where: { (0...999_999).contains($0) })

  /// The options that are read here.
  static let specs =
    [
      method.spec, unit.spec,
      SharedOptions.cellSize.spec.adding(.needs("--on square|hexagon")), rule.spec,
      distance.spec, value.spec,
      permutations.spec, SharedOptions.seed.spec,
    ]
    + SharedOptions.areaValues.adding(
      .excludes("--on square|hexagon", "--value", "--hotspots"),
      .excludes(
        "--incidents", "--unique", "--from", "--to", "--category", "--exclude-category", "--hours",
        "--days", because: "the table holds values, not incidents"),
      to: "--values")

  /// Makes the settings of what is asked most: Getis-Ord Gi* of the incidents of areas that touch.
  init() {
    method = .getisOrd
    unit = .areas
    rule = .queen
    value = .incidents
    permutations = 0
    permutationsDecide = false
    seed = 1
  }

  /// Reads the options.
  init(_ arguments: Arguments) throws(UsageError) {
    method = try arguments.value(of: Self.method)
    unit = try arguments.value(of: Self.unit)
    cellSize = try arguments.value(of: SharedOptions.cellSize)?.metres
    rule = try arguments.value(of: Self.rule)
    distance = try arguments.value(of: Self.distance)?.metres
    value = try arguments.value(of: Self.value)
    seed = try arguments.value(of: SharedOptions.seed)
    let wanted = try arguments.value(of: Self.permutations)
    permutations = wanted ?? (method == .localMoran ? 999 : 0)
    permutationsDecide = (wanted ?? 0) > 0
    let path = try arguments.value(of: SharedOptions.values)
    let field = try arguments.value(of: SharedOptions.valueField)
    let codeField = try arguments.value(of: SharedOptions.valuesCodeField)
    if let path, let field {
      table = ValueTable(path: path, field: field, codeField: codeField)
    }
  }

  /// Returns the cell size that was asked for, else one that the incidents can carry, in metres.
  ///
  /// - Parameters:
  ///   - box: The extent of the study area.
  ///   - ground: Its size, in square metres.
  ///   - incidents: The number of its incidents.
  /// - Returns: The size.
  func cellSize(over box: Box, ground: Double, incidents: Double) -> Double {
    cellSize
      ?? SurfaceGrid.automaticCellSize(
        for: box, atLeast: cellSize(expecting: Self.fewestExpected, ground, incidents))
  }

  /// The incidents that a cell and its neighbours are to expect.
  static let fewestExpected = 5.0

  /// Returns how wide cells must be for a cell and its neighbours to expect so many incidents; 0
  /// where neighbours lie within a distance, whose ground hardly depends on the cells.
  private func cellSize(expecting count: Double, _ ground: Double, _ incidents: Double) -> Double {
    guard let shape = unit.shape, rule != .distance, incidents > 0 else { return 0 }
    let cells = shape == .hexagon ? 7 : rule == .queen ? 9 : 5
    return (count * ground / (incidents * Double(cells) * shape.cellArea)).squareRoot()
  }

  /// Returns the smallest round cell size at which a cell and its neighbours expect five incidents;
  /// absent where it would not tell parts of the study area apart.
  func sufficientCellSize(over box: Box, ground: Double, incidents: Double) -> Double? {
    let size = SurfaceGrid.automaticCellSize(
      for: box, atLeast: cellSize(expecting: Self.fewestExpected, ground, incidents))
    return size >= cellSize(expecting: Self.fewestExpected, ground, incidents) && size > 0
      ? size : nil
  }

  /// The rearrangements; absent for none.
  var rearrangements: ConditionalPermutations? {
    permutations > 0 ? ConditionalPermutations(count: permutations, seed: seed) : nil
  }
}
