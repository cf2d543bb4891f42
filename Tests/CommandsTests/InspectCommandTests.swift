import CommandLineKit
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Commands

@Suite("hotspots inspect")
struct InspectCommandTests {
  private static let samples = ProjectFolder.path("samples/incidents.csv")
  private static let areas = ProjectFolder.path("boundaries/lsoa.shp")

  /// The expected numbers were counted with pandas 2.3 on the same file, windows of more than a week
  /// after `tz_localize("Europe/London")`.
  @Test("the sample incidents are counted as pandas counts them")
  func samples() async throws {
    let run = await ReportRun("inspect", "--incidents", Self.samples)
    #expect(run.status == .done)
    #expect(run.errors.isEmpty)
    #expect(run.value("rows") == "20,000")
    #expect(run.value("text") == "fields separated by commas, UTF-8")
    #expect(
      run.value("other columns") == "'LSOA code', 'Last outcome category', 'Victim age', 'Flags'")
    #expect(run.value("coordinates") == "easting and northing of 19,778 rows, 222 without")
    #expect(run.value("places") == "1,420 different; 906 rows at the most frequent one")
    #expect(
      run.value("references")
        == "'Crime ID': 19,995 different, 5 repeated, 0 blank (told apart by 64-bit hashes)")
    #expect(run.value("period") == "2025-01-01T00:30:00 to 2025-12-31T22:48:00")
    #expect(run.value("time told") == "19,994 time of day, 6 no date")
    #expect(
      run.value("ends") == "101 missing, 5 before their start, 72 more than a week after it")
    #expect(run.value("analysis by hour") == "yes: 100.0% of the rows tell the time of day")
    #expect(run.value("coordinates empty")?.hasPrefix("149, first ") == true)
    #expect(run.value("coordinates zero")?.hasPrefix("73, first ") == true)
    #expect(run.value("categories") == "'Crime type': 14 different")
    #expect(run.output.contains("    Theft from the person         5,002  25.0%\n"))
  }

  @Test("with boundaries the reconciliation closes and the file's codes agree")
  func together() async throws {
    let run = await ReportRun(
      "inspect", "--incidents", Self.samples, "--boundaries", Self.areas, "--output", "-")
    #expect(run.status == .done)
    let json = try run.json()
    let incidents = try #require((json["incidents"] as? [[String: Any]])?.first)
    let placement = try #require(incidents["placement"] as? [String: Any])
    let layer = try #require((placement["reconciliation"] as? [[String: Any]])?.first)
    #expect(layer["read"] as? Int == 20_000)
    #expect(layer["assigned"] as? Int == 19_584)
    #expect(layer["outside"] as? Int == 194)
    #expect(layer["without_coordinates"] as? Int == 222)
    let agreement = try #require((placement["code_agreement"] as? [[String: Any]])?.first)
    #expect(agreement["column"] as? String == "LSOA code")
    #expect(agreement["coded"] as? Int == 19_584)
    #expect(agreement["agreeing"] as? Int == 19_584)
    let areas = try #require((json["boundaries"] as? [[String: Any]])?.first)
    #expect(areas["areas"] as? Int == 128)
    #expect(areas["vintage"] as? Int == 2021)
    #expect(areas["own_crs"] as? String == "EPSG:27700")
    #expect((areas["invalid"] as? [Any])?.isEmpty == true)
    #expect((areas["overlaps"] as? [Any])?.isEmpty == true)
  }

  @Test("the report is the same with one and two threads, and goes to a file beside the text")
  func threads() async throws {
    let folder = TemporaryFolder()
    for threads in ["1", "2"] {
      let run = await ReportRun(
        "inspect", "--incidents", Self.samples, "--boundaries", Self.areas, "--threads", threads,
        "--output", folder.path("\(threads).json"))
      #expect(run.status == .done)
      #expect(run.output.contains("in lsoa"))
    }
    #expect(try folder.read("1.json") == folder.read("2.json"))
  }

  private static let awkward =
    "id;lon;lat;date;type;LSOA code\n1;-0.1;51.5;03/04/2017;Caf".utf8.map { $0 } + [0xe9]
    + ";\n2;-0.1;51.5;04/05/2017;x;E1\n1;;;;x;\n;0;0;2017-03-01;x;\n3;-0.1;91;2017-04-01;x;\n".utf8

  @Test("what is awkward is said, in words that say what to do")
  func awkward() async throws {
    let folder = TemporaryFolder()
    try folder.write(Self.awkward, to: "incidents.csv")
    let run = await ReportRun("inspect", "--incidents", folder.path("incidents.csv"))
    #expect(run.status == .done)
    #expect(
      run.value("text") == "fields separated by semicolons, not UTF-8: read as Windows-1252")
    #expect(run.value("dates") == "'date', order not known")
    #expect(run.value("time told") == "1 day only, 1 no date, 2 not understood")
    #expect(run.value("references")?.contains("2 different, 1 repeated, 1 blank") == true)
    #expect(run.value("rejected rows") == "1")
    #expect(run.value("coordinate out of range")?.contains(":6: a coordinate is out") == true)
    #expect(run.output.contains("    Café  1  25.0%\n"))
    for remark in [
      "- the text is not UTF-8", "- 1 row cannot be used", "- 1 row repeats a reference",
      "no row rules either out: --date-format dmy or --date-format mdy says which",
      "- 1 row has no date",
    ] {
      let text = run.output.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
      #expect(text.contains(remark), "\(remark)")
    }
    #expect(!run.output.contains("51.5;"))
  }

  @Test("the order of dates can be given, and files are counted together")
  func severalFiles() async throws {
    let folder = TemporaryFolder()
    try folder.write(Self.awkward, to: "a.csv")
    try folder.write("id,lon,lat\n2,-0.1,51.5\n4,-0.1,51.5\n".utf8, to: "b.csv")
    let run = await ReportRun(
      "inspect", "--incidents", folder.path("a.csv"), "--incidents", folder.path("b.csv"),
      "--date-format", "dmy")
    #expect(run.status == .done)
    #expect(run.value("dates") == "'date', day first")
    #expect(run.value("period") == "2017-03-01 to 2017-05-04")
    #expect(
      run.value("analysis by hour")
        == "no: the dates tell the day only, enough for days of the week")
    let end = run.output.components(separatedBy: "All 2 files of incidents\n").last
    #expect(end?.contains("rows                7\n") == true)
    #expect(end?.contains("3 different, 2 repeated") == true)
  }

  @Test("no row without coordinates, columns or dates stops the report")
  func bare() async throws {
    let folder = TemporaryFolder()
    try folder.write("a,b\n1,2\n3,4\n".utf8, to: "incidents.csv")
    let run = await ReportRun(
      "inspect", "--incidents", folder.path("incidents.csv"), "--boundaries", Self.areas)
    #expect(run.status == .done)
    #expect(run.value("columns used") == "none")
    #expect(run.value("coordinates") == "no columns found")
    #expect(run.value("dates") == "no column found")
    #expect(run.output.contains("no columns of coordinates are found"))
  }

  @Test("bad layers are described: invalid outlines, overlaps and gaps with their codes")
  func badLayer() async throws {
    let folder = TemporaryFolder()
    func square(_ x: Double, _ y: Double, _ size: Double) -> [[Double]] {
      [[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]]
    }
    // A and B share 10 by 100 metres; C is a bow-tie; D lacks an outline.
    let bowTie: [[Double]] = [[500, 0], [600, 100], [600, 0], [500, 100], [500, 0]]
    let rings = [[square(0, 0, 100)], [square(90, 0, 100)], [bowTie], []]
    var file = RawShapefile(
      records: rings.map { $0.map { $0.map { Point(x: 400_000 + $0[0], y: 300_000 + $0[1]) } } },
      rows: ["A", "B", "C", "D"].map { [$0, "Area \($0)"] })
    file.projection = try String(
      contentsOfFile: ProjectFolder.path("boundaries/lsoa.prj"), encoding: .utf8)
    try file.write(to: folder, as: "bad")
    let run = await ReportRun("inspect", "--boundaries", folder.path("bad.shp"))
    #expect(run.status == .done, "\(run.errors)")
    #expect(run.value("areas") == "3 in 4 records")
    #expect(run.value("overlaps") == "1 pair of areas share 1,000.0 m²")
    #expect(run.output.contains("    A and B  1,000.0 m²\n"))
    #expect(run.output.contains("    C: edges cross each other at 400,550.0 300,050.0\n"))
    #expect(run.output.contains("- record 4 ('D') has no outline and is left out"))
  }

  @Test(
    "what cannot be read is refused as everywhere",
    arguments: [
      (
        ["inspect"], CommandLineKit.ExitStatus.usage,
        "missing option '--incidents FILE or --boundaries FILE'"
      ),
      (["inspect", "--incidents", "/nowhere/x.csv"], .noInput, "there is no such file"),
      (["inspect", "--boundaries", "/nowhere/x.shp"], .noInput, "the .shp file is missing"),
      (["inspect", "--incidents", "x", "--output", "y.txt"], .usage, "written as .json"),
      (
        ["inspect", "--incidents", "x", "--study-area", "A=B"], .usage,
        "without '--boundaries FILE'"
      ),
      (["inspect", "--incidents", "x", "--from", "2017-01"], .usage, "unknown option '--from'"),
    ])
  func refusals(words: [String], status: CommandLineKit.ExitStatus, message: String) async {
    let console = Console()
    #expect(await CommandRegistry.program.run(words, in: console) == status)
    #expect(console.error.text.contains(message), "\(console.error.text)")
    #expect(console.output.text.isEmpty)
  }

  @Test("a file without rows, an unclosed quote and a strict reading end with bad data")
  func badData() async throws {
    let folder = TemporaryFolder()
    for (name, text, message) in [
      ("empty.csv", "id,lon,lat\n", "it has no rows of incidents"),
      ("quote.csv", "id,lon,lat\n1,2,\"3\n", "a quote is opened here and never closed"),
      ("all.csv", "id,lon,lat\n1,x,3\n", "none of its 1 rows can be used"),
    ] {
      try folder.write(text.utf8, to: name)
      let run = await ReportRun("inspect", "--incidents", folder.path(name))
      #expect(run.status == .badData)
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
    try folder.write(Self.awkward, to: "strict.csv")
    let run = await ReportRun("inspect", "--incidents", folder.path("strict.csv"), "--strict")
    #expect(run.status == .badData)
    #expect(run.errors.contains("leave out --strict"))
  }
}
