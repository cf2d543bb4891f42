import Foundation
import Statistics
import TestSupport
import Testing

@testable import Projections

@Suite("Coordinate system")
struct CoordinateSystemTests {
  @Test("a code gives the registered system")
  func code() throws {
    let system = try CoordinateSystem("EPSG:27700", in: ProjectionContext())
    #expect(system.authorityCode == "EPSG:27700")
    #expect(system.name == "OSGB36 / British National Grid")
    #expect(system.isProjected && !system.isGeographic)
    #expect(system.unit == .length(metres: 1))
    #expect(system.metresPerUnit == 1)
    let area = try #require(system.areaOfUse)
    // epsg.io/27700: -9.01 to 2.01 east, 49.75 to 61.01 north; the register was rounded since.
    #expect(abs(area.west + 9) < 0.02 && abs(area.east - 2.01) < 0.02)
    #expect(abs(area.south - 49.75) < 0.02 && abs(area.north - 61.01) < 0.02)
    #expect(area.name.contains("United Kingdom"))
  }

  @Test("longitude and latitude are geographic, in degrees")
  func geographic() throws {
    let system = try CoordinateSystem("EPSG:4326", in: ProjectionContext())
    #expect(system.isGeographic)
    #expect(system.unit == .angle(degrees: 1))
    #expect(system.metresPerUnit == nil)
    #expect(system.unit.negligible == 1e-10)
  }

  @Test("feet are known as such")
  func feet() throws {
    let system = try CoordinateSystem("EPSG:2263", in: ProjectionContext())
    // The survey foot of the United States is 1200/3937 m.
    #expect(abs(try #require(system.metresPerUnit) - 1200.0 / 3937) < 1e-12)
  }

  @Test(
    "texts that mean the British National Grid become EPSG:27700",
    arguments: [
      "EPSG:27700", "urn:ogc:def:crs:EPSG::27700", "OSGB36 / British National Grid",
      "British_National_Grid",
      Places.nationalGridText(),
      // As in the wards of the GLA, rounded in the tenth decimal.
      Places.nationalGridText(scale: "0.999601272"),
      Places.nationalGridText().replacing("UNIT[\"Meter\",1.0]]", with: "UNIT[\"Meter\",1]]\n"),
      Places.nationalGridText().replacing(
        "UNIT[\"Meter\",1.0]]", with: "UNIT[\"Meter\",1.0],AUTHORITY[\"EPSG\",27700]]"),
      Places.nationalGridText().replacing("\"British_National_Grid\"", with: "\"OSGB_BNG\""),
      // With a datum shift, as GDAL used to write it.
      """
      PROJCS["OSGB 1936 / British National Grid",GEOGCS["OSGB 1936",DATUM["OSGB_1936",
      SPHEROID["Airy 1830",6377563.396,299.3249646,AUTHORITY["EPSG","7001"]],
      TOWGS84[446.448,-125.157,542.06,0.15,0.247,0.842,-20.489],AUTHORITY["EPSG","6277"]],
      PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4277"]],
      PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",49],
      PARAMETER["central_meridian",-2],PARAMETER["scale_factor",0.9996012717],
      PARAMETER["false_easting",400000],PARAMETER["false_northing",-100000],
      UNIT["metre",1],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","27700"]]
      """,
      // With heights, which are left out.
      "EPSG:7405",
    ])
  func nationalGrid(text: String) throws {
    let system = try CoordinateSystem(text, in: ProjectionContext())
    #expect(system.authorityCode == "EPSG:27700")
    #expect(system.areaOfUse != nil)
  }

  @Test("the text of a .prj leads to the same operations as the code")
  func sameOperations() throws {
    let byCode = try Places.candidates(from: "EPSG:4326", to: "EPSG:27700")
    let byText = try Places.candidates(from: "EPSG:4326", to: Places.nationalGridText())
    #expect(byCode.all == byText.all)
    #expect(byCode.all.count >= 9)
    #expect(try byCode.choose() == byText.choose())
  }

  @Test("a system that only has the grid's name is not taken for it")
  func impostor() throws {
    let context = try ProjectionContext()
    let system = try CoordinateSystem(Places.nationalGridText(meridian: "-3.0"), in: context)
    #expect(system.authorityCode != "EPSG:27700")
    #expect(!system.isEquivalent(to: try CoordinateSystem("EPSG:27700", in: context)))
    let authority = Places.nationalGridText(meridian: "-3.0").replacing(
      "UNIT[\"Meter\",1.0]]", with: "UNIT[\"Meter\",1.0],AUTHORITY[\"EPSG\",27700]]")
    let labelled = try CoordinateSystem(authority, in: context)
    #expect(!labelled.isEquivalent(to: try CoordinateSystem("EPSG:27700", in: context)))
  }

  @Test("a text without a datum is not taken for a system that has one")
  func withoutDatum() throws {
    let context = try ProjectionContext()
    for text in [
      Places.unknownDatum,
      Places.nationalGridText().replacing("D_OSGB_1936", with: "D_Unknown")
        .replacing("GCS_OSGB_1936", with: "GCS_Unknown")
        .replacing("\"British_National_Grid\"", with: "\"Site\""),
    ] {
      let system = try CoordinateSystem(text, in: context)
      #expect(system.authorityCode == nil)
      #expect(system.isProjected && system.areaOfUse == nil)
    }
    #expect(
      try CoordinateSystem(Places.unknownDatum, in: context).label.hasPrefix("+proj=tmerc"))
  }

  @Test("the order of axes makes no other system")
  func axes() throws {
    let context = try ProjectionContext()
    let one = try CoordinateSystem("EPSG:4326", in: context)
    #expect(one.isEquivalent(to: try CoordinateSystem("OGC:CRS84", in: context)))
    #expect(!one.isEquivalent(to: try CoordinateSystem("EPSG:4277", in: context)))
  }

  @Test("a PROJ string needs not say that it describes a system")
  func projString() throws {
    let system = try CoordinateSystem("+proj=utm +zone=30 +datum=WGS84", in: ProjectionContext())
    #expect(system.isProjected)
    #expect(system.authorityCode == "EPSG:32630")
  }

  @Test(
    "texts that mean no system are refused with what was found",
    arguments: [
      ("EPSG:999999", "crs not found"), ("", "unrecognized format / unknown name"),
      ("27700", "unrecognized format / unknown name"), ("+proj=nonsense", "Unknown projection"),
      ("PROJCS[", "missing"),
      ("PROJCS[\"x\"]", "missing"), ("GEOGCS[\"GCS_WGS_1984\"", "missing"),
    ])
  func unknown(text: String, found: String) throws {
    let context = try ProjectionContext()
    let error = #expect(throws: ProjectionError.self) { try CoordinateSystem(text, in: context) }
    let message = try #require(error).description
    #expect(message.hasPrefix("cannot understand CRS '\(text)': "))
    #expect(message.contains(found))
    #expect(!message.contains("proj_create"))
  }

  @Test(
    "systems without a plane or a globe are refused",
    arguments: [
      ("EPSG:5701", "a vertical one"), ("EPSG:4978", "a geocentric one"),
      ("LOCAL_CS[\"site\",UNIT[\"metre\",1]]", "a local one"),
    ])
  func unsuitable(text: String, kind: String) throws {
    let context = try ProjectionContext()
    #expect(throws: ProjectionError.unsuitableSystem(text: text, kind: kind)) {
      try CoordinateSystem(text, in: context)
    }
  }

  @Test("a long text is shortened in the message")
  func longText() throws {
    let context = try ProjectionContext()
    let text = "PROJCS[\"" + String(repeating: "x y\n", count: 100)
    let error = #expect(throws: ProjectionError.self) { try CoordinateSystem(text, in: context) }
    #expect(try #require(error).description.count < 300)
  }

  @Test(
    "damaged texts end in an error or in some system, never in a trap",
    arguments: 0..<50 as Range<UInt64>)
  func damaged(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bytes = Array(Places.nationalGridText().utf8)
    for _ in 0..<(1 + Int(random.next() % 4)) {
      let position = Int(random.next() % UInt64(bytes.count))
      switch random.next() % 3 {
      case 0: bytes[position] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes.removeSubrange(position...)
      default: bytes.insert(contentsOf: "[[\"".utf8, at: position)
      }
      if bytes.isEmpty { break }
    }
    let context = try ProjectionContext()
    do {
      _ = try CoordinateSystem(String(decoding: bytes, as: UTF8.self), in: context)
    } catch {
      #expect(error.description.hasPrefix("cannot "))
    }
  }

  @Test(
    "every .prj of the real boundaries is EPSG:27700",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func realBoundaries() throws {
    let folder = SharedData.path("realdata/boundaries")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".prj") }
    #expect(names.count >= 4)
    let context = try ProjectionContext()
    for name in names {
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      #expect(try CoordinateSystem(text, in: context).authorityCode == "EPSG:27700")
    }
  }

  @Test("a folder for grids must exist")
  func gridFolder() {
    #expect(throws: ProjectionError.gridFolderMissing(path: "/no/such/folder")) {
      try ProjectionContext(gridFolders: ["/no/such/folder"])
    }
  }
}
