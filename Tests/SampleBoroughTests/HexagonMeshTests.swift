@testable import SampleBorough
import Testing

@Suite struct HexagonMeshTests {
  let mesh = HexagonMesh(columns: 9, rows: 8, seed: 3)

  var innerCells: [Int] { (0..<mesh.cellCount).filter { !mesh.isOnRim($0) } }

  @Test("a neighbour's neighbour across the same side is the cell itself")
  func neighbours() {
    for cell in innerCells {
      for side in 0..<6 {
        let other = mesh.neighbour(of: cell, side: side)
        #expect(other != cell)
        guard !mesh.isOnRim(other) else { continue }
        #expect(mesh.neighbour(of: other, side: (side + 3) % 6) == cell)
      }
    }
  }

  @Test("neighbours name the two corners of their common side alike")
  func corners() {
    for cell in innerCells {
      for side in 0..<6 {
        let other = mesh.neighbour(of: cell, side: side)
        let opposite = (side + 3) % 6
        #expect(mesh.corner(of: cell, side) == mesh.corner(of: other, opposite + 1))
        #expect(mesh.corner(of: cell, side + 1) == mesh.corner(of: other, opposite))
      }
    }
  }

  @Test("each cell is convex and runs counter-clockwise, whatever the seed", arguments: 0..<40)
  func convexity(seed: UInt64) {
    let mesh = HexagonMesh(columns: 9, rows: 8, seed: seed)
    for cell in 0..<mesh.cellCount {
      let corners = (0..<6).map { mesh.position(ofCorner: mesh.corner(of: cell, $0)) }
      for index in 0..<6 {
        let (a, b, c) = (corners[index], corners[(index + 1) % 6], corners[(index + 2) % 6])
        #expect((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) > 0)
      }
    }
  }

  @Test("the nearest cell of a middle is the cell, and of any position the nearest of all")
  func nearest() {
    for cell in 0..<mesh.cellCount { #expect(mesh.cell(nearest: mesh.centre(of: cell)) == cell) }
    for x in stride(from: 1500, to: 17_000, by: 430) {
      for y in stride(from: 1500, to: 14_000, by: 370) {
        let position = GridPosition(x: x, y: y)
        let distances = (0..<mesh.cellCount).map {
          mesh.centre(of: $0).squaredDistance(to: position)
        }
        #expect(distances[mesh.cell(nearest: position)] == distances.min())
      }
    }
  }
}
