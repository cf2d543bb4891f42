package import HotspotAnalysis
import Statistics

extension LocalStatistics {
  /// A statistic of units and their neighbours.
  public enum Statistic: String, Sendable, CaseIterable {
    /// Getis-Ord Gi*, which finds groups of high or low values.
    case getisOrd = "gi-star"
    /// Local Moran, which also finds outliers.
    case localMoran = "local-moran"
  }

  /// What is compared.
  public enum Units: String, Sendable, CaseIterable {
    /// The areas of the first layer.
    case areas
    /// Squares over its areas.
    case square
    /// Hexagons over its areas.
    case hexagon

    /// The shape of the cells; `nil` for areas.
    package var shape: CellShape? {
      switch self {
      case .areas: nil
      case .square: .square
      case .hexagon: .hexagon
      }
    }

    /// The words for one of them and for several.
    package var nouns: (singular: String, plural: String) {
      self == .areas ? ("area", "areas") : ("cell", "cells")
    }
  }

  /// What makes two units neighbours; none is its own.
  public enum NeighbourRule: Sendable, Equatable {
    /// A shared point of their borders, as the queen moves in chess.
    case queen
    /// A shared stretch of border, as the rook moves.
    case rook
    /// Centroids of areas, or centres of cells, that lie no farther apart.
    case within(metres: Double)

    /// The name of the rule in manifests.
    package var key: String {
      switch self {
      case .queen: "queen"
      case .rook: "rook"
      case .within: "distance"
      }
    }

    /// The distance in metres; `nil` if borders decide.
    package var distance: Double? {
      if case .within(let metres) = self { metres } else { nil }
    }
  }

  /// A value of the incidents of a unit.
  public enum Value: String, Sendable, CaseIterable {
    /// Their number, or the sum of their weights.
    case incidents
    /// The same per square kilometre of the unit's ground.
    case perSquareKilometre = "per_km2"
  }

  /// The number of rearrangements.
  package var permutationCount: Int { permutations ?? (statistic == .localMoran ? 999 : 0) }

  /// Whether rearrangements decide what stands out: where they were asked for.
  var permutationsDecide: Bool { (permutations ?? 0) > 0 }

  /// The rearrangements; `nil` for none.
  var rearrangements: ConditionalPermutations? {
    permutationCount > 0 ? ConditionalPermutations(count: permutationCount, seed: seed) : nil
  }

  /// Checks that local Moran has rearrangements.
  ///
  /// - Throws: ``HotspotAnalysis/LocalStatisticError/noPermutations``.
  func checkPermutations() throws(LocalStatisticError) {
    if statistic == .localMoran && permutationCount < 1 { throw .noPermutations }
  }
}
