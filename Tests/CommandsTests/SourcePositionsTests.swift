import Foundation
import Incidents
import TestSupport
import Testing

@testable import Commands
@testable import HotspotsKit

@Suite("Positions that were moved before they were published")
struct SourcePositionsTests {
  private let folder = TemporaryFolder()

  @Test(
    "four rows to a place over a thousand rows are the mark",
    arguments: [
      (1000, 249, true), (1000, 250, false), (999, 1, false), (89_304, 1867, true),
      (89_304, 22_326, false),
    ])
  func rule(rows: Int, places: Int, isMoved: Bool) {
    #expect((SourcePositions(rows: rows, places: places) != nil) == isMoved)
    var sample = DistinctSample()
    for row in 0..<rows { sample.add(FieldHash.number(x: Double(row % places), y: 51)) }
    // Beyond what a sample holds it is an estimate, which may fall on either side of the very border.
    if sample.isExact { #expect((SourcePositions(sample) != nil) == isMoved) }
  }

  @Test(
    "what is counted is said plainly, what is sampled with about, to three digits beyond a sample")
  func words() throws {
    let counted = try #require(SourcePositions(rows: 89_304, places: 1867)).words
    #expect(counted.hasPrefix("89,304 rows share 1,867 places: positions were moved"))
    var sample = DistinctSample()
    for row in 0..<89_304 { sample.add(FieldHash.number(x: Double(row % 1867), y: 51)) }
    let sampled = try #require(SourcePositions(sample)).words
    #expect(sampled == counted.replacingOccurrences(of: "1,867", with: "about 1,867"))
    #expect(SourcePositions.about(61_234, isExact: false) == "about 61,200")
    #expect(SourcePositions.about(999, isExact: false) == "about 999")
  }

  @Test("the columns of data.police.uk tell of moved positions, however few rows repeat one")
  func published() async throws {
    let header =
      "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type"
    let row = "2025-03,Force,Force,0.1,51.5,On or near High Street,E01000001,Area 001A,Burglary"
    let path = try folder.file("street.csv", "\(header)\na,\(row)\n")
    let without = try folder.file(
      "other.csv", "\(header.replacingOccurrences(of: "Falls within", with: "Team"))\na,\(row)\n")
    let words =
      "the columns are those of data.police.uk, which moves positions to the nearest of a list"
    for file in [path, without] {
      let run = await CommandRun("inspect", "--incidents", file, "--output", "-")
      #expect(run.output.contains(words) == (file == path), "\(run.output)")
    }
  }

  /// A file of so many rows in the made-up borough, on so many places.
  private func file(_ name: String, rows: Int, places: Int) throws -> String {
    let lines = (0..<rows).map { row in
      let place = row % places
      return "r\(row),\(row % 9 == 0 ? "Robbery" : "Theft"),2025-0\(1 + row % 6)-03T10:00:00,"
        + "\(455_000 + place % 40 * 37),\(245_000 + place / 40 * 41),On or near High Street"
    }
    return try folder.file(
      name, (["id,category,start,easting,northing,location"] + lines).joined(separator: "\n"))
  }

  private let lsoa = ProjectFolder.path("boundaries/lsoa.shp")

  @Test("map, manifest and people are told by each command that has places")
  func commands() async throws {
    let moved = try file("moved.csv", rows: 2400, places: 300)
    let exact = try file("exact.csv", rows: 2400, places: 1200)
    let words = "2,400 rows share about 300 places: positions were moved"
    for command in [
      ["areas"], ["density", "--bandwidth", "300"], ["clusters"],
      ["clusters", "--on", "square", "--cell-size", "300"],
      ["density", "--bandwidth", "300", "--relative-to", "FILE", "--labellings", "0"],
      // Whether positions were moved does not depend on how many rows are asked for.
      ["areas", "--category", "Robbery"], ["density", "--from", "2025-03", "--to", "2025-03"],
    ] {
      for path in [moved, exact] {
        let run = await CommandRun(
          words: command.map { $0 == "FILE" ? path : $0 } + [
            "--boundaries", lsoa, "--incidents", path, "--map", folder.path("m.svg"),
            "--manifest", folder.path("m.json"),
          ])
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.messages.contains("warning: \(words)") == (path == moved), "\(command)")
        let map = try folder.text("m.svg")
        // A note is broken into lines.
        #expect(map.contains("Positions: 2,400 rows share about 300 places") == (path == moved))
        let manifest = try folder.object("m.json")
        let warnings = try #require(manifest["warnings"] as? [String])
        #expect(warnings.contains { $0.hasPrefix(words) } == (path == moved))
        let chosen = try #require(manifest["chosen"] as? [String: Any])
        #expect(
          chosen["distinct_places"] as? NSDictionary == [
            "rows": 2400, "places": path == moved ? 300 : 1200, "estimated": false,
            "moved": path == moved,
          ])
      }
    }
  }

  @Test("the page does not call moved positions accurate, and says what follows")
  func page() async throws {
    let moved = try file("moved.csv", rows: 2400, places: 300)
    let exact = try file("exact.csv", rows: 2400, places: 1200)
    for path in [moved, exact] {
      let run = await CommandRun(
        "tasking", "--boundaries", lsoa, "--incidents", path, "--output", folder.path("pack"))
      #expect(run.status == 0, "\(run.messages)")
      let page = try folder.text("pack/index.html")
      #expect(page.contains("The positions are not exact: 2,400 rows share") == (path == moved))
      #expect(page.contains("clusters within a street mean nothing") == (path == moved))
      #expect(!page.contains("ositions are accurate"))
      let maps = ["maps/density.svg", "maps/significance.svg", "maps/lsoa.svg"]
      for map in maps {
        #expect(try folder.text("pack/\(map)").contains("Positions: ") == (path == moved), "\(map)")
      }
    }
  }

  @Test("inspect uses the same words, with the number it counted")
  func inspected() async throws {
    let moved = try file("moved.csv", rows: 2400, places: 300)
    let run = await CommandRun("inspect", "--incidents", moved, "--output", "-")
    let words = try #require(SourcePositions(rows: 2400, places: 300)).words
    #expect(run.output.contains(words))
  }

  @Test("hours, which have no places, say nothing of them")
  func hours() async throws {
    let moved = try file("moved.csv", rows: 2400, places: 300)
    let run = await CommandRun("hours", "--incidents", moved, "--output", folder.path("h.csv"))
    #expect(run.status == 0 && !run.messages.contains("places"), "\(run.messages)")
  }

  @Test(
    "Westminster's year of published crime lies on 1,866 places",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func westminster() async throws {
    let pack = try await MadePack.westminster.value
    let page = pack.text("index.html")
    #expect(page.contains("66,502 rows share about 1,866 places"))
    // 1,741 do, counted row by row; the sample has a quarter of the 45,932 references.
    let about = try #require(page.firstMatch(of: /about 1,(\d+) rows repeat a reference/)).1
    #expect((550...930).contains(try #require(Int(about))))
    #expect(!page.contains("ositions are accurate to"))
  }
}
