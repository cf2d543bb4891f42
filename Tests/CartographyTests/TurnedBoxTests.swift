import Geometry
import Testing

@testable import Cartography

@Suite("Turned rectangles")
struct TurnedBoxTests {
  private static let bar = Box(minX: -50, minY: -5, maxX: 50, maxY: 5)
  private static let origin = Point(x: 0, y: 0)

  @Test("a quarter of a turn swaps the sides")
  func quarter() {
    let box = TurnedBox(Self.bar, turn: 90, about: Self.origin).box
    for (made, expected) in [
      (box.minX, -5.0), (box.maxX, 5), (box.minY, -50), (box.maxY, 50),
    ] { #expect(abs(made - expected) < 1e-9) }
  }

  @Test("parallel slanting bars are apart although the rectangles around them are not")
  func parallel() {
    let bar = TurnedBox(Self.bar, turn: 45, about: Self.origin)
    // Moved across by 20, twice the width of a bar, the middle moves by 14.1 in x and in y.
    let moved = TurnedBox(
      Box(minX: -50, minY: 15, maxX: 50, maxY: 25), turn: 45, about: Self.origin)
    #expect(bar.box.intersects(moved.box))
    #expect(!bar.meets(moved) && !moved.meets(bar))
    let near = TurnedBox(
      Box(minX: -50, minY: 4, maxX: 50, maxY: 14), turn: 45, about: Self.origin)
    #expect(bar.meets(near) && near.meets(bar))
  }

  @Test("crossing bars meet though no corner of one lies in the other")
  func crossing() {
    let bar = TurnedBox(Self.bar)
    #expect(bar.meets(TurnedBox(Self.bar, turn: 60, about: Self.origin)))
    #expect(!bar.meets(TurnedBox(Self.bar, turn: 60, about: Point(x: 0, y: 200))))
  }

  @Test("text turned about its position keeps its size and is written with its turn")
  func text() {
    var mark = TextMark.style(size: 10, anchor: .middle)
    mark.text = "High Street"
    mark.position = Point(x: 100, y: 100)
    let level = mark.box
    mark.turn = -90
    // Reading from below: what was right of the middle is above it.
    #expect(abs(mark.box.height - level.width) < 1e-9)
    #expect(abs(mark.box.width - level.height) < 1e-9)
    #expect(mark.box.minX < 100 - 7 && mark.box.maxX < 103)
    let page = Drawing(
      page: .a4Portrait, identifierPrefix: "", title: "", summary: "",
      layers: [Layer(name: "labels", label: "Labels", marks: [.text(mark)])])
    let svg = String(decoding: SVGWriter(page).bytes, as: UTF8.self)
    #expect(svg.contains("<text x=\"100\" y=\"100\" font-size=\"10\""))
    #expect(svg.contains("transform=\"rotate(-90 100 100)\""))
  }
}
