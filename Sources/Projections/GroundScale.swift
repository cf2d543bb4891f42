/// How many metres of a projected system's plane stand for a metre on the ground, at one place.
///
/// Conformal systems have one scale for all directions; others have a smallest and a largest, the
/// half axes of Tissot's indicatrix.
public struct GroundScale: Sendable, Equatable {
  /// The scale in the direction in which it is smallest.
  package let smallest: Double
  /// The scale in the direction in which it is largest.
  package let largest: Double

  /// Creates a scale.
  package init(smallest: Double, largest: Double) {
    self.smallest = smallest
    self.largest = largest
  }

  /// How far off lengths can be, as a fraction: 0.6 for a metre that is 1.6 m in the plane.
  package var distortion: Double { abs(worst - 1) }

  /// How far off areas are, as a fraction.
  package var arealDistortion: Double { abs(smallest * largest - 1) }

  /// The scale that is farthest from 1.
  package var worst: Double { abs(largest - 1) >= abs(smallest - 1) ? largest : smallest }
}
