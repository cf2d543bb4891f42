package import Geometry

/// Areas as they are drawn: on the page, with as many vertices as print can show.
///
/// Borders that areas share are simplified once and stay shared, vertex for vertex. Every area
/// keeps at least one ring of three different vertices; other rings too small to be seen go,
/// unless another area fills them.
package struct PageOutlines: Sendable {
  /// The rings of each area.
  package private(set) var areas: [[GridLine]]
  /// The borders that belong to one area only: the rim of the whole and of holes in it.
  package private(set) var rim: [GridLine]

  /// How far a border may be drawn from where it runs, in points: a tenth of a millimetre.
  package static let tolerance = 0.1 * Page.pointsPerMillimetre

  /// The most vertices drawn, about five bytes each, so that a page stays below a megabyte.
  package static let vertexLimit = 85_000

  /// Simplifies areas for the page.
  ///
  /// Borders are drawn within ``tolerance`` of where they run. Where that takes too many vertices,
  /// as for thousands of areas on one sheet, the least significant go too, of the rim and of the
  /// borders inside apart.
  ///
  /// - Parameters:
  ///   - outlines: The outlines, in metres.
  ///   - wanted: The areas to draw, in the order of the result.
  ///   - transform: Where they lie on the page.
  ///   - vertexLimit: The most vertices drawn; corners where borders meet stay in any case.
  /// - Complexity: O(*n* log *n*) for *n* vertices of ordinary borders.
  package init(
    of outlines: OutlineTable, areas wanted: [Int], transform: PageTransform,
    vertexLimit: Int = PageOutlines.vertexLimit
  ) {
    let shared = SharedOutlines(
      of: [OutlineLayer(outlines, areas: wanted)], transform: transform,
      limits: .both(vertexLimit))
    areas = shared.areas(ofLayer: 0)
    rim = shared.rim(ofLayer: 0)
  }
}

extension GridLine {
  /// Twice the area of the ring, in squared tenths of a point; its sign tells the direction.
  var doubledArea: Int {
    guard count > 2 else { return 0 }
    var sum = 0
    var previous = count - 1
    for vertex in 0..<count {
      // Taken about the first vertex, so that far-off rings do not overflow.
      sum +=
        (x[previous] - x[0]) * (y[vertex] - y[0]) - (x[vertex] - x[0]) * (y[previous] - y[0])
      previous = vertex
    }
    return sum
  }
}
