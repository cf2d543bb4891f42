import Cartography
package import Geometry
public import Projections

/// Whether lengths and areas can be measured in a coordinate system at the location of the data.
///
/// A unit called metre is not enough: Web Mercator has it, and in Great Britain its kilometre is
/// 600 m of ground. In the middle of the data the scale may be off by 1 %, which is about the worst
/// of a grid for a large country. Systems for a continent are worse at their edge, where up to 10 %
/// is accepted with a warning.
public struct MetricFitness: Sendable, Equatable {
  /// Why it cannot be measured in the system.
  public enum Fault: Sendable, Equatable {
    /// Its coordinates are longitude and latitude.
    case notProjected
    /// Its unit is not the metre.
    case otherUnit
    /// The scale in the middle of the data is too far off; `nil` if the system cannot be used there
    /// at all.
    case middle(GroundScale?)
    /// The scale at one of the positions at the edge of the data is too far off; with the index of
    /// that position.
    case edge(GroundScale?, at: Int)
  }

  /// How far off the scale may be in the middle of the data, as a fraction.
  package static let tolerance = 0.01
  /// How far off the scale may be towards the edge of the data, as a fraction.
  package static let edgeTolerance = 0.1

  /// Why it cannot be measured; `nil` if it can.
  package let fault: Fault?
  /// The worst scale towards the edge, where it is off by more than ``tolerance``.
  package let edge: GroundScale?

  /// Examines a system.
  ///
  /// - Parameters:
  ///   - system: The system.
  ///   - middle: The middle of the data, in its coordinates.
  ///   - edges: Positions at the edge of the data.
  package init(_ system: AnalysisSystem, middle: Point, edges: [Point]) {
    guard let gauge = system.gauge, system.isInMetres else {
      fault = system.isProjected ? .otherUnit : .notProjected
      edge = nil
      return
    }
    let scales = gauge.scales(at: [middle] + edges)
    guard let centre = scales[0], centre.distortion <= Self.tolerance else {
      fault = .middle(scales[0])
      edge = nil
      return
    }
    // A place where the system cannot be used is worse than any other.
    func distortion(_ scale: GroundScale?) -> Double { scale?.distortion ?? .infinity }
    let rim = scales.dropFirst()
    let worst = rim.indices.max { distortion(rim[$0]) < distortion(rim[$1]) }
    guard let worst, distortion(rim[worst]) > Self.tolerance else {
      (fault, edge) = (nil, nil)
      return
    }
    let isFault = distortion(rim[worst]) > Self.edgeTolerance
    fault = isFault ? .edge(rim[worst], at: worst - rim.startIndex) : nil
    edge = isFault ? nil : rim[worst]
  }

  /// Whether the system is right to ``tolerance`` at every place looked at.
  package var isFitEverywhere: Bool { fault == nil && edge == nil }
}

extension GroundScale {
  /// The scale in words: `a metre on the ground is 1.607 m in it`.
  package var words: String {
    let places = distortion < 0.1 ? 4 : 3
    return "a metre on the ground is \(NumberWords.decimal(worst, places: places)) m in it"
  }
}

extension MetricFitness.Fault {
  /// What is wrong, as the end of a sentence about the system.
  ///
  /// - Parameter place: What the data is, such as `'wards.shp'`.
  /// - Returns: The words.
  package func words(of place: String) -> String {
    switch self {
    case .notProjected: "it is not projected, a projected system in metres is needed"
    case .otherUnit: "its unit is not the metre, a projected system in metres is needed"
    case .middle(let scale): "in the middle of \(place) \(Self.words(scale, allowed: "1 %"))"
    case .edge(let scale, _): "towards the edge of \(place) \(Self.words(scale, allowed: "10 %"))"
    }
  }

  private static func words(_ scale: GroundScale?, allowed: String) -> String {
    scale.map { "\($0.words), at most \(allowed) off is allowed" } ?? "it cannot be used"
  }
}
