import Tables
import Testing

@testable import HotspotsKit

@Suite("Bands of close-ups") struct CloseUpBreaksTests {
  private func breaks(_ values: [Double]) -> CloseUpBreaks {
    let grid = SurfaceGrid(
      cellSize: 10, firstColumn: 0, firstRow: 0, columns: values.count, rows: 1)
    return CloseUpBreaks(of: Surface(grid: grid, values: values))
  }

  @Test("the densest cells that hold a quarter, a half and three quarters, rounded to two digits")
  func volume() {
    // Of 10,000 in all the first has over a quarter, the first two over a half, the first three over
    // three quarters.
    let found = breaks([4040, 3020, 1984, 956, 0, .nan])
    #expect(found.levels == [2000, 3000, 4000])
    #expect(
      (0...3).map(found.label) == [
        "under 2,000", "2,000 to under 3,000", "3,000 to under 4,000", "4,000 and over",
      ])
  }

  @Test("small densities keep two digits, equal ones are one band, and nothing is none")
  func small() {
    #expect(breaks([0.0404, 0.0302, 0.01984, 0.00956]).levels == [0.02, 0.03, 0.04])
    #expect(breaks([5, 5, 5, 5]).levels == [5])
    #expect(breaks([0, 0]).levels == [])
  }
}
