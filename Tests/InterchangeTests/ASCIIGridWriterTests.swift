import Statistics
import Tables
import TestSupport
import Testing

@testable import Interchange

@Suite("ESRI ASCII grids")
struct ASCIIGridWriterTests {
  @Test("every row is the plain text of its numbers, for any number of threads")
  func rows() throws {
    // More cells than a piece holds, and a last piece that is not full.
    let grid = SurfaceGrid(cellSize: 50, firstColumn: -3, firstRow: 7, columns: 211, rows: 250)
    var random = SplitMix64(seed: 5)
    let values = (0..<grid.cellCount).map { _ in
      [Double.nan, 0, 12, random.nextUnit() * 900][Int(random.next() % 4)]
    }
    let header = [
      "ncols 211", "nrows 250", "xllcorner -150", "yllcorner 350", "cellsize 50",
      "NODATA_value -9999",
    ]
    let lines = (0..<grid.rows).reversed().map { row in
      values[row * grid.columns..<(row + 1) * grid.columns].map { value in
        value.isNaN ? "-9999" : value == value.rounded() ? "\(Int(value))" : "\(value)"
      }.joined(separator: " ")
    }
    let home = TemporaryFolder()
    for threads in [1, 2, 5] {
      let file = try OutputFile(path: home.path("\(threads).asc"))
      try ASCIIGridWriter(threads: threads).write(Surface(grid: grid, values: values), to: file)
      try file.commit()
      #expect(
        try String(decoding: home.read("\(threads).asc"), as: UTF8.self) == (header + lines).joined(
          separator: "\n") + "\n")
    }
  }
}
