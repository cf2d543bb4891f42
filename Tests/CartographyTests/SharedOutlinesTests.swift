import Foundation
import Geometry
import Statistics
import Testing

@testable import Cartography

@Suite("Outlines that layers share")
struct SharedOutlinesTests {
  typealias Edge = PageOutlinesTests.Edge

  /// A jagged island of 800 vertices; its shore wavers by some tenths of a millimetre on the page.
  private static func shore(seed: UInt64) -> [Point] {
    var random = SplitMix64(seed: seed)
    return (0..<800).map { place in
      let angle = Double(place) / 800 * 2 * Double.pi
      let radius = 1000 * (0.995 + 0.005 * random.nextUnit())
      return Point(x: radius * cos(angle), y: radius * sin(angle))
    }
  }

  /// The edges of lines, cut at every place of the drawing's grid, that are drawn an odd number of
  /// times: of areas the border of the whole.
  private static func border(_ lines: [GridLine], closed: Bool = true) -> Set<Edge> {
    var edges: Set<Edge> = []
    for line in lines {
      for vertex in (closed ? 0 : 1)..<line.count {
        let before = vertex == 0 ? line.count - 1 : vertex - 1
        var (x, y) = (line.x[before], line.y[before])
        let (dx, dy) = (line.x[vertex] - x, line.y[vertex] - y)
        var (steps, rest) = (abs(dx), abs(dy))
        while rest != 0 { (steps, rest) = (rest, steps % rest) }
        for _ in 0..<steps {
          let next = (x: x + dx / steps, y: y + dy / steps)
          let edge = Edge(x, y, next.x, next.y)
          if edges.remove(edge) == nil { edges.insert(edge) }
          (x, y) = next
        }
      }
    }
    return edges
  }

  @Test(
    "areas, their rim and bands that were clipped to them have one shore",
    arguments: 0..<20 as Range<UInt64>)
  func shared(seed: UInt64) throws {
    let shore = Self.shore(seed: seed)
    func mean(_ place: Int, _ part: Double) -> Point {
      let (a, b) = (shore[place], shore[(place + 1) % shore.count])
      return Point(x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y))
    }
    // Two areas that meet in vertices of the shore; three bands whose contours end between
    // vertices, two of them on one edge.
    var areas = OutlineTable()
    areas.appendArea([[Array(shore[0...400]) + [shore[0]]]])
    areas.appendArea([[Array(shore[400...]) + [shore[0], shore[400]]]])
    var bands = OutlineTable()
    let (a, b, c, d) = (mean(200, 0.3), mean(200, 0.7), mean(599, 0.2), mean(620, 0.5))
    bands.appendArea([[[a, d] + Array(shore[621...]) + Array(shore[...200]) + [a]]])
    bands.appendArea([[[a, b, c] + Array(shore[600...620]) + [d, a]]])
    bands.appendArea([[[b] + Array(shore[201...599]) + [c, b]]])
    let transform = PageTransform(extent: areas.box, frame: PageOutlinesTests.frame)
    let outlines = SharedOutlines(
      of: [OutlineLayer(areas), OutlineLayer(bands)], transform: transform,
      limits: .both(PageOutlines.vertexLimit))
    let rim = Self.border(outlines.rim(ofLayer: 0), closed: false)
    #expect(rim.count > 100)
    #expect(Self.border(outlines.areas(ofLayer: 0).flatMap { $0 }) == rim)
    #expect(Self.border(outlines.areas(ofLayer: 1).flatMap { $0 }) == rim)
    #expect(Self.border(outlines.rim(ofLayer: 1), closed: false) == rim)
    #expect(Self.border(outlines.whole(ofLayer: 0)) == rim)
  }

  @Test(
    "the rim stays within a tenth of a millimetre, however few vertices the borders inside may have",
    arguments: [(3, 10_000), (12, 4000), (40, 4000)])
  func rim(side: Int, limit: Int) {
    let outlines = Tiling(columns: side, rows: side, detail: 5, seed: 4).outlines
    let transform = PageTransform(extent: outlines.box, frame: PageOutlinesTests.frame)
    let all = Array(0..<outlines.areaCount)
    let shared = SharedOutlines(
      of: [OutlineLayer(outlines)], transform: transform,
      limits: .init(inner: limit, outer: PageOutlines.vertexLimit))
    let drawn = shared.rim(ofLayer: 0)
    // The true rim: edges of one ring only, told by their ends.
    var counts: [[Double]: (Int, Point)] = [:]
    for ring in all.flatMap({ Array(outlines.rings(ofArea: $0)) }) {
      let vertices = Array(outlines.vertices(ofRing: ring))
      for (a, b) in zip(vertices, vertices.dropFirst()) {
        let ends = [[outlines.x[a], outlines.y[a]], [outlines.x[b], outlines.y[b]]]
        let key = ends.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.flatMap(\.self)
        counts[key] = (
          (counts[key]?.0 ?? 0) + 1, transform.page(x: outlines.x[a], y: outlines.y[a])
        )
      }
    }
    let rim = counts.values.filter { $0.0 == 1 }.map(\.1)
    #expect(rim.count >= 4 * side)
    let edges = drawn.flatMap(Self.edges)
    let allowed = PageOutlines.tolerance + 0.08
    for place in rim {
      let isNear = edges.contains { box, edge in
        box.contains(x: place.x, y: place.y) && edge.distance(to: place) <= allowed
      }
      #expect(isNear, "\(place)")
    }
    #expect(
      Self.border(shared.areas(ofLayer: 0).flatMap { $0 }) == Self.border(drawn, closed: false))
  }

  /// The edges of a line in points, each with a box that holds all that is near it.
  private static func edges(of line: GridLine) -> [(Box, Segment)] {
    let points = zip(line.x, line.y).map { Point(x: Double($0) / 10, y: Double($1) / 10) }
    return zip(points, points.dropFirst()).map { a, b in
      let box = Box(
        minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
      return (box.padded(by: 1), Segment(from: a, to: b))
    }
  }

  @Test("areas drawn as one have the vertices of their neighbours that are drawn by themselves")
  func grounds() {
    let outlines = Tiling(columns: 8, rows: 8, detail: 4, seed: 6).outlines
    let transform = PageTransform(extent: outlines.box, frame: PageOutlinesTests.frame)
    let all = Array(0..<outlines.areaCount)
    let shared = SharedOutlines(
      of: [
        OutlineLayer(
          outlines, areas: all, grounds: all.map { $0.isMultiple(of: 3) ? nil : $0 % 2 })
      ], transform: transform, limits: .both(PageOutlines.vertexLimit))
    let parts =
      shared.areas(ofLayer: 0).flatMap { $0 } + shared.ground(0, ofLayer: 0)
      + shared.ground(1, ofLayer: 0)
    #expect(Self.border(parts) == Self.border(shared.rim(ofLayer: 0), closed: false))
    let joined = shared.areas(ofLayer: 0).count { $0.isEmpty }
    #expect(joined == 42)
  }
}
