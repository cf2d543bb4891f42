import Geometry
import SampleBorough

/// The samples of the committed seed, made once for all tests.
enum SharedSamples {
  static let folder = SampleFolder()
}

/// A side of an outline in whole centimetres, with its direction.
struct Edge: Hashable {
  let x0, y0, x1, y1: Int

  var reversed: Edge { Edge(x0: x1, y0: y1, x1: x0, y1: y0) }

  /// Twice the area between the side and the origin; summed over a ring, twice the ring's area.
  var doubledArea: Int { x0 * y1 - x1 * y0 }
}

extension OutlineTable {
  /// The sides of an area's rings.
  func edges(of area: Int) -> [Edge] {
    rings(ofArea: area).flatMap { ring in
      vertices(ofRing: ring).dropLast().map { vertex in
        Edge(
          x0: centimetres(x[vertex]), y0: centimetres(y[vertex]), x1: centimetres(x[vertex + 1]),
          y1: centimetres(y[vertex + 1]))
      }
    }
  }

  private func centimetres(_ metres: Double) -> Int { Int((metres * 100).rounded()) }

  /// Returns whether a position lies inside an area, by counting crossings to the east.
  func contains(_ area: Int, x px: Double, y py: Double) -> Bool {
    var isInside = false
    for ring in rings(ofArea: area) {
      for vertex in vertices(ofRing: ring).dropLast() where (y[vertex] > py) != (y[vertex + 1] > py)
      {
        let share = (py - y[vertex]) / (y[vertex + 1] - y[vertex])
        if x[vertex] + share * (x[vertex + 1] - x[vertex]) > px { isInside.toggle() }
      }
    }
    return isInside
  }
}
