import Geometry
import Testing

@testable import Assignment
@testable import Incidents

@Suite("Where incidents lie that no area holds")
struct WhereaboutsTests {
  private static func table(_ points: [Point], file: Int = 0, block: Int) -> IncidentTable {
    var table = IncidentTable()
    table.x = points.map(\.x)
    table.y = points.map(\.y)
    table.count = points.count
    table.file = file
    table.block = block
    return table
  }

  @Test("the first incidents in the order of the files are kept, whoever read them")
  func sample() {
    let blocks = (0..<20).map { block in
      Self.table((0..<30).map { Point(x: Double(block), y: Double($0)) }, block: block)
    }
    var alone = Whereabouts(layers: 1)
    for block in blocks { alone.keep(block) }
    // Two workers take the blocks in turn, and are merged either way.
    var workers = [Whereabouts(layers: 1), Whereabouts(layers: 1)]
    for (number, block) in blocks.enumerated() { workers[(number + 1) % 2].keep(block) }
    var merged = workers[0]
    merged.merge(workers[1])
    var reversed = workers[1]
    reversed.merge(workers[0])
    let expected = (0..<256).map { Point(x: Double($0 / 30), y: Double($0 % 30)) }
    #expect(alone.sample == expected)
    #expect(merged.sample == expected)
    #expect(reversed.sample == expected)
  }

  @Test("incidents without coordinates are not kept")
  func unplaced() {
    var whereabouts = Whereabouts()
    whereabouts.keep(Self.table([Point(x: .nan, y: .nan), Point(x: 1, y: 2)], block: 0))
    #expect(whereabouts.sample == [Point(x: 1, y: 2)])
  }

  @Test("the nearest to the rectangle is found, of equally near ones always the same")
  func nearest() {
    let box = Box(minX: 0, minY: 0, maxX: 10, maxY: 10)
    let points = [
      Point(x: 14, y: 13), Point(x: 5, y: 15), Point(x: -4, y: -3), Point(x: .nan, y: .nan),
      Point(x: .infinity, y: 5), Point(x: 20, y: 5),
    ]
    for order in [points, points.reversed()] {
      var whereabouts = Whereabouts(layers: 1)
      for point in order {
        var other = Whereabouts(layers: 1)
        other.look(in: Self.table([point], block: 0), near: box, layer: 0)
        whereabouts.merge(other)
      }
      // 4, 3 and 0, 5 and 4, 3 away: all five, the most western counts.
      #expect(whereabouts.nearest[0]?.point == Point(x: -4, y: -3))
    }
  }
}
