import Testing

@testable import Incidents

/// The corners are those of Ordnance Survey's guide and its sheets: Nelson's Column is TQ 300 804 in
/// square TQ, whose corner is 500000, 100000.
@Suite("Grid references")
struct GridReferenceTests {
  private static func read(_ text: String) -> GridReference? {
    let bytes = Array(text.utf8)
    return GridReference(bytes.span, 0..<bytes.count)
  }

  @Test(
    "the middle of the square that is named, and of a metre its corner",
    arguments: [
      ("TQ 300 804", 530_050.0, 180_450.0, 100.0), ("TQ300804", 530_050, 180_450, 100),
      ("tq 300 804", 530_050, 180_450, 100), ("TQ 30 80", 530_500, 180_500, 1000),
      ("TQ3080", 530_500, 180_500, 1000), ("TQ 3 8", 535_000, 185_000, 10_000),
      ("TQ 3000 8040", 530_005, 180_405, 10), ("TQ 30000 80400", 530_000, 180_400, 1),
      ("TQ3000080400", 530_000, 180_400, 1), ("TQ 30000-80400", 530_000, 180_400, 1),
      // Land's End, Ben Nevis, Lerwick and Lowestoft.
      ("SW 342 250", 134_250, 25_050, 100), ("NN 166 712", 216_650, 771_250, 100),
      ("HU 476 414", 447_650, 1_141_450, 100), ("TM 550 930", 655_050, 293_050, 100),
    ])
  func british(text: String, x: Double, y: Double, side: Double) throws {
    let found = try #require(Self.read(text))
    #expect(found.x == x && found.y == y && found.side == side && !found.isIrish)
  }

  @Test("Irish references have one letter: Dublin's Spire is O 159 345")
  func irish() throws {
    let found = try #require(Self.read("O 159 345"))
    #expect(found.isIrish && found.x == 315_950 && found.y == 234_550)
  }

  @Test(
    "anything else",
    arguments: [
      "TQ", "TQ 300 8", "TQ30080", "TQI 30 80", "IQ 30 80", "AA 30 80", "TQ 300804 1", "TQ 30x 804",
      "300 804", "TQ 300000 804000", "",
    ])
  func none(text: String) {
    #expect(Self.read(text) == nil)
  }
}
