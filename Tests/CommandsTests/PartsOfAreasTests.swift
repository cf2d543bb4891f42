import Foundation
import Geometry
import TestSupport
import Testing

/// Areas whose parts overlap and outlines that cross themselves, from the file to every result.
///
/// A1 is two squares of 600 m that share 200 by 600 m, so 0.6 km²; A2 a bow-tie over a square of a
/// kilometre, so 0.5 km²; A3 a square of a kilometre.
@Suite("Parts of areas")
struct PartsOfAreasTests {
  private let folder: TemporaryFolder
  private let boundaries: String
  private let incidents: String

  private static let warnings = [
    "parts.shp: area 'A1': edges cross each other near 530600,180000",
    "parts.shp: area 'A2': edges cross each other near 530500,181500",
  ]

  init() throws {
    folder = TemporaryFolder()
    func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [Point] {
      [(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)].map {
        Point(x: 530_000 + x + $0 * width, y: 180_000 + y + $1 * height)
      }
    }
    let bowTie = [(0.0, 0.0), (1000, 1000), (1000, 0), (0, 1000), (0, 0)].map {
      Point(x: 530_000 + $0.0, y: 181_000 + $0.1)
    }
    var file = RawShapefile(
      records: [
        [rectangle(0, 0, 600, 600), rectangle(400, 0, 600, 600)], [bowTie],
        [rectangle(1000, 0, 1000, 1000)],
      ], rows: [["A1", "One"], ["A2", "Two"], ["A3", "Three"]])
    file.projection = try String(
      contentsOfFile: ProjectFolder.path("boundaries/lsoa.prj"), encoding: .utf8)
    try file.write(to: folder, as: "parts")
    boundaries = folder.path("parts.shp")
    // A grid of points 100 m apart, none on a border: 21 by 21 rows with times.
    var text = "id,Easting,Northing,From,To\n"
    for row in 0..<21 {
      for column in 0..<21 {
        let (x, y) = (530_001 + 99 * column, 180_003 + 98 * row)
        text +=
          "\(row)-\(column),\(x),\(y),2024-05-0\(1 + row % 7) 10:00,2024-05-0\(1 + row % 7) 11:00\n"
      }
    }
    incidents = try folder.file("grid.csv", text)
  }

  /// How many points of the grid lie where a rule says, in metres from 530000, 180000.
  private func count(_ holds: (_ x: Double, _ y: Double) -> Bool) -> Int {
    var count = 0
    for row in 0..<21 {
      for column in 0..<21 where holds(Double(1 + 99 * column), Double(3 + 98 * row)) { count += 1 }
    }
    return count
  }

  private var inFirst: Int { count { $0 < 1000 && $1 < 600 } }
  private var inSecond: Int {
    count { x, y in x < 1000 && y > 1000 && abs(y - 1500) < abs(x - 500) }
  }

  @Test("an area holds what any of its parts holds, and its size is that of their union")
  func areas() async throws {
    let run = await CommandRun(
      "areas", "--boundaries", boundaries, "--incidents", incidents, "--output",
      folder.path("a.csv"), "--manifest", folder.path("m.json"))
    #expect(run.status == 0, "\(run.messages)")
    let rows = try folder.rows("a.csv")
    #expect(rows[1][..<3] == ["A1", "One", "\(inFirst)"])
    #expect(rows[2][..<3] == ["A2", "Two", "\(inSecond)"])
    let densities = try rows.dropFirst().map { try #require(Double($0[5])) }
    #expect(abs(densities[0] - Double(inFirst) / 0.6) < 1e-6)
    #expect(abs(densities[1] - Double(inSecond) / 0.5) < 1e-6)
    let warnings = try #require(folder.object("m.json")["warnings"] as? [String])
    for warning in Self.warnings {
      #expect(run.messages.contains(warning))
      #expect(warnings.count { $0.contains(warning) } == 1)
    }
  }

  @Test(
    "every command warns of outlines that cross themselves, in its manifest too",
    arguments: [
      ["hours", "--by", "area", "--output", "h.csv"], ["density", "--output", "d.geojson"],
      ["clusters", "--output", "c.csv"], ["query", "--area", "A1", "--output", "q.csv"],
      ["query", "--count", "area", "--output", "n.csv"],
    ])
  func commands(words: [String]) async throws {
    let paths = words.map { $0.contains(".") ? folder.path($0) : $0 }
    let run = await CommandRun(
      words: paths + [
        "--boundaries", boundaries, "--incidents", incidents, "--manifest", folder.path("m.json"),
      ])
    #expect(run.status == 0, "\(run.messages)")
    let warnings = try #require(folder.object("m.json")["warnings"] as? [String])
    for warning in Self.warnings {
      #expect(run.messages.contains(warning), "\(run.messages)")
      #expect(warnings.count { $0.contains(warning) } == 1)
    }
  }

  @Test("the pack's manifest has the warnings")
  func pack() async throws {
    let run = await CommandRun(
      "tasking", "--boundaries", boundaries, "--incidents", incidents, "--output",
      folder.path("pack"))
    #expect(run.status == 0, "\(run.messages)")
    let warnings = try #require(folder.object("pack/manifest.json")["warnings"] as? [String])
    for warning in Self.warnings { #expect(warnings.count { $0.contains(warning) } == 1) }
  }

  @Test("export writes the ground, valid, and says so; inspect tells what was mended")
  func export() async throws {
    let run = await CommandRun(
      "export", "--boundaries", boundaries, "--output", folder.path("e.gpkg"), "--manifest",
      folder.path("m.json"))
    #expect(run.status == 0)
    let warnings = try #require(folder.object("m.json")["warnings"] as? [String])
    for warning in Self.warnings { #expect(warnings.contains { $0.contains(warning) }) }
    let again = await CommandRun("inspect", "--boundaries", folder.path("e.gpkg"))
    #expect(again.output.contains("invalid outlines    none"))
    #expect(again.output.contains("2.100 km² in all"))
    let before = await CommandRun("inspect", "--boundaries", boundaries)
    #expect(before.output.contains("A1: edges cross each other at 530,600.0 180,000.0"))
    #expect(before.output.contains("2.100 km² in all"))
  }

  @Test("a study area of a file is the union of its parts, and warns")
  func studyArea() async throws {
    let run = await CommandRun(
      "areas", "--boundaries", ProjectFolder.path("boundaries/wards.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--study-area", boundaries, "--output", "-")
    // Nothing of the made-up borough lies there.
    #expect(run.status == 65)
    #expect(run.messages.contains("no area of"))
    let inside = await CommandRun(
      "areas", "--boundaries", boundaries, "--incidents", incidents, "--study-area", boundaries,
      "--output", folder.path("s.csv"))
    #expect(inside.status == 0)
    #expect(try folder.rows("s.csv").dropFirst().map { $0[0] } == ["A1", "A2", "A3"])
    #expect(inside.messages.components(separatedBy: Self.warnings[0]).count == 3)
  }

  @Test("parts that overlap are one place of a query, given as text")
  func within() async throws {
    let run = await CommandRun(
      "query", "--incidents", incidents, "--within",
      "SRID=27700;MULTIPOLYGON(((530000 180000,530600 180000,530600 180600,530000 180600,530000 "
        + "180000)),((530400 180000,531000 180000,531000 180600,530400 180600,530400 180000)))",
      "--output", folder.path("w.csv"))
    #expect(run.status == 0)
    #expect(try folder.rows("w.csv").count == inFirst + 1)
    #expect(run.messages.contains("the well-known text: edges cross each other near 530600,180000"))
    #expect(run.messages.contains("inside is the ground that its parts cover"))
  }
}

/// The cases that people reported, with right values by shapely 2.2.0.
///
///     unary_union([make_valid(p) for p in parts]).area   # 600000.0, 500000.0, 670000.0 m²
@Suite("Reported parts of areas", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct ReportedPartsTests {
  @Test(
    "points lie where the union is, over its size",
    arguments: [
      ("overlap_parts.shp", 8, 0.6), ("bowtie.shp", 5, 0.5),
    ])
  func shapefiles(name: String, assigned: Int, squareKilometres: Double) async throws {
    let folder = TemporaryFolder()
    let run = await CommandRun(
      "areas", "--boundaries", SharedData.path("cases/parts/\(name)"), "--incidents",
      SharedData.path("cases/parts/pts.csv"), "--output", folder.path("a.csv"))
    #expect(run.status == 0, "\(run.messages)")
    let row = try folder.rows("a.csv")[1]
    #expect(row[2] == "\(assigned)")
    #expect(abs(try #require(Double(row[5])) - Double(assigned) / squareKilometres) < 1e-6)
  }

  @Test("P1 lies in the area of two parts that overlap there")
  func geoJSON() async throws {
    let folder = TemporaryFolder()
    let points = try folder.file(
      "p.csv", "Longitude,Latitude\n-0.120969,51.508369\n-0.106568,51.508137\n")
    let run = await CommandRun(
      "areas", "--boundaries", SharedData.path("cases/parts/overlapmp.geojson"), "--crs",
      "EPSG:27700", "--incidents", points, "--output", folder.path("a.csv"))
    #expect(run.status == 0, "\(run.messages)")
    let rows = try folder.rows("a.csv")
    #expect(rows[1][..<3] == ["A1", "Ward A1", "1"])
    #expect(rows[2][..<3] == ["A2", "Ward A2", "1"])
    #expect(abs(try #require(Double(rows[1][5])) - 1 / 0.67) < 1e-6)
  }

  @Test("two of London's wards cross themselves, which is said of them alone")
  func wards() async throws {
    let folder = TemporaryFolder()
    let run = await CommandRun(
      "areas", "--boundaries", SharedData.path("realdata/boundaries/london-wards-2014.shp"),
      "--incidents", SharedData.path("realdata/incidents/met-burglary-2016-06.csv"), "--output",
      folder.path("a.csv"), "--manifest", folder.path("m.json"))
    #expect(run.status == 0, "\(run.messages)")
    let warnings = try #require(folder.object("m.json")["warnings"] as? [String])
    #expect(warnings.count { $0.contains("edges cross each other") } == 2)
    for code in ["E05009392", "E05009400"] {
      #expect(warnings.contains { $0.contains("area '\(code)': edges cross each other") })
    }
  }
}
