import Foundation
import HotspotsKit
import TestSupport
import Testing

@Suite("Maps of local statistics, without a command line")
struct SignificanceFigureTests {
  private let folder = TemporaryFolder()

  /// Three busy squares of 26.
  private func statistics(_ method: LocalStatistics) async throws -> LocalStatistics.Result {
    let lines = (0..<26).flatMap { square in
      [String](
        repeating: "Robbery,2025-02-10 10:00,,\(400_005 + 10 * square),300005",
        count: (3...5).contains(square) ? 30 : 1)
    }
    let rows = (["type,from,to,easting,northing"] + lines).joined(separator: "\n")
    return try await SquareWorld(squares: 26).study(rows).run(method)
  }

  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing(/<[^>]*>/, with: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("the map lists the hotspots if there are any, else the significant areas")
  func lists() async throws {
    var method = LocalStatistics()
    var figure = SignificanceFigure(try await statistics(method))
    let joined = text(try figure.svg())
    #expect(joined.contains("Hot and cold spots: incidents") && joined.contains("Getis-Ord Gi*"))
    #expect(joined.contains("(3 areas)") && joined.contains("rows.csv, areas.shp"))
    method.findsHotspots = false
    figure = SignificanceFigure(try await statistics(method))
    (figure.title, figure.marking) = ("A week in February", "OFFICIAL")
    let single = text(try figure.svg())
    #expect(single.contains("Hot spots at 95% and over") && single.contains("Area E"))
    #expect(single.contains("A week in February") && single.contains("OFFICIAL"))
    try figure.write(to: folder.path("map.svg"))
    #expect(try folder.read("map.svg") == figure.svg())
  }

  @Test("notes say what is doubtful, and name no option")
  func notes() async throws {
    var method = LocalStatistics(.localMoran, units: .square, cellSize: 1)
    method.permutations = 39
    let map = text(try SignificanceFigure(try await statistics(method)).svg())
    #expect(map.contains("Clusters and outliers: incidents") && map.contains("Local Moran"))
    #expect(map.contains("fewer than five") && map.contains("39 permutations are few"))
    #expect(!map.contains(/--[a-z]/))
  }
}
