import Geometry
import Incidents
import Testing

@testable import HotspotAnalysis

@Suite("Squares of grid references")
struct GridReferenceSquareTests {
  /// Ordnance Survey's own examples: the Guide to coordinate systems, section 7, and the National
  /// Grid leaflet (`NN 166 712` is the summit of Ben Nevis).
  static let squares: [(String, Box)] = [
    ("TQ 302 805", Box(minX: 530_200, minY: 180_500, maxX: 530_300, maxY: 180_600)),
    ("tq302805", Box(minX: 530_200, minY: 180_500, maxX: 530_300, maxY: 180_600)),
    ("TG 51409 13177", Box(minX: 651_409, minY: 313_177, maxX: 651_410, maxY: 313_178)),
    ("NN 166 712", Box(minX: 216_600, minY: 771_200, maxX: 216_700, maxY: 771_300)),
    ("SV 0 0", Box(minX: 0, minY: 0, maxX: 10_000, maxY: 10_000)),
    ("HP 12", Box(minX: 410_000, minY: 1_220_000, maxX: 420_000, maxY: 1_230_000)),
  ]

  @Test("a reference names its square", arguments: squares)
  func namedSquare(text: String, box: Box) {
    #expect(GridReference.britishSquare(named: text) == box)
  }

  @Test("the square of a place's reference holds the place", arguments: 1...5)
  func roundTrip(figures: Int) throws {
    for x in stride(from: 13.0, to: 700_000, by: 71_337) {
      for y in stride(from: 7.0, to: 1_300_000, by: 90_001) {
        let reference = try #require(
          OrdnanceSurveyGridReference(of: Point(x: x, y: y), figures: figures))
        let square = try #require(
          GridReference.britishSquare(named: reference.description))
        #expect(square.contains(x: x, y: y))
        #expect(square.width == (figures..<5).reduce(1.0) { side, _ in side * 10 })
      }
    }
  }

  @Test(
    "other texts are no references",
    arguments: [
      "", "TQ", "TQ 1", "TQ 123", "T 12", "TQI 12", "TI 12 12", "AA 12 34", "TQ 123456 123456",
      "530000,180000", "TQ 1a 23", "WA 00 00",
    ])
  func others(text: String) {
    #expect(GridReference.britishSquare(named: text) == nil)
  }
}
