import Foundation
import HotspotsKit
import TestSupport
import Testing

@Suite("Results in files, without a command line")
struct ResultWriterTests {
  private let folder = TemporaryFolder()

  private func text(_ name: String) throws -> String {
    String(decoding: try folder.read(name), as: UTF8.self)
  }

  @Test("counts by hand stand in CSV, and in GeoJSON with their reconciliation")
  func counts() async throws {
    let areas = try await SquareWorld().study().run(AreaCounts())
    let writer = ResultWriter(areas.reading)
    try writer.write(areas.table, to: folder.path("a.csv"))
    try writer.write(areas.table, to: folder.path("a.geojson"))
    let lines = try text("a.csv").split(whereSeparator: \.isNewline)
    let cells = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(cells.map { $0[0] } == ["code", "A", "B", "C", "D"])
    let column = try #require(cells[0].firstIndex(of: "incidents"))
    #expect(cells.dropFirst().map { $0[column] } == ["2", "1", "0", "0"])
    let file = try #require(
      try JSONSerialization.jsonObject(with: Data(folder.read("a.geojson"))) as? [String: Any])
    let rows = try #require(file["reconciliation"] as? [String: Any])
    #expect((rows["read"] as? Int, rows["assigned"] as? Int) == (5, 3))
    #expect((file["features"] as? [Any])?.count == 4)
    // Without being asked for another system, GeoJSON is in WGS 84: the squares lie in England.
    let first = try #require((file["features"] as? [[String: Any]])?.first)
    let geometry = try #require(first["geometry"] as? [String: Any])
    let ring = try #require((geometry["coordinates"] as? [[[Double]]])?.first)
    #expect(ring.allSatisfy { abs($0[0] + 2) < 0.01 && abs($0[1] - 52.6) < 0.05 })
  }

  @Test("a format in one system refuses another, and leaves no file")
  func fixedSystem() async throws {
    let areas = try await SquareWorld().study().run(AreaCounts())
    let path = folder.path("a.kml")
    let writer = ResultWriter(areas.reading, crs: "EPSG:27700")
    #expect(throws: OutputError.self) { try writer.write(areas.table, to: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(throws: OutputError.self) {
      try ResultWriter(areas.reading).write(areas.table, to: folder.path("a.docx"))
    }
  }

  @Test("hours counted by hand stand in each format")
  func hours() async throws {
    let hours = try await SquareWorld().study().run(AoristicHours())
    for format in HourFormat.allCases {
      try HourWriter(hours).writeHours(to: folder.path("h.\(format.rawValue)"))
    }
    let lines = try text("h.csv").split(whereSeparator: \.isNewline)
    #expect(lines[0] == "hour,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Total")
    #expect(lines[11] == "10:00,1,0,0,0,0,0,0,1")
    #expect(lines[24] == "23:00,0,0.5,0,0,0,0,0,0.5")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(folder.read("h.json"))) as? [[String: Any]])
    #expect(rows.last?["Total"] as? Double == 2)
    #expect(try text("h.txt").hasPrefix("hour"))
  }
}
