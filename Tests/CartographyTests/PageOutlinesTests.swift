import Geometry
import Statistics
import Testing

@testable import Cartography

@Suite("Outlines on the page")
struct PageOutlinesTests {
  /// An edge of a ring, whichever way it runs.
  struct Edge: Hashable {
    let ends: [Int]

    init(_ ax: Int, _ ay: Int, _ bx: Int, _ by: Int) {
      ends = (ax, ay) < (bx, by) ? [ax, ay, bx, by] : [bx, by, ax, ay]
    }
  }

  static let frame = Box(minX: 40, minY: 60, maxX: 500, maxY: 420)

  static func drawn(_ outlines: OutlineTable) -> (PageOutlines, PageTransform) {
    let transform = PageTransform(extent: outlines.box, frame: frame)
    return (
      PageOutlines(
        of: outlines, areas: Array(0..<outlines.areaCount), transform: transform), transform
    )
  }

  static func edgeCounts(of rings: [GridLine], closed: Bool) -> [Edge: Int] {
    var counts: [Edge: Int] = [:]
    for ring in rings {
      for vertex in (closed ? 0 : 1)..<ring.count {
        let previous = vertex == 0 ? ring.count - 1 : vertex - 1
        counts[
          Edge(ring.x[previous], ring.y[previous], ring.x[vertex], ring.y[vertex]), default: 0] += 1
      }
    }
    return counts
  }

  @Test(
    "borders that areas share are drawn with the same vertices", arguments: 0..<12 as Range<UInt64>)
  func sharedBorders(seed: UInt64) {
    let tiling = Tiling(columns: 6, rows: 5, detail: 6, hasEnclave: true, seed: seed)
    let (page, _) = Self.drawn(tiling.outlines)
    let edges = Self.edgeCounts(of: page.areas.flatMap { $0 }, closed: true)
    // Each edge parts two areas, or lies on the rim and is drawn there too.
    let rim = Self.edgeCounts(of: page.rim, closed: false)
    #expect(Set(edges.values).isSubset(of: [1, 2]))
    #expect(Set(edges.filter { $0.value == 1 }.keys) == Set(rim.keys))
    #expect(edges.count < tiling.outlines.vertexCount / 4)
  }

  @Test("neither the order of the areas nor where rings begin changes a border")
  func order() {
    let tiling = Tiling(columns: 5, rows: 4, detail: 5, hasEnclave: true, seed: 3)
    var turned = OutlineTable()
    for area in (0..<tiling.outlines.areaCount).reversed() {
      turned.appendArea(
        tiling.outlines.polygons(of: area).map { polygon in
          tiling.outlines.rings(ofPolygon: polygon).map { ring in
            let points = tiling.outlines.vertices(ofRing: ring).dropLast().map {
              Point(x: tiling.outlines.x[$0], y: tiling.outlines.y[$0])
            }
            return Array(points[3...] + points[..<3] + [points[3]])
          }
        })
    }
    // The enclave has no junction to begin at and may be cut elsewhere: it and the area around it
    // come first and last, and the latter's border is seen from its neighbours.
    func edges(_ outlines: OutlineTable) -> Set<Edge> {
      let areas = Self.drawn(outlines).0.areas.dropFirst().dropLast()
      return Set(Self.edgeCounts(of: areas.flatMap { $0 }, closed: true).keys)
    }
    #expect(edges(tiling.outlines) == edges(turned))
  }

  @Test(
    "no vertex is left out that lies farther than a tenth of a millimetre from the border drawn")
  func tolerance() {
    let tiling = Tiling(columns: 3, rows: 3, detail: 7, seed: 5)
    let (page, transform) = Self.drawn(tiling.outlines)
    for area in 0..<tiling.outlines.areaCount {
      for vertex in tiling.outlines.vertices(ofArea: area) {
        let place = transform.page(x: tiling.outlines.x[vertex], y: tiling.outlines.y[vertex])
        var nearest = Double.infinity
        for ring in page.areas[area] {
          nearest = min(nearest, ring.distance(to: place))
        }
        // Half a diagonal of each grid is added by rounding.
        #expect(nearest <= PageOutlines.tolerance + 0.08)
      }
    }
  }

  @Test("areas keep their size")
  func size() {
    let tiling = Tiling(columns: 4, rows: 4, detail: 6, hasEnclave: true, seed: 8)
    let (page, transform) = Self.drawn(tiling.outlines)
    for area in 0..<tiling.outlines.areaCount {
      let drawn = abs(Double(page.areas[area].reduce(0) { $0 + $1.doubledArea })) / 200
      let scale = transform.pointsPerMetre * transform.pointsPerMetre
      let actual = tiling.outlines.area(of: area) * scale
      #expect(abs(drawn - actual) < 0.02 * actual)
    }
  }

  @Test("an island too small to be seen goes, the area's main part and a hole that is filled stay")
  func islands() {
    func square(_ x: Double, _ y: Double, _ side: Double) -> [Point] {
      [
        Point(x: x, y: y), Point(x: x + side, y: y), Point(x: x + side, y: y + side),
        Point(x: x, y: y + side), Point(x: x, y: y),
      ]
    }
    var outlines = OutlineTable()
    outlines.appendArea([[square(0, 0, 1000), square(100, 100, 0.4)], [square(1200, 0, 0.4)]])
    outlines.appendArea([[square(100, 100, 0.4)]])
    outlines.appendArea([[square(1300, 0, 0.001)]])
    outlines.appendArea([])
    let (page, _) = Self.drawn(outlines)
    #expect(page.areas[0].count == 2)
    #expect(page.areas[1].count == 1)
    #expect(page.areas[2].count == 1)
    #expect(page.areas[2][0].count == 4)
    #expect(page.areas[3] == [])
  }

  @Test("two areas between the same two junctions both keep a bend")
  func lens() {
    var outlines = OutlineTable()
    let (a, b) = (Point(x: 0, y: 0), Point(x: 1000, y: 0))
    let (above, below) = (Point(x: 500, y: 0.3), Point(x: 500, y: -0.3))
    outlines.appendArea([[[a, b, above, a]]])
    outlines.appendArea([[[a, below, b, above, a]]].map { $0.map { $0 } })
    outlines.appendArea([[[a, Point(x: 500, y: -400), b, below, a]]])
    let (page, _) = Self.drawn(outlines)
    #expect(page.areas.allSatisfy { $0.count == 1 && $0[0].count >= 3 })
  }

  @Test("vertices are left out, the least significant first, until there are few enough")
  func limit() {
    let outlines = Tiling(columns: 8, rows: 8, detail: 6, hasEnclave: true, seed: 2).outlines
    let transform = PageTransform(extent: outlines.box, frame: Self.frame)
    let areas = Array(0..<outlines.areaCount)
    let full = PageOutlines(of: outlines, areas: areas, transform: transform)
    let thin = PageOutlines(of: outlines, areas: areas, transform: transform, vertexLimit: 600)
    func edges(_ page: PageOutlines) -> [Edge: Int] {
      Self.edgeCounts(of: page.areas.flatMap { $0 }, closed: true)
    }
    func vertices(_ page: PageOutlines) -> Set<[Int]> {
      Set(page.areas.joined().flatMap { ring in zip(ring.x, ring.y).map { [$0, $1] } })
    }
    #expect(full.areas.joined().reduce(0) { $0 + $1.count } > 1500)
    #expect(thin.areas.joined().reduce(0) { $0 + $1.count } <= 600)
    #expect(vertices(thin).isSubset(of: vertices(full)))
    #expect(Set(edges(thin).values) == [1, 2])
    #expect(thin.areas.allSatisfy { $0.allSatisfy { $0.count >= 3 } && !$0.isEmpty })
  }
}
