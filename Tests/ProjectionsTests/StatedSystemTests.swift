import Geometry
import Testing

@testable import Projections

/// What texts of coordinate systems are good for.
///
/// Confidences are those of PROJ 9.1.1, asked through its C interface.
@Suite("Stated systems")
struct StatedSystemTests {
  private static func grid(_ name: String, _ datum: String) -> String {
    """
    PROJCS["\(name)",GEOGCS["\(datum)",DATUM["\(datum)",SPHEROID["Airy 1830",6377563.396,\
    299.3249646]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]],\
    PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",49],\
    PARAMETER["central_meridian",-2],PARAMETER["scale_factor",0.9996012717],\
    PARAMETER["false_easting",400000],PARAMETER["false_northing",-100000],UNIT["Meter",1]]
    """
  }

  private static func stated(_ text: String, allowBallpark: Bool = false) throws -> StatedSystem {
    try StatedSystem(text, in: ProjectionContext(), allowBallpark: allowBallpark)
  }

  private static let nationalGrid = "OSGB36 / British National Grid"

  @Test("a code and the text of a registered system are plain")
  func plain() throws {
    for text in ["EPSG:27700", "urn:ogc:def:crs:EPSG::27700", Self.nationalGrid] {
      #expect(
        try Self.stated(text) == .usable(.init(crs: "EPSG:27700", isGeographic: false)))
    }
    #expect(try Self.stated("EPSG:4258") == .usable(.init(crs: "EPSG:4258", isGeographic: true)))
  }

  @Test(
    "a text that differs in names alone is taken for the registered system, with its confidence")
  func identified() throws {
    #expect(
      try Self.stated(Self.grid("OSGB_1936_British_National_Grid", "OSGB_1936"))
        == .usable(
          .init(
            crs: "EPSG:27700", isGeographic: false,
            identified: IdentifiedSystem(
              code: "EPSG:27700", name: Self.nationalGrid, confidence: 90))))
  }

  @Test(
    "a text without a known datum is not, and the system it seems to mean is named",
    arguments: [
      (grid("British National Grid", "Ordnance Survey Great Brit"), 60),
      (grid("Transverse_Mercator", "D_unknown"), 60),
      (
        "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +units=m",
        70
      ),
    ])
  func withoutDatum(text: String, confidence: Int) throws {
    #expect(
      try Self.stated(text)
        == .unusable(
          .withoutDatum,
          likely: IdentifiedSystem(
            code: "EPSG:27700", name: Self.nationalGrid, confidence: confidence)))
    guard case .usable = try Self.stated(text, allowBallpark: true) else {
      Issue.record("refused though a ballpark conversion is accepted")
      return
    }
  }

  @Test("a system of one's own on a known datum is usable, and one that fits several names none")
  func own() throws {
    let local = "+proj=tmerc +lat_0=51.5 +lon_0=-0.1 +k=1 +x_0=1000 +y_0=1000 +datum=WGS84 +units=m"
    #expect(try Self.stated(local) == .usable(.init(crs: local, isGeographic: false)))
    // Four systems of EPSG's have this ellipsoid and Greenwich.
    #expect(
      try Self.stated("+proj=longlat +ellps=airy") == .unusable(.withoutDatum, likely: nil))
    // The name of one zone and the numbers of another: PROJ gives 25 %.
    let other = """
      PROJCS["ED50 / UTM zone 31N",GEOGCS["x",DATUM["unknown",SPHEROID["International 1924",\
      6378388,297]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],\
      PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],\
      PARAMETER["central_meridian",10],PARAMETER["scale_factor",0.9],\
      PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]
      """
    guard case .unusable(.withoutDatum, let likely) = try Self.stated(other) else {
      Issue.record("taken for a system that it is not")
      return
    }
    #expect(likely == nil)
  }

  @Test("a local system is proposed by its name, garbage not at all")
  func local() throws {
    let likely = IdentifiedSystem(
      code: "EPSG:27700", name: Self.nationalGrid, confidence: nil)
    #expect(
      try Self.stated("LOCAL_CS[\"British National Grid\",UNIT[\"metre\",1]]")
        == .unusable(.unsuitable("a local one"), likely: likely))
    for text in ["garbage", "PROJCS[", "<xml/>", ""] {
      guard case .unusable(.unknown, nil) = try Self.stated(text) else {
        Issue.record("\(text) was understood")
        continue
      }
    }
  }

  @Test("two systems agree where both put a position at the same degrees, whatever their datums")
  func agreement() throws {
    let context = try ProjectionContext()
    let grid = try CoordinateSystem("EPSG:27700", in: context)
    let own = try CoordinateSystem(Self.grid("x", "unknown"), in: context)
    let utm = try CoordinateSystem("EPSG:32630", in: context)
    let place = Point(x: 530_000, y: 180_000)
    #expect(own.agrees(with: grid, at: place) && !own.agrees(with: utm, at: place))
  }
}
