import Foundation
import CommandLineKit
import TestSupport
import Testing

@testable import Commands

@Suite("What a query refuses, and what it finds empty")
struct QueryErrorsTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var words: [String]
    var status: Int32
    var message: String
    var testDescription: String { words.joined(separator: " ") }

    init(_ words: [String], _ status: Int32, _ message: String) {
      self.words = words
      self.status = status
      self.message = message
    }
  }

  private static let wards = ProjectFolder.path("boundaries/wards.shp")
  private static let square = "POLYGON((0 0,1 0,1 1,0 0))"

  static let refusals: [Fault] = [
    Fault([], 64, "missing option '--output FILE or --count BY'"),
    Fault(
      ["--output", "a.csv"], 64, "missing option '--within FILE, or another query area, filter"),
    Fault(
      ["--output", "a.kml", "--where", "a = 1"], 64,
      ".geojson, .ndjson, .geojsonl, .geojsons, .gpkg, .csv"
    ),
    Fault(["--output", "a.csv", "--format", "ndjson", "--where", "a = 1"], 64, "another format"),
    Fault(["--count", "month", "--format", "geojson"], 64, "one of csv, json, xlsx, text"),
    Fault(["--count", "day"], 64, "not one of all, category, area, month"),
    Fault(["--count", "area"], 64, "cannot use '--count area' without '--boundaries FILE'"),
    Fault(["--count", "all", "--keep", "all"], 64, "'--count' together with '--keep'"),
    Fault(["--output", "a.csv", "--outside"], 64, "'--outside' without '--within FILE"),
    Fault(["--count", "all", "--bounds"], 64, "'--bounds' without '--hours"),
    Fault(["--count", "all", "--boundaries", wards], 64, "'--boundaries' without '--area CODE"),
    Fault(["--count", "all", "--area", "X"], 64, "'--area' without '--boundaries FILE'"),
    Fault(
      ["--count", "area", "--boundaries", wards, "--boundaries", wards], 64,
      "one layer of areas is needed"),
    Fault(
      ["--count", "all", "--bbox", "0,0,1,1", "--within", square], 64,
      "'--within' together with '--bbox'"),
    Fault(["--count", "all", "--near", "0,0"], 64, "'--near' without '--radius METRES'"),
    Fault(["--count", "all", "--radius", "5"], 64, "'--radius' without '--near POINT'"),
    Fault(["--count", "all", "--near", "here", "--radius", "5"], 64, "a grid reference such as"),
    Fault(["--count", "all", "--near", "0,0", "--radius", "0"], 64, "metres from 0.001"),
    Fault(["--count", "all", "--line", "a.geojson"], 64, "'--line' without '--distance METRES'"),
    Fault(["--count", "all", "--distance", "5"], 64, "'--distance' without '--line FILE|WKT'"),
    Fault(["--count", "all", "--bbox", "0,0,1"], 64, "west,south,east,north in degrees"),
    Fault(["--count", "all", "--bbox", "0,1,1,0"], 64, "its south is not below its north"),
    Fault(["--count", "all", "--bbox", "1,0,1,1"], 64, "it has no width"),
    Fault(["--count", "all", "--bbox", "530000,180000,530001,180001"], 64, "in degrees"),
    Fault(["--count", "all", "--where", "speed >"], 64, "a number or text in quotes is expected"),
    Fault(["--count", "all", "--where", "sped > 3"], 65, "no such column; did you mean 'Speed'?"),
    Fault(
      ["--output", "a.csv", "--where", "ref=1", "--keep", "Nothing"], 65, "'Nothing' for 'keep'"),
    Fault(["--output", "a.csv", "--where", "ref=1", "--keep", "a,,b"], 64, "separated by commas"),
    Fault(
      ["--count", "all", "--boundaries", wards, "--area", "Quilgate"], 65,
      "no area of '\(wards)' has this code or name; did you mean 'Quillgate'?"),
    Fault(
      ["--count", "all", "--within", "POLYGON((0 0,1 0,1 1,0 1))"], 65, "ring 1 is not closed"),
    Fault(["--count", "all", "--within", "POLYGON EMPTY"], 65, "it is empty"),
    Fault(["--count", "all", "--within", "absent.geojson"], 66, "there is no such file"),
    Fault(["--count", "all", "--within", "absent.shp"], 66, "absent"),
    Fault(
      ["--count", "all", "--within", "POLYGON((0 0,1e7 0,1e7 1e7,0 0))"], 65,
      "nothing says what its coordinates mean"),
    Fault(
      ["--count", "all", "--near", "0,0", "--radius", "5", "--crs", "EPSG:4326"], 65,
      "it is not projected"),
    Fault(["--output", "/absent/a.csv", "--where", "ref = 1"], 73, "the folder does not exist"),
  ]

  @Test("each mistake has its words and its status, and leaves no file", arguments: refusals)
  func refused(fault: Fault) async throws {
    let folder = TemporaryFolder()
    let incidents = try folder.file("grid.csv", QueryGrid.text)
    let words = fault.words.map { $0.hasPrefix("a.") ? folder.path($0) : $0 }
    let run = await CommandRun(words: ["query", "--incidents", incidents] + words)
    #expect(run.status == fault.status, "\(run.messages)")
    #expect(run.messages.contains(fault.message), "\(run.messages)")
    #expect(run.output.isEmpty)
    for name in ["a.csv", "a.kml"] { #expect(throws: (any Error).self) { try folder.read(name) } }
  }

  static let empties: [Fault] = [
    Fault(
      ["--category", "Robery"], 0,
      "no incident has the category 'Robery'; did you mean 'Robbery'?"),
    Fault(["--category", "Robery"], 0, "the result is empty: of 400 rows 400 filtered (category)"),
    Fault(["--from", "2030-01"], 0, "400 filtered (before from)"),
    Fault(["--where", "speed > 1000"], 0, "400 filtered (where)"),
    Fault(
      ["--near", "600000,180000", "--radius", "10"], 0,
      "the query area lies away from all incidents: it reaches from 599990,179990 to 600010,180010, and "
        + "they from 530000,180000 to 530190,180190"),
    Fault(
      ["--near", "180000,530000", "--radius", "50"], 0, "with its two coordinates exchanged"),
    Fault(
      ["--near", "530005,180005", "--radius", "5"], 0,
      "400 incidents lie around the query area, and none within 5 m of 530005,180005"),
    Fault(
      ["--near", "530005,180005", "--radius", "5000", "--outside"], 0,
      "all 400 incidents lie within 5,000 m of 530005,180005"),
    Fault(["--bbox", "10,50,11,51"], 0, "the query area lies away from all incidents"),
  ]

  @Test("an empty answer has its header, says why, and is no error", arguments: empties)
  func empty(fault: Fault) async throws {
    let folder = TemporaryFolder()
    let incidents = try folder.file("grid.csv", QueryGrid.text)
    let run = await CommandRun(
      words: ["query", "--quiet", "--incidents", incidents, "--output", folder.path("a.csv")]
        + fault.words)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.messages.contains(fault.message), "\(run.messages)")
    #expect(try folder.text("a.csv") == "id,start,category,easting,northing\n")
    let json = await CommandRun(
      words: ["query", "--quiet", "--incidents", incidents, "--output", folder.path("a.geojson")]
        + fault.words)
    #expect(json.status == 0)
    #expect(try folder.text("a.geojson").contains("\"features\":[\n],"))
  }

  @Test("edges that cross are a warning, and both triangles of a bow-tie are inside")
  func crossing() async throws {
    let folder = TemporaryFolder()
    let incidents = try folder.file("grid.csv", QueryGrid.text)
    let run = await CommandRun(
      "query", "--incidents", incidents, "--within",
      "POLYGON((529995 179995,530205 180205,530205 179995,529995 180205,529995 179995))",
      "--count", "all")
    #expect(run.status == 0)
    #expect(
      run.messages.contains(
        "warning: the well-known text: edges cross each other near 530100,180100"))
    #expect(run.messages.contains("inside is the ground that its parts cover"))
    // Left and right triangles of the bow-tie, the diagonals' points inside or on the edge.
    let expected = QueryGrid.numbers { x, y in
      let (dx, dy) = (x - 530_100, y - 180_100)
      return abs(dy) <= abs(dx)
    }
    #expect(run.output.contains("\(expected.count)"))
  }

  @Test("a name that several areas have is refused with their codes")
  func ambiguous() async throws {
    let folder = TemporaryFolder()
    let incidents = try folder.file("grid.csv", QueryGrid.text)
    var file = RawShapefile(
      records: (0..<2).map {
        [RawShapefile.clockwiseSquare(x: 530_000 + Double($0) * 10, y: 18e4)]
      },
      fields: [.init("CODE"), .init("NAME")], rows: [["A1", "North"], ["A2", "North"]])
    file.projection = try String(
      contentsOfFile: ProjectFolder.path("boundaries/lsoa.prj"), encoding: .utf8)
    try file.write(to: folder)
    let words = ["query", "--incidents", incidents, "--boundaries", folder.path("areas.shp")]
    let run = await CommandRun(words: words + ["--count", "all", "--area", "north"])
    #expect(run.status == 65)
    #expect(run.messages.contains("2 areas of"))
    #expect(run.messages.contains("help: name its code, one of A1, A2"))
    let one = await CommandRun(words: words + ["--count", "all", "--area", "a2"])
    #expect(one.status == 0, "\(one.messages)")
  }
}
