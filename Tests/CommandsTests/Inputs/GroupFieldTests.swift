import CommandLineKit
import Commands
import Foundation
import TestSupport
import Testing

/// Areas merged by a field, and study areas of several parts.
@Suite("Merged areas and several study areas")
struct GroupFieldTests {
  private let folder = TemporaryFolder()

  /// Six squares of 100 m in a row from west to east: two districts, three teams, and a note.
  private func world() throws -> (areas: String, incidents: String) {
    let districts = ["N1", "N1", "N1", "N2", "N2", "N2"]
    let teams = ["East, upper", "East, upper", "a=b", "a=b", "West", "West"]
    let features = (0..<6).map { area in
      let west = 530_000 + 100 * area
      let ring = [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)].map {
        "[\(west + $0), \(180_000 + $1)]"
      }.joined(separator: ",")
      return """
        {"type": "Feature", "properties": {"LSOA21CD": "A\(area)", "LAD22CD": "\(districts[area])", \
        "LAD22NM": "District \(districts[area].suffix(1))", "TEAM": "\(teams[area])"}, \
        "geometry": {"type": "Polygon", "coordinates": [[\(ring)]]}}
        """
    }
    let areas = try folder.file(
      "areas.geojson",
      """
      {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": \
      "urn:ogc:def:crs:EPSG::27700"}}, "features": [\(features.joined(separator: ",\n"))]}
      """)
    // One incident in the middle of each area, one more on each inner edge and one in the first.
    var rows = ["easting,northing,category"]
    for area in 0..<6 { rows.append("\(530_050 + 100 * area),180050,Theft") }
    for area in 1..<6 { rows.append("\(530_000 + 100 * area),180050,Robbery") }
    rows.append("530010,180010,Theft")
    return (areas, try folder.file("rows.csv", rows.joined(separator: "\n")))
  }

  private func run(_ words: String...) async throws -> CommandRun {
    let world = try world()
    return await CommandRun(
      words: [
        "areas", "--boundaries", world.areas, "--incidents", world.incidents, "--crs", "EPSG:27700",
        "--output", folder.path("a.csv"), "--columns", "category=", "--manifest",
        folder.path("m.json"),
      ] + words)
  }

  @Test("merged areas have the value as code, its name, and the incidents of inner edges once")
  func merges() async throws {
    let whole = try await run("--group-field", "lad22cd")
    #expect(whole.status == 0, "\(whole.messages)")
    // Those on an edge lie in the area to its right: that between the districts in the second.
    #expect(
      try folder.text("a.csv") == """
        code,name,incidents,share,rank,per_km2
        N1,District 1,6,0.5,1,200
        N2,District 2,6,0.5,1,200

        """)
    #expect(whole.messages.contains("6 areas merged by LAD22CD into 2"))
    let layers = try folder.object("m.json")["layers"] as? [[String: Any]]
    #expect(
      try folder.text("m.json").contains("\"merged_areas\": 6"), "\(String(describing: layers))")
  }

  @Test("rows that name a small area in place of coordinates count in the merged one")
  func namedParts() async throws {
    let world = try world()
    let rows = try folder.file(
      "named.csv", "Crime type,LSOA\nTheft,a0\nTheft,A2\nTheft,N2\nTheft,A9\n")
    let counted = await CommandRun(
      "cost", "--boundaries", world.areas, "--incidents", rows, "--area-column", "LSOA",
      "--group-field", "LAD22CD", "--crs", "EPSG:27700", "--unit-costs",
      try folder.file("costs.csv", "category,total\nTheft,1\n"), "--output", folder.path("c.csv"))
    #expect(counted.status == 0, "\(counted.messages)")
    #expect(try folder.rows("c.csv").last?.prefix(2) == ["Total", "3"])
  }

  @Test("the study area is chosen before areas are merged")
  func studyAreaFirst() async throws {
    let run = try await run("--group-field", "LAD22CD", "--study-area", "TEAM=a=b")
    #expect(run.status == 0, "\(run.messages)")
    // A2 and A3, one incident in each, one on the west edge of each, and one on the rim in the east.
    #expect(
      try folder.rows("a.csv").dropFirst().map { Array($0.prefix(3)) }
        == [["N1", "District 1", "2"], ["N2", "District 2", "3"]])
  }

  @Test("areas that any of several study areas name count, whichever fields they are of")
  func several() async throws {
    let cases: [([String], [String])] = [
      (["TEAM=East, upper", "TEAM=West"], ["A0", "A1", "A4", "A5"]),
      (["TEAM=East, upper", "LAD22CD=N2"], ["A0", "A1", "A3", "A4", "A5"]),
      (["LSOA21CD=A0", "LSOA21CD=A0"], ["A0"]),
    ]
    for (values, codes) in cases {
      let run = try await run("--study-area", values[0], "--study-area", values[1])
      #expect(run.status == 0, "\(run.messages)")
      #expect(try folder.rows("a.csv").dropFirst().map { $0[0] } == codes)
      #expect(
        run.messages.contains(
          "study area: the areas that any of 2 name, '\(values[0])', '\(values[1])'"))
    }
    let file = folder.path("one.geojson")
    let made = await CommandRun(
      "export", "--boundaries", folder.path("areas.geojson"), "--study-area", "LSOA21CD=A5",
      "--output", file)
    #expect(made.status == 0, "\(made.messages)")
    let mixed = try await run("--study-area", file, "--study-area", "LSOA21CD=A1")
    #expect(mixed.status == 0, "\(mixed.messages)")
    #expect(try folder.rows("a.csv").dropFirst().map { $0[0] } == ["A1", "A5"])
  }

  @Test("a configuration file lists them, and the command line is recorded whole")
  func configuration() async throws {
    let world = try world()
    let file = try folder.file(
      "areas.json",
      """
      { boundaries: '\(world.areas)', incidents: '\(world.incidents)', crs: 'EPSG:27700',
        'study-area': ['TEAM=East, upper', 'TEAM=a=b'], 'group-field': 'TEAM', output: 'c.csv' }
      """)
    let run = await CommandRun("areas", "--config", file)
    #expect(run.status == 0, "\(run.messages)")
    #expect(try folder.text("c.csv").contains("\"East, upper\",\"East, upper\",4"))
  }

  @Test("mistakes are one line with what is allowed")
  func mistakes() async throws {
    for (words, message) in [
      (["--group-field", "LAD22CS"], "no field 'LAD22CS' in"),
      (["--group-field", "LAD22CS"], "did you mean 'LAD22CD'?"),
      (
        ["--group-field", "LAD22CD", "--name-field", "TEAM"],
        "those of 'N1' have several names in 'TEAM', as 'East, upper' and 'a=b', one is allowed"
      ),
      (["--study-area", "TEAM=West", "--study-area", "TEAM=Wset"], "has TEAM 'Wset'"),
    ] {
      let world = try world()
      let run = await CommandRun(
        words: [
          "areas", "--boundaries", world.areas, "--incidents", world.incidents, "--crs",
          "EPSG:27700", "--output", "-",
        ] + words)
      #expect(run.status == 65 && run.output.isEmpty)
      #expect(run.messages.contains(message), "\(run.messages)")
    }
  }

  @Test("several layers: those with the field are merged, the others stay as they are")
  func layers() async throws {
    let run = await CommandRun(
      "areas", "--boundaries", ProjectFolder.path("boundaries/wards.shp"), "--boundaries",
      ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--group-field", "LSOA21CD", "--columns",
      "category=", "--output", folder.path("w.csv"))
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.messages.contains("there is no field 'LSOA21CD', so its areas stay as they are"))
    #expect(try folder.rows("w.csv").count == 19)
    #expect(try folder.rows("w-lsoa.csv").count == 129)
    // The wards' own file, made by the same program from the same areas, has what was merged here.
    let merged = await CommandRun(
      "areas", "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--group-field", "WD22CD", "--output",
      folder.path("merged.csv"))
    let own = await CommandRun(
      "areas", "--boundaries", ProjectFolder.path("boundaries/wards.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--output", folder.path("own.csv"))
    #expect(merged.status == 0 && own.status == 0, "\(merged.messages)")
    #expect(try folder.text("merged.csv") == folder.text("own.csv"))
    let borough = await CommandRun(
      "areas", "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--group-field", "LAD22CD", "--columns",
      "category=", "--output", folder.path("b.csv"))
    #expect(borough.status == 0, "\(borough.messages)")
    #expect(
      try folder.rows("b.csv")[1].prefix(5) == ["E09999001", "Marlowick", "19584", "1", "1"])
  }

  @Test(
    "London's boroughs have the sums of their LSOAs' incidents",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func london() async throws {
    func run(_ words: String...) async -> CommandRun {
      await CommandRun(
        words: [
          "areas", "--boundaries",
          SharedData.path("realdata/boundaries/london-lsoa-2011.shp"), "--incidents",
          SharedData.path("realdata/incidents/met-burglary-2016-06.csv"), "--columns", "category=",
        ] + words)
    }
    let parts = await run("--output", folder.path("lsoas.csv"))
    let fields = await CommandRun(
      "export", "--boundaries", SharedData.path("realdata/boundaries/london-lsoa-2011.shp"),
      "--output", folder.path("fields.csv"))
    let wholes = await run("--group-field", "LAD11CD", "--output", folder.path("boroughs.csv"))
    #expect([parts, fields, wholes].map(\.status) == [0, 0, 0], "\(wholes.messages)")
    let table = try folder.rows("fields.csv")
    let column = try #require(table[0].firstIndex(of: "LAD11CD"))
    let boroughs = Dictionary(table.dropFirst().map { ($0[0], $0[column]) }) { first, _ in first }
    var sums: [String: Int] = [:]
    for row in try folder.rows("lsoas.csv").dropFirst() {
      sums[try #require(boroughs[row[0]]), default: 0] += Int(row[2]) ?? 0
    }
    let counted = try folder.rows("boroughs.csv").dropFirst()
    #expect(counted.count == 33)
    for row in counted { #expect(Int(row[2]) == sums[row[0]], "\(row[1])") }
  }
}
