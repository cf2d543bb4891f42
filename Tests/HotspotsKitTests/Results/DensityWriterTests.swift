import Foundation
import HotspotsKit
import TestSupport
import Testing

@Suite("Files of densities")
struct DensityWriterTests {
  private let folder = TemporaryFolder()

  @Test("a grid, cells or bands, as the extension says")
  func formats() async throws {
    let density = try await SquareWorld().study().run(
      KernelDensity(bandwidth: .metres(20), cellSize: 10))
    let writer = DensityWriter(density)
    func text(_ name: String) throws -> String {
      try writer.write(to: folder.path(name))
      return String(decoding: try folder.read(name), as: UTF8.self)
    }
    let grid = try text("d.asc").split(separator: "\n")
    #expect(
      grid.prefix(5) == [
        "ncols 4", "nrows 1", "xllcorner 400000", "yllcorner 300000", "cellsize 10",
      ])
    #expect(grid[6].split(separator: " ").map { Double($0) } == density.surface.values)
    let cells = try text("d.csv").split(separator: "\n")
    #expect(cells[0] == "x,y,per_km2")
    #expect(
      cells.dropFirst().map { $0.prefix { $0 != "," } } == ["400005", "400015", "400025", "400035"])
    let collection = try #require(
      JSONSerialization.jsonObject(with: Data(try text("d.geojson").utf8)) as? [String: Any])
    #expect((collection["features"] as? [Any])?.count == density.bands?.rowCount)
    #expect(throws: OutputError.self) { try writer.write(to: folder.path("d.tif")) }
  }
}
