import Geometry
import Statistics
import Testing

@testable import Boundaries

@Suite struct AreaIndexTests {
  /// The half-open rule in whole numbers: no rounding, no index.
  static func holders(of outlines: OutlineTable, x: Int, y: Int) -> [Int] {
    (0..<outlines.areaCount).filter { area in
      var isInside = false
      for ring in outlines.rings(ofArea: area) {
        for vertex in outlines.vertices(ofRing: ring).dropLast() {
          var (ax, ay) = (Int(outlines.x[vertex]), Int(outlines.y[vertex]))
          var (bx, by) = (Int(outlines.x[vertex + 1]), Int(outlines.y[vertex + 1]))
          if ay > by { (ax, ay, bx, by) = (bx, by, ax, ay) }
          let isRight = (bx - ax) * (y - ay) - (by - ay) * (x - ax) <= 0
          if ay <= y && y < by && isRight { isInside.toggle() }
        }
      }
      return isInside
    }
  }

  /// Whether a point lies on a border of an area, in whole numbers.
  static func touches(_ outlines: OutlineTable, area: Int, x: Int, y: Int) -> Bool {
    for ring in outlines.rings(ofArea: area) {
      for vertex in outlines.vertices(ofRing: ring).dropLast() {
        let (ax, ay) = (Int(outlines.x[vertex]), Int(outlines.y[vertex]))
        let (bx, by) = (Int(outlines.x[vertex + 1]), Int(outlines.y[vertex + 1]))
        let isOnLine = (bx - ax) * (y - ay) == (by - ay) * (x - ax)
        if isOnLine && min(ax, bx) <= x && x <= max(ax, bx) && min(ay, by) <= y
          && y <= max(ay, by)
        {
          return true
        }
      }
    }
    return false
  }

  @Test(
    "any polygons on whole coordinates, crossing themselves and each other, agree with a scan",
    arguments: 0..<60)
  func agreesWithScan(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    // Even coordinates, so that midpoints of segments are whole too.
    let size = [4, 8, 40, 1000][seed % 4]
    var outlines = OutlineTable()
    for _ in 0..<(seed % 6 == 0 ? 70 : 6) {
      var ring = (0..<Int.random(in: 3...9, using: &random)).map { _ in
        Point(
          x: Double(2 * Int.random(in: 0...size, using: &random)),
          y: Double(2 * Int.random(in: 0...size, using: &random)))
      }
      ring.append(ring[0])
      outlines.appendArea([[ring]])
    }
    let index = AreaIndex(outlines, reach: seed % 2 == 0 ? 0 : 1.5)
    var points: [(Int, Int)] = []
    for _ in 0..<300 {
      points.append(
        (
          Int.random(in: -2...2 * size + 2, using: &random),
          Int.random(in: -2...2 * size + 2, using: &random)
        ))
    }
    for vertex in 0..<min(outlines.vertexCount - 1, 100) {
      points.append((Int(outlines.x[vertex]), Int(outlines.y[vertex])))
      points.append(
        (
          Int(outlines.x[vertex] + outlines.x[vertex + 1]) / 2,
          Int(outlines.y[vertex] + outlines.y[vertex + 1]) / 2
        ))
    }
    for (x, y) in points {
      let holders = Self.holders(of: outlines, x: x, y: y)
      let touching = (0..<outlines.areaCount).filter {
        Self.touches(outlines, area: $0, x: x, y: y)
      }
      let found = index.locate(x: Double(x), y: Double(y))
      #expect(found.area == holders.first ?? touching.first, "(\(x), \(y))")
      #expect(found.notes.contains(.ambiguous) == (holders.count > 1), "(\(x), \(y))")
      #expect(found.notes.contains(.onEdge) == !touching.isEmpty, "(\(x), \(y))")
    }
  }

  /// A lattice of quadrilaterals turned by an angle and shifted, its corners shaken.
  static func lattice(side: Int, seed: Int) -> OutlineTable {
    var random = SplitMix64(seed: UInt64(seed))
    let (cosine, sine) = (3.0 / 5, 4.0 / 5)
    let shift = 1e5 * random.nextUnit()
    var corners: [[Point]] = []
    for row in 0...side {
      corners.append(
        (0...side).map { column in
          let (x, y) = (
            Double(column) * 100 + 40 * random.nextUnit(),
            Double(row) * 100 + 40 * random.nextUnit()
          )
          return seed % 2 == 0
            ? Point(x: shift + x * cosine - y * sine, y: shift + x * sine + y * cosine)
            : Point(x: Double(column) * 100, y: Double(row) * 100)
        })
    }
    var outlines = OutlineTable()
    for row in 0..<side {
      for column in 0..<side {
        let ring = [
          corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
          corners[row + 1][column], corners[row][column],
        ]
        outlines.appendArea([[column % 2 == 0 ? ring : ring.reversed()]])
      }
    }
    return outlines
  }

  @Test("each vertex and edge midpoint of a tiling lies in exactly one area", arguments: 0..<10)
  func tiling(seed: Int) {
    let outlines = Self.lattice(side: 12, seed: seed)
    let index = AreaIndex(outlines)
    for ring in 0..<outlines.ringCount {
      for vertex in outlines.vertices(ofRing: ring).dropLast() {
        let (ax, ay) = (outlines.x[vertex], outlines.y[vertex])
        let (bx, by) = (outlines.x[vertex + 1], outlines.y[vertex + 1])
        let corner = index.locate(x: ax, y: ay)
        #expect(corner.area != nil && corner.notes == .onEdge)
        let middle = index.locate(x: (ax + bx) / 2, y: (ay + by) / 2)
        #expect(!middle.notes.contains(.ambiguous))
        // The rounded midpoint of a slanting rim may lie outside by a unit in the last place.
        if seed % 2 == 1 { #expect(middle.area != nil && middle.notes == .onEdge) }
      }
    }
  }

  @Test("coarse cells give the same answers as fine ones, in less memory")
  func coarse() async {
    var random = SplitMix64(seed: 5)
    let outlines = Self.lattice(side: 40, seed: 2)
    let (fine, coarse) = (
      AreaIndex(outlines, reach: 2),
      await AreaIndex.build(outlines, reach: 2, fineness: .coarse)
    )
    #expect(coarse.cells.count * 3 < fine.cells.count)
    #expect(coarse.edges.count * 3 < fine.edges.count * 2)
    let box = outlines.box
    for _ in 0..<5_000 {
      let x = box.minX - 50 + (box.width + 100) * random.nextUnit()
      let y = box.minY - 50 + (box.height + 100) * random.nextUnit()
      let (left, right) = (fine.locate(x: x, y: y), coarse.locate(x: x, y: y))
      #expect(left.area == right.area && left.notes == right.notes)
      #expect(fine.distanceToBorder(x: x, y: y) == coarse.distanceToBorder(x: x, y: y))
    }
  }

  @Test("bands built one after the other or at the same time make one index, right at their seams")
  func bands() async {
    let outlines = Self.lattice(side: 60, seed: 1)
    let grid = AreaGrid(outlines, reach: 0)
    #expect(grid.bands.count > 4)
    let index = AreaIndex(outlines)
    let other = await AreaIndex.build(outlines)
    #expect(index.cells == other.cells && index.leaves == other.leaves)
    #expect(index.edges == other.edges && index.leafAreas == other.leafAreas)
    for band in grid.bands {
      for rows in [-1.0, 0, 1e-9, 0.5] {
        let y = grid.extent.minY + (Double(band.lowerBound) + rows) * grid.cellHeight
        for x in stride(from: -50.0, to: 6100, by: 25) {
          // A point on the layer's own rim belongs to the area that it touches.
          let isInside = x >= 0 && x <= 6000 && y >= 0 && y <= 6000
          let expected = isInside ? min(Int(y / 100), 59) * 60 + min(Int(x / 100), 59) : nil
          #expect(index.locate(x: x, y: y).area == expected, "(\(x), \(y))")
        }
      }
    }
  }

  @Test("a town in one cell of its country's grid: cells divided often know each point's area")
  func town() {
    // Unit squares from (100, 100) to (112, 112), and a large one far away.
    var outlines = OutlineTable()
    func append(_ x: Double, _ y: Double, _ side: Double) {
      outlines.appendArea([
        [
          [
            Point(x: x, y: y), Point(x: x, y: y + side), Point(x: x + side, y: y + side),
            Point(x: x + side, y: y), Point(x: x, y: y),
          ]
        ]
      ])
    }
    for row in 0..<12 {
      for column in 0..<12 { append(Double(100 + column), Double(100 + row), 1) }
    }
    append(4000, 4000, 96)
    let index = AreaIndex(outlines)
    #expect(index.cellWidth > 12 && index.cells.contains { $0.isDivided })
    for quarterY in 398...450 {
      for quarterX in 398...450 {
        let (x, y) = (Double(quarterX) / 4, Double(quarterY) / 4)
        let isInside = x >= 100 && x <= 112 && y >= 100 && y <= 112
        // On the rims in the north and the east, which the half-open rule loses, the lowest code of
        // those that the point touches.
        let isOnRim = x == 112 || y == 112
        let column = isOnRim ? max(0, Int(x.rounded(.up)) - 101) : Int(x) - 100
        let row = isOnRim ? max(0, Int(y.rounded(.up)) - 101) : Int(y) - 100
        #expect(
          index.locate(x: x, y: y).area == (isInside ? row * 12 + column : nil), "(\(x), \(y))")
      }
    }
    #expect(index.locate(x: 4050, y: 4050).area == 144)
  }

  @Test("overlapping areas give the point to the lower code and say so")
  func overlap() {
    func square(_ x: Double) -> [[[Point]]] {
      [
        [
          [
            Point(x: x, y: 0), Point(x: x + 2, y: 0), Point(x: x + 2, y: 2), Point(x: x, y: 2),
            Point(x: x, y: 0),
          ]
        ]
      ]
    }
    var outlines = OutlineTable()
    outlines.appendArea(square(1))
    outlines.appendArea(square(0))
    let index = AreaIndex(outlines)
    #expect(index.locate(x: 1.5, y: 1).area == 0)
    #expect(index.locate(x: 1.5, y: 1).notes == .ambiguous)
    #expect(index.locate(x: 0.5, y: 1).area == 1)
    #expect(index.locate(x: 0.5, y: 1).notes == [])
  }

  @Test("points a little outside are snapped to the nearest area, and only within the distance")
  func snapping() {
    let outlines = Self.lattice(side: 3, seed: 1)
    let index = AreaIndex(outlines)
    #expect(index.locate(x: -20, y: 50, snap: 25).area == 0)
    #expect(index.locate(x: -20, y: 50, snap: 25).notes == .snapped)
    #expect(index.locate(x: -26, y: 50, snap: 25).area == nil)
    #expect(index.locate(x: 320, y: 150, snap: 25).area == 5)
    // As near to two areas: the lower code.
    #expect(index.locate(x: -20, y: 100, snap: 25).area == 0)
    #expect(index.locate(x: -20, y: 50).area == nil)
    #expect(index.locate(x: .nan, y: 50, snap: 1e8).area == nil)
  }

  @Test("the distance to the nearest border is known within reach")
  func distance() {
    let index = AreaIndex(Self.lattice(side: 3, seed: 1), reach: 30)
    #expect(index.distanceToBorder(x: 110, y: 150) == 10)
    #expect(index.distanceToBorder(x: -3, y: -4) == 5)
    #expect(index.distanceToBorder(x: 150, y: 150) == .infinity)
    #expect(index.distanceToBorder(x: 5000, y: 150) == .infinity)
  }

  @Test("points within the tolerance of a border, and no others, are unsettled")
  func unsettled() {
    let index = AreaIndex(Self.lattice(side: 3, seed: 1), reach: 1)
    var assignment = AreaAssignment()
    index.assign(
      x: [99.9999, 100.0001, 100.1, 50, 50, .nan, 400], y: [50, 50, 50, 50, 199.99999, 50, 50],
      count: 7, tolerance: 0.001, into: &assignment)
    #expect(assignment.unsettled == [0, 1, 4])
    #expect(Array(assignment.areas.prefix(7)) == [0, 1, 1, 0, 3, -1, -1])
  }

  @Test("a layer without areas holds no point")
  func empty() {
    #expect(AreaIndex(OutlineTable()).locate(x: 0.5, y: 0.5).area == nil)
  }
}
