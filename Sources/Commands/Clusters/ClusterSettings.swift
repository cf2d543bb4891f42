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
    help:
      "Getis-Ord Gi*, which finds high and low values gathered, or local Moran, which also finds "
      + "outliers",
    default: .getisOrd)
  static let unit = Option<ClusterUnit>(
    "on", valueName: "PLACES", help: "Compare areas, or the cells of a grid over them",
    default: .areas)
  static let rule = Option<NeighbourRule>(
    "neighbours", valueName: "RULE",
    help: "Neighbours share a point of their borders (queen), a stretch (rook), or lie within "
      + "--distance",
    default: .queen)
  static let distance = Option<Length?>(
    "distance", valueName: "METRES",
    help: "With --neighbours distance, how far apart neighbours' inner points may be")
  static let value = Option<ClusterValue>(
    "value", valueName: "NAME", help: "What is compared", default: .incidents)
  static let permutations = Option<Int?>(
    "permutations", valueName: "N",
    help: "Random rearrangements of the other places' values for p_permutation. Without it 999 for "
      + "local Moran, none for Gi*",
    allowed: "a whole number from 0 to 999999", where: { (0...999_999).contains($0) })

  /// The options that are read here.
  static let specs =
    [
      method.spec, unit.spec, SharedOptions.cellSize.spec, rule.spec, distance.spec, value.spec,
      permutations.spec, SharedOptions.seed.spec,
    ] + SharedOptions.areaValues

  /// Makes the settings of what is asked most: Getis-Ord Gi* of the incidents of areas that touch.
  init() {
    method = .getisOrd
    unit = .areas
    rule = .queen
    value = .incidents
    permutations = 0
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
    permutations =
      try arguments.value(of: Self.permutations) ?? (method == .localMoran ? 999 : 0)
    let path = try arguments.value(of: SharedOptions.values)
    let field = try arguments.value(of: SharedOptions.valueField)
    let codeField = try arguments.value(of: SharedOptions.valuesCodeField)
    if let path {
      guard let field else { throw .dependent("--values", needs: "--value-field NAME") }
      table = ValueTable(path: path, field: field, codeField: codeField)
    } else if field != nil || codeField != nil {
      throw .dependent(
        field == nil ? "--values-code-field" : "--value-field", needs: "--values FILE")
    }
    try check(arguments)
  }

  private func check(_ arguments: Arguments) throws(UsageError) {
    if cellSize != nil && unit == .areas {
      throw .dependent("--cell-size", needs: "--on square or --on hexagon")
    }
    if rule == .distance && distance == nil {
      throw .dependent("--neighbours distance", needs: "--distance METRES")
    }
    if rule != .distance && distance != nil {
      throw .dependent("--distance", needs: "--neighbours distance")
    }
    if method == .localMoran && permutations == 0 {
      throw .invalid(
        "cannot use '--permutations 0' with local Moran: its p_permutation needs at least 1",
        help: "999 are usual")
    }
    if table != nil {
      if unit != .areas { throw .conflict("--values", "--on \(unit.rawValue)") }
      if arguments.isGiven(Self.value) { throw .conflict("--values", "--value") }
    }
  }

  /// Returns the cell size that was asked for, else the automatic one for an extent, in metres.
  func cellSize(over box: Box) -> Double { cellSize ?? SurfaceGrid.automaticCellSize(for: box) }

  /// The rearrangements; absent for none.
  var rearrangements: ConditionalPermutations? {
    permutations > 0 ? ConditionalPermutations(count: permutations, seed: seed) : nil
  }
}
