import Geometry
import Testing

@testable import Cartography

@Suite("Street scales")
struct StreetScaleTests {
  /// 180 mm by 120 mm.
  private static let frame = Box(minX: 10, minY: 20, maxX: 10 + 510.236, maxY: 20 + 340.157)

  private static func scale(_ width: Double, _ height: Double, isRound: Bool = true) -> StreetScale
  {
    StreetScale(
      showing: Box(minX: 1_000, minY: 2_000, maxX: 1_000 + width, maxY: 2_000 + height), in: frame,
      isRound: isRound)
  }

  @Test("the largest round scale that shows all of it")
  func round() {
    // At 1:5,000 the frame shows 900 m by 600 m, at 1:4,000 720 m by 480 m.
    #expect(Self.scale(899, 500).denominator == 5_000)
    #expect(Self.scale(500, 599).denominator == 5_000)
    #expect(Self.scale(500, 601).denominator == 6_000)
    #expect(Self.scale(719, 479).words == "1:4,000")
    #expect(Self.scale(1, 1).denominator == 1_000)
  }

  @Test("a kilometre is as long as the scale says, around the middle of the extent")
  func length() {
    let scale = Self.scale(899, 500)
    // 1 km at 1:5,000 is 200 mm.
    #expect(abs(scale.transform.pointsPerMetre * 1000 - 200 * 72 / 25.4) < 1e-6)
    let middle = scale.transform.page(x: 1_449.5, y: 2_250)
    #expect(abs(middle.x - Self.frame.centre.x) < 1e-6)
    #expect(abs(middle.y - Self.frame.centre.y) < 1e-6)
  }

  @Test("beyond all round scales, and where none is asked for, a map is as large as it goes")
  func unrounded() {
    let far = Self.scale(20_000, 1_000)
    #expect(far.denominator == nil && far.words == nil)
    #expect(abs(far.transform.pointsPerMetre - Self.frame.width / 20_000) < 1e-12)
    #expect(Self.scale(899, 500, isRound: false).denominator == nil)
  }

  @Test("scale bar, arrow and words are apart at every scale", arguments: StreetScale.denominators)
  func strip(denominator: Int) {
    let metres = Double(denominator) * 0.18
    let scale = Self.scale(metres * 0.999, 10)
    #expect(scale.denominator == denominator)
    let strip = CloseUpStrip(
      key: [FlowKey.Item(sample: .swatch(Paint(fill: Palette.zero)), label: "under 2,000")],
      note: "A note.", width: 539, scale: 1, streetScale: scale)
    let words = texts(strip.marks(at: Point(x: 0, y: 0)))
    #expect(words.count >= 7)
    for (index, text) in words.enumerated() {
      for other in words.dropFirst(index + 1) {
        #expect(!text.box.intersects(other.box), "'\(text.text)' touches '\(other.text)'")
      }
    }
  }
}
