import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Nothing assigned is no result")
struct NothingAssignedTests {
  /// A file of which nothing is assigned, and what is said first of it.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var words: [String] = []
    var message: String
  }

  private static let rows = GuardWorld.rows("Easting,Northing", GuardWorld.metres)

  // Distances and places from pyproj 3 and shapely; the great circle to New York is 5,586 km on the
  // ellipsoid, on a sphere 5,571, by PROJ's Geod.
  static let cases = [
    Case(
      testDescription: "longitude and latitude exchanged",
      text: GuardWorld.rows(
        "Longitude,Latitude", ["51.508369,-0.120969", "51.508137,-0.106568"]),
      message: "with their two coordinates exchanged they would lie there"),
    Case(
      testDescription: "easting and northing exchanged",
      text: GuardWorld.rows("Easting,Northing", ["180500,530500", "180500,531500"]),
      message: "with their two coordinates exchanged they would lie there"),
    Case(
      testDescription: "degrees exchanged in columns of metres",
      text: GuardWorld.rows("X,Y", ["51.508369,-0.120969", "51.508137,-0.106568"]),
      message: "--columns longitude=Y,latitude=X"),
    Case(
      testDescription: "metres of the web's maps as metres of the national grid",
      text: GuardWorld.rows(
        "X,Y", ["-13466.21,6711715.78", "-11863.10,6711674.29"]),
      message: "as coordinates of EPSG:3857 they would lie there"),
    Case(
      testDescription: "metres of a UTM zone as metres of the national grid",
      text: GuardWorld.rows("X,Y", ["699785.94,5710290.13", "700786.11,5710303.76"]),
      message: "name it with --incidents-crs EPSG:32630"),
    Case(
      testDescription: "degrees with the system of metres",
      text: GuardWorld.rows("Longitude,Latitude", GuardWorld.degrees),
      words: ["--incidents-crs", "EPSG:27700"],
      message: "as coordinates of EPSG:4326 they would lie there"),
    Case(
      testDescription: "metres of the national grid with another system",
      text: rows, words: ["--incidents-crs", "EPSG:32630"],
      message: "as coordinates of EPSG:27700 they would lie there"),
    Case(
      testDescription: "another city",
      text: GuardWorld.rows("Longitude,Latitude", ["-2.2374,53.4808", "-2.25,53.5"]),
      message: "the nearest incident lies 261 km from the boundaries, to the north-west"),
    Case(
      testDescription: "another continent",
      text: GuardWorld.rows("Longitude,Latitude", ["-74.0060,40.7128"]),
      message: "the incidents lie about 5,571 km from the boundaries, to the west"),
    Case(
      testDescription: "just beside the areas",
      text: GuardWorld.rows("Easting,Northing", ["532120,181000", "533000,181000"]),
      message: "the nearest incident lies 120 m from the boundaries, to the east"),
    Case(
      testDescription: "a period after the file's",
      text: rows, words: ["--from", "2025-03"],
      message: "the files' dates run from 2025-02-10 to 2025-02-11"),
    Case(
      testDescription: "a period before the file's",
      text: rows, words: ["--to", "2024-12"],
      message: "the files' dates run from 2025-02-10 to 2025-02-11"),
    Case(
      testDescription: "a month that files of months lack",
      text: "Month,Easting,Northing\n2016-04,530500,180500\n2017-03,530500,180500\n",
      words: ["--from", "2016-08", "--to", "2016-08"],
      message: "the files' dates run from 2016-04 to 2017-03"),
    Case(
      testDescription: "a misspelt category",
      text: rows, words: ["--category", "Burglery"],
      message: "no incident has the category 'Burglery'\n  help: did you mean 'Burglary'? "),
    Case(
      testDescription: "a category like no other",
      text: rows, words: ["--category", "Arson"],
      message: "help: the categories are 'Burglary'"),
    Case(
      testDescription: "every category left out",
      text: rows, words: ["--exclude-category", "Burglary"],
      message: "none of 2 rows is left to count: filtered are 2 category"),
    Case(
      testDescription: "areas elsewhere",
      text: rows, words: ["--study-area", "SIDE=north"],
      message: "they lie among the areas that the study area SIDE=north leaves out"),
    Case(
      testDescription: "no coordinates",
      text: GuardWorld.rows("Easting,Northing", [",", "0,0"]),
      message: "none of its 2 rows can be used"),
    Case(
      testDescription: "metres called longitude and latitude",
      text: GuardWorld.rows("Longitude,Latitude", GuardWorld.metres),
      message: "'Longitude' and 'Latitude' look like metres (name them with --columns "
        + "easting=Longitude,northing=Latitude)"),
    Case(
      testDescription: "exchanged beyond the range of latitude",
      text: GuardWorld.rows("Longitude,Latitude", ["34.05,-118.24", "34.06,-118.25"]),
      message: "with the two exchanged it would be in range (name them with "
        + "--columns longitude=Latitude,latitude=Longitude)"),
  ]

  @Test(
    "areas, hours, density, clusters and tasking end with 65, say why, and write nothing",
    arguments: cases, ["areas", "hours", "density", "clusters", "tasking"])
  func refused(example: Case, command: String) async throws {
    let world = try GuardWorld()
    _ = try world.folder.file("rows.csv", "")
    let before = try world.names
    let output = command == "tasking" ? "@pack" : "@out.csv"
    let run = try await world.run(command, example.text, example.words + ["--output", output])
    // Files of months have no hours, which comes first.
    if command == "hours", example.text.hasPrefix("Month") { return }
    #expect(run.status == 65, "\(run.messages)")
    #expect(run.messages.contains(example.message), "\(run.messages)")
    #expect(run.messages.contains("hotspots: error: "))
    #expect(try world.names == before)
  }

  @Test("hours that no incident can have happened in are named", arguments: ["areas", "tasking"])
  func hours(command: String) async throws {
    let world = try GuardWorld()
    let run = try await world.run(
      command, Self.rows, ["--hours", "00-01", "--output", "@out.csv"])
    #expect(run.status == 65)
    #expect(run.messages.contains("none of 2 rows is left to count: filtered are 2 outside hours"))
  }

  @Test(
    "degrees in columns named as metres are counted as degrees, and it is said",
    arguments: ["X,Y", "POINT_X,POINT_Y", "Easting,Northing", "xcoord,ycoord"])
  func degrees(header: String) async throws {
    let world = try GuardWorld()
    let run = try await world.run(
      "areas", GuardWorld.rows(header, GuardWorld.degrees), ["--output", "@out.csv"])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.messages.contains("are read as longitude and latitude"))
    let rows = try world.folder.rows("out.csv")
    #expect(rows.dropFirst().map { $0[0] + $0[2] } == ["A11", "A21", "A30", "A40"])
  }

  @Test(
    "the cases that people reported",
    .enabled(
      if: FileManager.default.fileExists(atPath: SharedData.path("cases/xy")),
      "\(SharedData.absence)"),
    arguments: [
      ("xy_lonlat", 0), ("pointxy_lonlat", 0), ("j_swapped", 65), ("o_swapped_EN", 65),
    ])
  func reported(name: String, status: Int32) async throws {
    let folder = TemporaryFolder()
    let run = await CommandRun(
      "areas", "--boundaries", SharedData.path("cases/base/areas.shp"), "--incidents",
      SharedData.path("cases/xy/\(name).csv"), "--output", folder.path("out.csv"))
    #expect(run.status == status, "\(run.messages)")
    if status == 0 {
      #expect(
        try folder.rows("out.csv").dropFirst().map { $0[0] + $0[2] }
          == ["A11", "A21", "A30", "A40"])
    } else {
      #expect(run.messages.contains("with their two coordinates exchanged they would lie there"))
    }
  }

  @Test("an earlier pack stays as it was")
  func pack() async throws {
    let world = try GuardWorld()
    let good = try await world.run("tasking", Self.rows, ["--output", "@pack"])
    #expect(good.status == 0, "\(good.messages)")
    let page = try world.folder.read("pack/index.html")
    let before = try world.names
    let bad = try await world.run(
      "tasking", Self.rows, ["--from", "2025-06", "--output", "@pack"])
    #expect(bad.status == 65)
    #expect(try world.folder.read("pack/index.html") == page)
    #expect(try world.names == before)
  }

  @Test("an earlier period of which the files have nothing is no fault of a pack")
  func earlierPeriod() async throws {
    let world = try GuardWorld()
    let run = try await world.run(
      "tasking", Self.rows, ["--from", "2025-02-10", "--output", "@pack"])
    #expect(run.status == 0, "\(run.messages)")
  }

  @Test("each layer must have its incidents, and the one that has none is named")
  func layers() async throws {
    let world = try GuardWorld()
    for part in ["shp", "shx", "dbf", "prj", "cpg"] {
      try world.folder.write(
        Data(contentsOf: URL(filePath: ProjectFolder.path("boundaries/wards.\(part)"))),
        to: "wards.\(part)")
    }
    let run = try await world.run(
      "areas", Self.rows, ["--boundaries", "@wards.shp", "--output", "@out.csv"])
    #expect(run.status == 65)
    #expect(run.messages.contains("none of 2 incidents lies in an area of 'wards'"))
  }

  @Test("the file that a density is compared with is held to the same")
  func relative() async throws {
    let world = try GuardWorld()
    _ = try world.folder.file(
      "base.csv", GuardWorld.rows("Easting,Northing", ["180500,530500", "180500,531500"]))
    let run = try await world.run(
      "density", Self.rows, ["--relative-to", "@base.csv", "--output", "@out.asc"])
    #expect(run.status == 65)
    #expect(run.messages.contains("with their two coordinates exchanged they would lie there"))
  }

  @Test("the same is said for any number of threads", arguments: ["1", "2", "7"])
  func threads(count: String) async throws {
    let world = try GuardWorld()
    // Over many blocks; the nearest stands last.
    var places = (0..<40_000).map { "\(600_000 + $0),181000" }
    places.append("535000,181000")
    let run = try await world.run(
      "areas", GuardWorld.rows("Easting,Northing", places),
      ["--threads", count, "--output", "@out.csv"])
    #expect(run.status == 65)
    #expect(run.messages.contains("the nearest incident lies 3.0 km from the boundaries"))
  }

  @Test("a query that finds nothing is an answer, and says why")
  func query() async throws {
    let world = try GuardWorld()
    let degrees = GuardWorld.rows("Longitude,Latitude", GuardWorld.degrees)
    for (words, message) in [
      (["--near", "51.5083,-0.1209", "--radius", "500"], "with its two coordinates exchanged"),
      (["--bbox", "51.50,-0.13,51.52,-0.10"], "with its two coordinates exchanged"),
      (
        ["--from", "2025-03"],
        "2 filtered (before from); the files' dates run from 2025-02-10 to 2025-02-11"
      ),
      (["--category", "Burglery"], "did you mean 'Burglary'?"),
    ] {
      let run = try await world.run("query", degrees, words + ["--count", "all"])
      #expect(run.status == 0, "\(run.messages)")
      #expect(run.messages.contains(message), "\(run.messages)")
    }
  }

  @Test("inspect says why none of the incidents lies in the areas")
  func inspect() async throws {
    let world = try GuardWorld()
    let run = try await world.run(
      "inspect", GuardWorld.rows("Easting,Northing", ["180500,530500", "180500,531500"]))
    #expect(run.status == 0, "\(run.messages)")
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("with their two coordinates exchanged they would lie there"))
  }

  @Test("a misspelt category beside one that is met is warned of, kept or left out")
  func partlyMisspelt() async throws {
    let world = try GuardWorld()
    for (option, other) in [("--category", "--category"), ("--exclude-category", "--category")] {
      let run = try await world.run(
        "areas", Self.rows, [option, "Burglery", other, "Burglary", "--output", "@out.csv"])
      #expect(run.status == 0, "\(run.messages)")
      #expect(
        run.messages.contains(
          "warning: no incident has the category 'Burglery'; did you mean 'Burglary'?"))
    }
  }
}
