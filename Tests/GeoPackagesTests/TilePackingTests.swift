import Testing

@testable import GeoPackages

@Suite("Packing boxes into nodes")
struct TilePackingTests {
  /// Points in the order of a list of places.
  private func points(_ places: [(Double, Double)]) -> [IndexEntry] {
    places.enumerated().map { number, place in
      IndexEntry(
        number: number, minX: place.0, maxX: place.0, minY: place.1, maxY: place.1)
    }
  }

  private func nodes(_ packing: TilePacking) -> [[UInt32]] {
    (0..<packing.nodeCount).map { Array(packing.order[packing.places(ofNode: $0)]) }
  }

  // Worked by hand: 8 points in nodes of 2 are 4 nodes in 2 slices: the western four points, from
  // south to north, then the eastern four.
  @Test("a grid of eight points is cut into two slices, and each from south to north")
  func grid() {
    let places: [(Double, Double)] = [
      (10, 4), (-1, 9), (0, -3), (11, -2), (-2, -5), (12, 0), (13, -9), (1, 0),
    ]
    let packing = TilePacking(points(places), capacity: 2)
    #expect(nodes(packing) == [[4, 2], [7, 1], [6, 3], [5, 0]])
  }

  @Test("equal points keep their order, and nodes differ by one point at most")
  func equal() {
    let packing = TilePacking(points(Array(repeating: (3, 3), count: 11)), capacity: 4)
    #expect(packing.order == Array(0..<11))
    #expect(nodes(packing).map(\.count) == [3, 4, 4])
  }
}
