import Geometry
import HotspotAnalysis
import Incidents
import Tables
import Testing

@Suite("Grounds of hotspots") struct HotspotGroundTests {
  /// Six cells of 100 m in a row, of which the first two and the fifth are dense.
  private static let surface = Surface(
    grid: SurfaceGrid(cellSize: 100, firstColumn: 0, firstRow: 0, columns: 6, rows: 1),
    values: [50, 50, 1, 1, 60, 1])

  /// Incidents of which four lie on the first hotspot, three on the second: edges belong to the cell in
  /// the east.
  private static let x = [0.0, 99, 100, 199, 200, 399, 400, 450, 499, 500, 600]
  private static let y = x.map { _ in 50.0 }

  private static func list(details: IncidentDetails? = nil) -> HotspotList {
    .densest(
      on: SparseSurface(surface), x: x, y: y, details: details, studyAreaSquareKilometres: 0.06,
      volumeShare: 0.9, minimumIncidents: 1)
  }

  @Test("the ground of a hotspot holds exactly the incidents that the list counted")
  func incidents() {
    let list = Self.list()
    #expect(list.hotspots.map(\.incidents) == [4, 3])
    let ground = HotspotGround(of: list, units: .surface(Self.surface.grid))
    #expect(
      ground.incidents(x: Self.x, y: Self.y, areas: []) == [[0, 1, 2, 3], [6, 7, 8]])
    // Two of six cells, and one.
    #expect(zip(ground.areaShares, [1.0 / 3, 1.0 / 6]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(ground.hotspot(x: 50, y: 150, area: 0) == nil)
  }

  @Test("hotspots of areas ask for the area of an incident, whatever its position")
  func areas() {
    let list = Self.list()
    // Their members are numbered as the cells are.
    let ground = HotspotGround(of: list, units: .areas)
    #expect((0..<6).map { ground.hotspot(x: .nan, y: .nan, area: $0) } == [0, 0, nil, nil, 1, nil])
  }

  @Test("facts have five names and all categories, and each incident counts as one")
  func facts() async {
    var details = IncidentDetails()
    details.categoryNames = ["burglary", "drugs", "robbery", "theft"]
    details.categories = [3, 3, 0, 1, 2, 2, 3, 3, 3, 2, 2]
    details.locationNames = (1...6).map { "Road \($0)" } + ["On or near Nightclub"]
    details.locations = [6, 6, 0, IncidentDetails.noLocation, 1, 2, 3, 4, 5, 0, 0]
    let ground = HotspotGround(of: Self.list(), units: .surface(Self.surface.grid))
    let found = await HotspotGround.facts(
      of: ground.incidents(x: Self.x, y: Self.y, areas: []), details, threads: 2)
    // Two at a nightclub, which comes after the only road; one without a name.
    #expect(found[0].locations.map(\.name) == ["Road 1", "On or near Nightclub"])
    #expect(found[0].locations.map(\.incidents) == [1, 2])
    #expect(found[0].locationCount == 2 && found[0].located == 3)
    // Theft 2, burglary 1, drugs 1 of 4; of all 11 theft 5, burglary 1, drugs 1.
    #expect(found[0].categories.map(\.name) == ["theft", "burglary", "drugs"])
    #expect(found[0].categories.map(\.share) == [0.5, 0.25, 0.25])
    let everywhere: [Double] = [5, 1, 1].map { $0 / 11 }
    #expect(found[0].categories.map(\.studyAreaShare) == everywhere)
    #expect(found[1].categories.map(\.name) == ["theft"])
    #expect(found[0].hours.incidents == 0)
  }
}
