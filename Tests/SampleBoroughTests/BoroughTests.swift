import Geometry
import SampleBorough
import Testing

@Suite struct BoroughTests {
  static let boroughs = [SharedSamples.folder.borough, Borough(seed: 11)]

  @Test(
    "the areas tile the borough: each side is shared by two areas, or lies on the outer rim",
    arguments: boroughs.indices)
  func tiling(number: Int) {
    let outlines = Self.boroughs[number].areaOutlines
    let edges = outlines.areaIndices.flatMap { outlines.edges(of: $0) }
    let distinct = Set(edges)
    #expect(distinct.count == edges.count)
    #expect(edges.allSatisfy { $0.x0 != $0.x1 || $0.y0 != $0.y1 })
    let rim = edges.filter { !distinct.contains($0.reversed) }
    // The rim is closed: as many of its sides leave each corner as arrive, one of each.
    let starts = Set(rim.map { [$0.x0, $0.y0] })
    #expect(starts.count == rim.count)
    #expect(starts == Set(rim.map { [$0.x1, $0.y1] }))
    #expect(
      edges.reduce(0) { $0 + $1.doubledArea } == rim.reduce(0) { $0 + $1.doubledArea })
  }

  @Test(
    "no two sides of the borough cross or touch but at common ends", arguments: boroughs.indices)
  func noCrossing(number: Int) {
    let outlines = Self.boroughs[number].areaOutlines
    var edges: [Edge] = []
    var isSeen: Set<Edge> = []
    for edge in outlines.areaIndices.flatMap({ outlines.edges(of: $0) })
    where !isSeen.contains(edge.reversed) {
      isSeen.insert(edge)
      edges.append(edge)
    }
    edges.sort { min($0.x0, $0.x1) < min($1.x0, $1.x1) }
    var crossings = 0
    for (index, edge) in edges.enumerated() {
      let (east, south, north) = (
        max(edge.x0, edge.x1), min(edge.y0, edge.y1), max(edge.y0, edge.y1)
      )
      for other in edges[(index + 1)...] {
        guard min(other.x0, other.x1) <= east else { break }
        guard max(other.y0, other.y1) >= south, min(other.y0, other.y1) <= north else { continue }
        if meet(edge, other) { crossings += 1 }
      }
    }
    #expect(crossings == 0)
  }

  @Test("a ward's outline is made of its areas' sides, those between them left out")
  func wards() {
    for borough in Self.boroughs {
      for ward in borough.wards.indices {
        let members = borough.areas.indices.filter { borough.areas[$0].ward == ward }
        #expect(members.count >= 4)
        let sides = Set(members.flatMap { borough.areaOutlines.edges(of: $0) })
        let outer = sides.filter { !sides.contains($0.reversed) }
        #expect(Set(borough.wardOutlines.edges(of: ward)) == outer)
      }
    }
  }

  /// Shapely read the committed files: `g = geopandas.read_file("boundaries/lsoa.shp")`,
  /// `g.is_valid.all()`, `shapely.coverage_is_valid(g.geometry.values)` were true, then
  /// `g.union_all().area`, `shapely.get_num_geometries(g.geometry).sum()` and the interiors' count.
  @Test("the outlines have the area, parts and holes that Shapely finds")
  func oracle() {
    let borough = SharedSamples.folder.borough
    for outlines in [borough.areaOutlines, borough.wardOutlines] {
      let area = outlines.areaIndices.reduce(0) { $0 + outlines.area(of: $1) }
      #expect(abs(area - 21_254_666.768_85) < 1e-3)
    }
    #expect(borough.areaOutlines.vertexCount == 4432)
    #expect(borough.areaOutlines.polygonCount == 131)
    #expect(borough.areaOutlines.ringCount - borough.areaOutlines.polygonCount == 4)
    #expect(borough.wardOutlines.polygonCount == 20)
    #expect(borough.wardOutlines.ringCount == 20)
  }

  @Test("one area has islets in the river, one an island in the hole that another fills")
  func parts() throws {
    let outlines = SharedSamples.folder.borough.areaOutlines
    let holes = outlines.areaIndices.map { area in
      outlines.polygons(of: area).map { outlines.rings(ofPolygon: $0).count - 1 }
    }
    #expect(holes.count { $0 == [0, 0, 0] } == 1)
    #expect(holes.count { $0 == [1] } == 3)
    let outer = try #require(holes.firstIndex(of: [1, 0]))
    let island = try #require(outlines.polygons(of: outer).last)
    let ring = try #require(outlines.rings(ofPolygon: island).first)
    let vertex = outlines.vertices(ofRing: ring).lowerBound
    // The island's border is the hole of the area in between.
    let between = outlines.areaIndices.filter { area in
      area != outer
        && outlines.vertices(ofArea: area).contains {
          outlines.x[$0] == outlines.x[vertex] && outlines.y[$0] == outlines.y[vertex]
        }
    }
    #expect(between.count == 1)
    #expect(between.allSatisfy { holes[$0] == [1] })
  }

  @Test("codes and names follow the pattern of national statistics, and each is given once")
  func names() {
    let borough = SharedSamples.folder.borough
    #expect(borough.areas.count == 128)
    #expect(borough.wards.count == 18)
    #expect(borough.areas.first?.code == "E01999001")
    #expect(borough.areas.last?.code == "E01999128")
    #expect(borough.areas.first?.name == "Marlowick 001A")
    #expect(Set(borough.areas.map(\.name)).count == 128)
    #expect(borough.wards.first?.code == "E05999001")
    #expect(Set(borough.wards.map(\.name)).count == 18)
    #expect(borough.wards.contains { $0.name == "St Éloi's" })
    #expect(borough.areas.allSatisfy { (950...2450).contains($0.residents) })
  }

  @Test("areas are small in the centre and large at the rim, as in a city")
  func sizes() {
    let outlines = SharedSamples.folder.borough.areaOutlines
    let areas = outlines.areaIndices.map { outlines.area(of: $0) }.sorted()
    #expect(areas[0] > 8_000)
    #expect(areas[areas.count * 9 / 10] > 4 * areas[areas.count / 10])
  }

  @Test("a seed gives one borough, and another seed another")
  func seeds() {
    #expect(Borough(seed: 11).areaOutlines == Self.boroughs[1].areaOutlines)
    #expect(Self.boroughs[0].areaOutlines != Self.boroughs[1].areaOutlines)
  }

  /// Returns whether two sides share a point other than a common end, exactly.
  private func meet(_ a: Edge, _ b: Edge) -> Bool {
    let common =
      [[a.x0, a.y0], [a.x1, a.y1]].filter { $0 == [b.x0, b.y0] || $0 == [b.x1, b.y1] }.count
    let (first, second) = (side(a, b.x0, b.y0), side(a, b.x1, b.y1))
    let (third, fourth) = (side(b, a.x0, a.y0), side(b, a.x1, a.y1))
    if common == 1 {
      // Sides with one common end meet elsewhere only when they lie on each other.
      let isInLine = first == 0 && second == 0
      let dot = (a.x1 - a.x0) * (b.x1 - b.x0) + (a.y1 - a.y0) * (b.y1 - b.y0)
      let isHeadToTail = (a.x1 == b.x0 && a.y1 == b.y0) || (a.x0 == b.x1 && a.y0 == b.y1)
      return isInLine && (dot > 0) != isHeadToTail
    }
    return common == 2 || (first * second <= 0 && third * fourth <= 0)
  }

  private func side(_ edge: Edge, _ x: Int, _ y: Int) -> Int {
    ((edge.x1 - edge.x0) * (y - edge.y0) - (edge.y1 - edge.y0) * (x - edge.x0)).signum()
  }
}

extension OutlineTable {
  /// The positions of the areas.
  var areaIndices: Range<Int> { 0..<areaCount }
}
