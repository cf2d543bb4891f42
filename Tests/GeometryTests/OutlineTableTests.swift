import Geometry
import Testing

@Suite("Outlines in columns")
struct OutlineTableTests {
  private func square(_ west: Double, side: Double) -> [Point] {
    [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)].map {
      Point(x: west + $0.0, y: $0.1)
    }
  }

  @Test("tables that follow each other are the table of all their areas")
  func append() {
    let areas = [
      [[square(0, side: 4), square(1, side: 2)]],
      [[square(10, side: 1)], [square(12, side: 1)]],
      [[square(20, side: 3)]],
    ]
    var whole = OutlineTable()
    for area in areas { whole.appendArea(area) }
    for cut in 0...areas.count {
      var (first, second) = (OutlineTable(), OutlineTable())
      for area in areas[..<cut] { first.appendArea(area) }
      for area in areas[cut...] { second.appendArea(area) }
      first.append(contentsOf: second)
      #expect(first == whole)
    }
    #expect(whole.areaCount == 3 && whole.polygonCount == 4 && whole.ringCount == 5)
  }
}
