import Geometry
import Tables
import Testing

@testable import Cartography

@Suite("Map furniture")
struct FurnitureTests {
  @Test(
    "the scale bar is the longest round length that fits",
    arguments: [
      (0.1, 150.0, 1000.0), (0.1, 99, 500), (0.1, 200, 2000), (0.003, 150, 50000), (2, 150, 50),
      (150, 150, 1), (1000, 150, 0.1),
    ])
  func scaleBar(_ pointsPerMetre: Double, _ limit: Double, _ metres: Double) {
    let bar = ScaleBar(pointsPerMetre: pointsPerMetre, within: limit, scale: 1)
    #expect(abs(bar.metres - metres) < 1e-12 * metres)
    #expect(bar.width <= limit + 1e-9)
  }

  @Test(
    "the scale bar is labelled in metres below a kilometre",
    arguments: [
      (0.1, ["0", "0.5", "1 km"]), (0.2, ["0", "250", "500 m"]), (0.02, ["0", "2.5", "5 km"]),
    ])
  func scaleLabels(_ pointsPerMetre: Double, _ labels: [String]) {
    let block = ScaleBar(pointsPerMetre: pointsPerMetre, within: 150, scale: 1).block()
    #expect(texts(block.marks).map(\.text) == labels)
    for text in texts(block.marks) {
      #expect(text.box.minX >= -1e-9 && text.box.maxX <= block.width + 1e-9)
    }
  }

  @Test("ranks are shared by equal values and skip")
  func ranks() {
    let changes = RankedAreas(of: [5, nil, -9, 4, 0, -1, 3], isTwoSided: true)
    #expect(changes.top(4).map(\.row) == [0, 3, 2, 5])
    #expect(changes.top(5).map(\.row) == [0, 3, 6, 2, 5])
    #expect(changes.top(3).map(\.row) == [0, 3, 2])
    // A side with fewer leaves its room to the other.
    #expect(RankedAreas(of: [1, 2, 3, -1], isTwoSided: true).top(4).map(\.row) == [2, 1, 0, 3])
    #expect(RankedAreas(of: [-1, -2, -3], isTwoSided: true).top(2).map(\.row) == [2, 1])
    let ranked = RankedAreas(of: [5, nil, 9, 5, 0, 1])
    #expect(ranked.entries.map(\.row) == [2, 0, 3, 5, 4])
    #expect(ranked.entries.map(\.rank) == [1, 2, 2, 4, 5])
    #expect(ranked.entries.map(\.isTied) == [false, true, true, false, false])
    #expect(ranked.top(10).map(\.row) == [2, 0, 3, 5])
    #expect(ranked.top(2).map(\.row) == [2, 0])
  }

  @Test("a map shows everything unless most areas are empty")
  func extent() {
    let outlines = Tiling(columns: 10, rows: 1, side: 100, detail: 0, seed: 1).outlines
    var values: [Double?] = Array(repeating: 5, count: 10)
    #expect(!MapExtent(of: outlines, ranked: RankedAreas(of: values)).isPart)
    // A thousand in two neighbours, and one stray at the far end.
    values = [0, 400, 600, 0, 0, 0, 0, 0, 0, 1]
    let part = MapExtent(of: outlines, ranked: RankedAreas(of: values))
    #expect(part.isPart)
    #expect(
      part.box.contains(outlines.box(ofArea: 1)) && part.box.contains(outlines.box(ofArea: 2)))
    #expect(!part.box.intersects(outlines.box(ofArea: 9)))
    let none: [Double?] = Array(repeating: 0, count: 10)
    #expect(!MapExtent(of: outlines, ranked: RankedAreas(of: none)).isPart)
  }

  @Test("the reconciliation's sentence adds up and leaves out what is none")
  func reconciliation() {
    let full = Reconciliation(
      layer: "wards", read: 66_502, rejected: ["not_a_number": 3],
      filtered: ["category": 1000, "period": 20], withoutCoordinates: ["empty": 370],
      outside: ["area": 4000, "crs": 12], assigned: 61_097)
    #expect(
      ReconciliationWords.sentence(for: full)
        == "wards, 66,502 rows read: 61,097 assigned, 4,012 outside, 370 without coordinates, "
        + "1,020 filtered, 3 rejected")
    let one = Reconciliation(
      layer: nil, read: 1, rejected: [:], filtered: [:], withoutCoordinates: [:], outside: [:],
      assigned: 1)
    #expect(ReconciliationWords.sentence(for: one) == "1 row read: 1 assigned")
  }

  @Test("a place goes where the scale says, north up")
  func transform() {
    let transform = PageTransform(
      extent: Box(minX: 1000, minY: 2000, maxX: 3000, maxY: 3000),
      frame: Box(minX: 0, minY: 0, maxX: 400, maxY: 400))
    #expect(transform.pointsPerMetre == 0.2)
    #expect(transform.page(x: 1000, y: 3000) == Point(x: 0, y: 100))
    #expect(transform.page(x: 3000, y: 2000) == Point(x: 400, y: 300))
    let dot = PageTransform(
      extent: Box(minX: 5, minY: 5, maxX: 5, maxY: 5),
      frame: Box(minX: 0, minY: 0, maxX: 400, maxY: 200))
    #expect(dot.pointsPerMetre == 2)
  }
}

/// The text among marks.
func texts(_ marks: [Mark]) -> [TextMark] {
  marks.flatMap { mark -> [TextMark] in
    switch mark {
    case .text(let text): [text]
    case .titled(_, let marks): texts(marks)
    default: []
    }
  }
}
