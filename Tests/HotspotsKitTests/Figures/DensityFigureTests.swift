import HotspotsKit
import TestSupport
import Testing

@Suite("Maps of densities, without a command line")
struct DensityFigureTests {
  private let folder = TemporaryFolder()

  private static var method: KernelDensity { KernelDensity(bandwidth: .metres(20), cellSize: 5) }

  /// Twelve incidents in A and one in D.
  private func density(_ method: KernelDensity) async throws -> KernelDensity.Result {
    let lines =
      [String](repeating: "Robbery,2025-02-10 10:00,,400005,300005", count: 12)
      + ["Robbery,2025-02-10 10:00,,400035,300005"]
    let rows = (["type,from,to,easting,northing"] + lines).joined(separator: "\n")
    return try await SquareWorld().study(rows).run(method)
  }

  @Test("the map says what it shows, how it was made, and lists the hotspot")
  func map() async throws {
    var figure = try #require(DensityFigure(try await density(Self.method)))
    (figure.title, figure.marking) = ("A week in February", "OFFICIAL")
    try figure.write(to: folder.path("map.svg"))
    let svg = String(decoding: try folder.read("map.svg"), as: UTF8.self)
    let text = svg.replacing(/<[^>]*>/, with: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in [
      "A week in February", "OFFICIAL", "Incidents per km²", "bandwidth 20 m", "cells of 5 m",
      "rows.csv, areas.shp", "13 assigned",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(try folder.read("map.svg") == figure.svg())
  }

  @Test("a density without bands has no map")
  func noBands() async throws {
    var method = Self.method
    method.drawsBands = false
    #expect(DensityFigure(try await density(method)) == nil)
  }
}
