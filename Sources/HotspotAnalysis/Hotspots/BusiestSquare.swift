package import Geometry

/// The square of 100 m in which most of some incidents lie: what a six-figure grid reference names.
///
/// A ground of several areas has no single densest cell, and its middle may be a park. Whoever goes to
/// the point of this square stands where incidents happen.
package struct BusiestSquare: Sendable, Equatable {
  /// The incident nearest to the mean of those in the square; of equal ones the first from the west,
  /// then from the south.
  package let point: Point

  /// The length of a side, in metres.
  package static let side = 100.0

  /// Finds the square; of equal ones the first from the west, then from the south.
  ///
  /// - Parameters:
  ///   - incidents: The positions of the incidents in the lists; at least one.
  ///   - x: The eastings of all incidents.
  ///   - y: Their northings.
  ///   - weights: What each counts for; `nil` if each counts for one.
  /// - Complexity: O(*m*) for *m* incidents.
  package init(of incidents: [Int], x: [Double], y: [Double], weights: [Double]? = nil) {
    precondition(!incidents.isEmpty, "BusiestSquare: there is no incident")
    func square(_ incident: Int) -> Square {
      Square(
        column: (x[incident] / Self.side).rounded(.down),
        row: (y[incident] / Self.side).rounded(.down))
    }
    var amounts: [Square: Double] = [:]
    for incident in incidents { amounts[square(incident), default: 0] += weights?[incident] ?? 1 }
    var (best, most) = (square(incidents[0]), -Double.infinity)
    for (square, amount) in amounts where (-amount, square) < (-most, best) {
      (best, most) = (square, amount)
    }
    let inside = incidents.filter { square($0) == best }
    let count = Double(inside.count)
    let mean = Point(
      x: inside.reduce(0) { $0 + x[$1] } / count, y: inside.reduce(0) { $0 + y[$1] } / count)
    func key(_ incident: Int) -> (Double, Double, Double) {
      let (dx, dy) = (x[incident] - mean.x, y[incident] - mean.y)
      return (dx * dx + dy * dy, x[incident], y[incident])
    }
    var nearest = inside[0]
    for incident in inside where key(incident) < key(nearest) { nearest = incident }
    point = Point(x: x[nearest], y: y[nearest])
  }

  /// A square by its place in the lattice of all.
  private struct Square: Hashable, Comparable {
    var column: Double
    var row: Double

    static func < (a: Square, b: Square) -> Bool { (a.column, a.row) < (b.column, b.row) }
  }
}
