import Statistics
import Testing

@testable import HotspotAnalysis

@Suite("Positions of cells") struct CellPositionsTests {
  @Test(
    "each cell is found where it stands, and no other, however far they lie apart",
    arguments: [0, -5, 1 << 40], [200, 100_000, 1 << 45])
  func dictionary(first: Int, extent: Int) {
    var random = SplitMix64(seed: UInt64(extent))
    var cells = Set([first])
    for _ in 0..<150 { cells.insert(first + Int.random(in: 0..<extent, using: &random)) }
    let ascending = cells.sorted()
    let positions = CellPositions(ascending)
    let expected = Dictionary(uniqueKeysWithValues: zip(ascending, ascending.indices))
    for cell in ascending.flatMap({ [$0 - 64, $0 - 1, $0, $0 + 1, $0 + 64] }) {
      #expect(positions[cell] == expected[cell])
    }
    #expect(positions[.min] == nil && positions[.max] == nil)
  }

  @Test("no cell has no position")
  func none() { #expect(CellPositions([])[0] == nil) }
}
