import Foundation
import Geometry
import TestSupport
import Testing

/// Files whose own coordinate system cannot be used, in the spellings of several programs.
@Suite("Systems that cannot be used")
struct UnusableSystemTests {
  private let folder = TemporaryFolder()

  /// The numbers of the British National Grid as a `PROJCS` with a datum of some name.
  static func grid(name: String, datum: String, spheroid: String = "Airy 1830") -> String {
    """
    PROJCS["\(name)",GEOGCS["\(datum)",DATUM["\(datum)",SPHEROID["\(spheroid)",6377563.396,\
    299.3249646]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]],\
    PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",400000],\
    PARAMETER["False_Northing",-100000],PARAMETER["Central_Meridian",-2],\
    PARAMETER["Scale_Factor",0.9996012717],PARAMETER["Latitude_Of_Origin",49],UNIT["Meter",1]]
    """
  }

  /// Two squares of the grid at 530000,180000 and 531000,180000.
  private func write(_ projection: String?, side: Double = 1000) throws {
    var raw = RawShapefile(
      records: (0..<2).map { number in
        [RawShapefile.clockwiseSquare(x: 530_000 + side * Double(number), y: 180_000, size: side)]
      }, rows: [["A1", "one"], ["A2", "two"]])
    raw.projection = projection
    try raw.write(to: folder)
    // In A1, twice in A2; from pyproj 3.7.
    try folder.write(
      "Longitude,Latitude\n-0.120969,51.508369\n-0.106568,51.508137\n-0.106568,51.508137\n".utf8,
      to: "points.csv")
  }

  private func areas(_ more: String...) async -> CommandRun {
    await CommandRun(
      words: [
        "areas", "--boundaries", folder.path("areas.shp"), "--incidents", folder.path("points.csv"),
        "--output", folder.path("a.csv"), "--manifest", folder.path("m.json"),
      ] + more)
  }

  @Test(
    "a definition without a known datum is proposed by its code, and yields to the one named",
    arguments: [
      grid(name: "British National Grid", datum: "Ordnance Survey Great Brit"),
      grid(name: "BritishNatGrid", datum: "OSGB", spheroid: "AIRY30"),
      grid(name: "unnamed", datum: "unnamed"), grid(name: "unnamed", datum: "D_Unknown"),
      grid(name: "unnamed", datum: "OSGB 1936 (MapInfo)"),
      "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy "
        + "+units=m +no_defs",
      "LOCAL_CS[\"OSGB36 / British National Grid\",LOCAL_DATUM[\"Unknown\",0],UNIT[\"metre\",1]]",
    ])
  func proposed(projection: String) async throws {
    try write(projection)
    let refused = await areas()
    #expect(refused.status == 65)
    #expect(
      refused.messages.contains("it seems to be EPSG:27700 (OSGB36 / British National Grid)"),
      "\(refused.messages)")
    #expect(refused.messages.contains("help: if it is, name it with --crs EPSG:27700"))
    let run = await areas("--crs", "EPSG:27700")
    #expect(run.status == 0, "\(run.messages)")
    #expect(try folder.rows("a.csv").dropFirst().map { $0[2] } == ["1", "2"])
    #expect(run.messages.contains("the coordinates are taken for those of EPSG:27700"))
    // Another system than the file's numbers say.
    let other = await areas("--crs", "EPSG:32630")
    #expect(other.status == 65 && other.messages.contains("cannot take the coordinates"))
  }

  @Test(
    "garbage proposes nothing, and yields too",
    arguments: [
      "garbage", "PROJCS[",
      "CoordSys Earth Projection 8, 79, \"m\", -2, 49, 0.9996012717, 400000, -100000",
      "<xml>", "EPSG:999999", "LOCAL_CS[\"site grid\",UNIT[\"metre\",1]]",
      "VERT_CS[\"Newlyn\",VERT_DATUM[\"Newlyn\",2005],UNIT[\"m\",1]]",
    ])
  func garbage(projection: String) async throws {
    try write(projection)
    let refused = await areas()
    #expect(refused.status == 65)
    #expect(
      refused.messages.contains("help: name the system with --crs, as in --crs EPSG:27700"),
      "\(refused.messages)")
    let run = await areas("--crs", "EPSG:27700")
    #expect(run.status == 0, "\(run.messages)")
    #expect(try folder.rows("a.csv").dropFirst().map { $0[2] } == ["1", "2"])
  }

  @Test("an empty definition is none", arguments: ["", "\n", nil])
  func empty(projection: String?) async throws {
    try write(projection)
    let refused = await areas()
    #expect(refused.status == 65 && refused.messages.contains("the .prj is missing or empty"))
    #expect(await areas("--crs", "EPSG:27700").status == 0)
    #expect(try folder.rows("a.csv").dropFirst().map { $0[2] } == ["1", "2"])
  }

  @Test("a valid definition keeps its meaning, whatever the system of the analysis")
  func valid() async throws {
    for datum in ["OSGB_1936", "D_OSGB_1936"] {
      try write(Self.grid(name: "unnamed", datum: datum))
      let run = await areas("--crs", "EPSG:32630")
      #expect(run.status == 0, "\(run.messages)")
      #expect(try folder.rows("a.csv").dropFirst().map { $0[2] } == ["1", "2"])
      #expect(
        run.messages.contains("taken for EPSG:27700 (OSGB36 / British National Grid), by 90 %"))
      let chosen = try #require(try folder.object("m.json")["chosen"] as? [String: Any])
      let systems = try #require(chosen["boundary_systems"] as? [[String: Any]])
      #expect(systems[0]["crs"] as? String == "EPSG:27700")
      #expect(systems[0]["confidence"] as? Int == 90)
    }
  }

  @Test("degrees that nothing is said of are degrees, where a plane is named for the analysis")
  func degrees() async throws {
    var raw = RawShapefile(
      records: [[RawShapefile.clockwiseSquare(x: -0.13, y: 51.5, size: 0.01)]],
      rows: [["A1", "one"]])
    for projection in [nil, "garbage"] {
      raw.projection = projection
      try raw.write(to: folder)
      try folder.write("Longitude,Latitude\n-0.125,51.505\n".utf8, to: "points.csv")
      let run = await areas("--crs", "EPSG:27700")
      #expect(run.status == 0, "\(run.messages)")
      #expect(run.messages.contains("they are taken for degrees of WGS 84"))
      #expect(try folder.rows("a.csv")[1][2] == "1")
    }
    raw.projection = nil
    try raw.write(to: folder)
    #expect(await areas("--crs", "auto").status == 0)
  }

  @Test("a system that leaves the datum open is used where that is accepted")
  func ballpark() async throws {
    try write(Self.grid(name: "unnamed", datum: "unknown"))
    #expect(await areas("--allow-ballpark").status == 0)
  }

  @Test("degrees without a datum are not taken for metres, and help names what can be done")
  func degreesWithoutDatum() async throws {
    var raw = RawShapefile(
      records: [[RawShapefile.clockwiseSquare(x: -0.13, y: 51.5, size: 0.01)]],
      rows: [["A1", "one"]])
    raw.projection = """
      GEOGCS["GCS_unnamed",DATUM["D_unknown",SPHEROID["Unknown",6378137,298.257223563]],\
      PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]]
      """
    try raw.write(to: folder)
    try folder.write("Longitude,Latitude\n-0.125,51.505\n".utf8, to: "points.csv")
    let refused = await areas("--crs", "EPSG:27700")
    #expect(refused.status == 65)
    #expect(
      refused.messages.contains("help: take the file's own as it stands with --allow-ballpark"),
      "\(refused.messages)")
    let run = await areas("--crs", "EPSG:27700", "--allow-ballpark")
    #expect(run.status == 0, "\(run.messages)")
    #expect(try folder.rows("a.csv")[1][2] == "1")
  }

  @Test("incidents in points propose their system and yield to the one named")
  func incidents() async throws {
    try write(Self.grid(name: "British_National_Grid", datum: "D_OSGB_1936"))
    var raw = RawPoints(
      [.init(x: 530_500, y: 180_500), .init(x: 531_500, y: 180_500)],
      fields: [.init("NAME", width: 4)], rows: [["a"], ["b"]])
    for projection in [
      Self.grid(name: "British National Grid", datum: "Ordnance Survey Great Brit"),
      "LOCAL_CS[\"British National Grid\",UNIT[\"metre\",1]]",
    ] {
      raw.table.projection = projection
      try raw.write(to: folder)
      func run(_ more: String...) async -> CommandRun {
        await CommandRun(
          words: [
            "areas", "--boundaries", folder.path("areas.shp"), "--incidents",
            folder.path("points.shp"), "--output", folder.path("a.csv"),
          ] + more)
      }
      let refused = await run()
      #expect(refused.status == 65)
      #expect(
        refused.messages.contains("help: if it is, name it with --incidents-crs EPSG:27700"),
        "\(refused.messages)")
      let named = await run("--incidents-crs", "EPSG:27700")
      #expect(named.status == 0, "\(named.messages)")
      #expect(try folder.rows("a.csv").dropFirst().map { $0[2] } == ["1", "1"])
    }
  }
}
