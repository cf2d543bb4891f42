import Geometry
import HotspotAnalysis
import Statistics
import Testing

@Suite struct CellGridTests {
  @Test("a study area that ends where cells end has just these cells")
  func aligned() throws {
    let grid = try CellGrid(
      over: OutlineTable(boxes: [(500, 250, 1500, 1000)]), shape: .square, size: 250)
    #expect(grid.identifiers == (1...3).flatMap { row in (2...5).map { "\($0)_\(row)" } })
    #expect(grid.centre(of: 0) == Point(x: 625, y: 375))
    #expect(grid.outlines.box == Box(minX: 500, minY: 250, maxX: 1500, maxY: 1000))
    #expect(grid.outlines.areaCount == 12)
    let neighbours = grid.neighbours
    #expect(neighbours.degrees == [3, 5, 5, 3, 5, 8, 8, 5, 3, 5, 5, 3])
    // What is missing from a multiple by rounding adds no cells.
    let rounded = try CellGrid(
      over: OutlineTable(boxes: [(500 - 1e-10, 250, 1500 + 1e-10, 1000)]), shape: .square, size: 250
    )
    #expect(rounded.count == 12)
  }

  @Test("a corner of a study area is enough, a touch is not, and a hole has none")
  func overlap() throws {
    let corner = OutlineTable(rings: [[(1.0, 1), (2.1, 1), (1, 2.1)]])
    #expect(
      try CellGrid(over: corner, shape: .square, size: 1).identifiers == ["1_1", "2_1", "1_2"])
    // Its long side passes through the corner (2, 2) of the cell beyond it.
    let touching = OutlineTable(rings: [[(1.0, 1), (3, 1), (1, 3)]])
    #expect(
      try CellGrid(over: touching, shape: .square, size: 1).identifiers == ["1_1", "2_1", "1_2"])
    let speck = OutlineTable(boxes: [(-0.2, 7.4, -0.1, 7.5)])
    #expect(try CellGrid(over: speck, shape: .square, size: 1).identifiers == ["-1_7"])
    var holed = OutlineTable()
    let ring = { (low: Double, high: Double) in
      [(low, low), (high, low), (high, high), (low, high), (low, low)]
        .map { Point(x: $0.0, y: $0.1) }
    }
    holed.appendArea([[ring(0, 3), ring(1, 2)]])
    #expect(try CellGrid(over: holed, shape: .square, size: 1).count == 8)
    // Another area fills the hole.
    holed.appendArea([[ring(1, 2)]])
    #expect(try CellGrid(over: holed, shape: .square, size: 1).count == 9)
  }

  @Test("areas that overlap or adjoin cover what they cover together")
  func together() throws {
    let apart = OutlineTable(boxes: [(0, 0, 3, 9), (3, 0, 9, 9)])
    #expect(try CellGrid(over: apart, shape: .square, size: 1).count == 81)
    let over = OutlineTable(boxes: [(0, 0, 6, 9), (3, 0, 9, 9)])
    #expect(try CellGrid(over: over, shape: .square, size: 1).count == 81)
  }

  @Test("cells are half-open, and those on the outer rim have their points")
  func halfOpen() throws {
    let grid = try CellGrid(over: OutlineTable(columns: 2, rows: 2), shape: .square, size: 1)
    let points: [(Double, Double, Int?)] = [
      (0, 0, 0), (1, 0, 1), (0, 1, 2), (1, 1, 3), (0.999, 0.999, 0),
      (2, 0.5, 1), (2, 1, 1), (0.5, 2, 2), (2, 2, 3), (1, 2, 2),
      (2.001, 1, nil), (-0.001, 1, nil), (.nan, 1, nil), (1, .infinity, nil), (1e300, 0, nil),
    ]
    for (x, y, cell) in points { #expect(grid.cell(x: x, y: y) == cell) }
    let counts = grid.counts(x: points.map { $0.0 }, y: points.map { $0.1 })
    #expect(counts.values == [2, 3, 3, 2])
    #expect(counts.outside == 5)
    let weights = grid.counts(x: [0.5, 1.5, 7], y: [0.5, 0.5, 7], weights: [0.25, 2, 100])
    #expect(weights.values == [0.25, 2, 0, 0])
    #expect(weights.outside == 1)
  }

  @Test("a coordinate just below a multiple is not rounded into the next cell")
  func justBelow() throws {
    let grid = try CellGrid(
      over: OutlineTable(boxes: [(-1, -1, 1, 1)]), shape: .square, size: 0.1)
    for multiple in -9...9 {
      let edge = Double(multiple) * 0.1
      let cell = try #require(grid.cell(x: edge, y: 0.05))
      #expect(grid.cell(x: edge.nextDown, y: 0.05) == cell - 1)
    }
  }

  @Test("hexagons have six neighbours at the cell size, and own what is nearest")
  func hexagons() throws {
    let grid = try CellGrid(
      over: OutlineTable(boxes: [(-1000, -1000, 1000, 1000)]), shape: .hexagon, size: 200)
    let neighbours = grid.neighbours
    #expect(neighbours.degrees.max() == 6)
    for cell in 0..<grid.count {
      let centre = grid.centre(of: cell)
      #expect(grid.cell(x: centre.x, y: centre.y) == cell)
      for other in neighbours[cell] {
        let there = grid.centre(of: Int(other))
        let (dx, dy) = (there.x - centre.x, there.y - centre.y)
        #expect(abs((dx * dx + dy * dy).squareRoot() - 200) < 1e-9)
      }
    }
    var random = SplitMix64(seed: 4)
    for _ in 0..<2000 {
      let (x, y) = (random.nextUnit() * 2000 - 1000, random.nextUnit() * 2000 - 1000)
      let distances = (0..<grid.count).map { cell in
        let centre = grid.centre(of: cell)
        return (centre.x - x) * (centre.x - x) + (centre.y - y) * (centre.y - y)
      }
      let cell = try #require(grid.cell(x: x, y: y))
      #expect(distances[cell] == distances.min())
    }
  }

  @Test("a point as near to two or three hexagons belongs to the northern, then the eastern one")
  func hexagonTies() throws {
    let grid = try CellGrid(
      over: OutlineTable(boxes: [(-9, -9, 9, 9)]), shape: .hexagon, size: 2)
    let name = { (x: Double, y: Double) in grid.cell(x: x, y: y).map { grid.identifiers[$0] } }
    #expect(name(1, 0) == "1_0")
    #expect(name(-1, 0) == "0_0")
    // The corner straight above the origin's cell is shared with the two cells of the next row; a
    // coordinate cannot hold it, so look just above it.
    #expect(name(0, 1.16) == "0_1")
    #expect(name(-1e-9, 1.16) == "-1_1")
  }

  @Test("hexagons fit together without gaps")
  func hexagonOutlines() throws {
    let grid = try CellGrid(
      over: OutlineTable(boxes: [(0, 0, 3000, 3000)]), shape: .hexagon, size: 250)
    let outlines = grid.outlines
    #expect(Neighbours.contiguity(of: outlines, rule: .rook) == grid.neighbours)
    for cell in 0..<grid.count {
      #expect(abs(outlines.area(of: cell) - 250 * 250 * 0.75.squareRoot()) < 1e-6)
      let centre = outlines.box(ofArea: cell).centre
      #expect(abs(centre.x - grid.centre(of: cell).x) < 1e-9)
      #expect(abs(centre.y - grid.centre(of: cell).y) < 1e-9)
    }
  }

  @Test(
    "every point of a study area has a cell, and no cell is without a part of it",
    arguments: 0..<24)
  func everyPoint(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let shape: CellShape = seed.isMultiple(of: 2) ? .square : .hexagon
    // Stars around two centres: each simple, together overlapping.
    let rings = [(530_000.0, 180_000.0), (530_900, 180_300)].map { (x: Double, y: Double) in
      (0..<12).map { corner -> (x: Double, y: Double) in
        let reach = 150 + 850 * random.nextUnit()
        // Directions around a square instead of a circle.
        let along = Double(corner % 3) / 1.5 - 1
        let (dx, dy) = [(1, along), (-along, 1), (-1, -along), (along, -1)][corner / 3]
        return (x + reach * dx, y + reach * dy)
      }
    }
    let outlines = OutlineTable(rings: rings)
    let grid = try CellGrid(over: outlines, shape: shape, size: 130)
    let box = outlines.box
    var hits = [Int](repeating: 0, count: grid.count)
    var inside = 0
    let steps = 150
    for row in 0...steps {
      for column in 0...steps {
        let point = Point(
          x: box.minX + box.width * Double(column) / Double(steps),
          y: box.minY + box.height * Double(row) / Double(steps))
        guard outlines.holds(point, area: 0) || outlines.holds(point, area: 1) else { continue }
        inside += 1
        let cell = grid.cell(x: point.x, y: point.y)
        #expect(cell != nil)
        if let cell { hits[cell] += 1 }
      }
    }
    #expect(hits.reduce(0, +) == inside)
    // A cell hit by no sample holds so thin a part that a border runs through it.
    let cells = grid.outlines
    for cell in hits.indices where hits[cell] == 0 {
      let around = cells.box(ofArea: cell)
      #expect(
        (0..<2).contains { area in
          outlines.vertices(ofArea: area).dropLast().contains { vertex in
            Box(
              minX: min(outlines.x[vertex], outlines.x[vertex + 1]),
              minY: min(outlines.y[vertex], outlines.y[vertex + 1]),
              maxX: max(outlines.x[vertex], outlines.x[vertex + 1]),
              maxY: max(outlines.y[vertex], outlines.y[vertex + 1])
            ).intersects(around)
          }
        })
    }
  }

  @Test("moving the study area by whole cells moves the cells")
  func translation() throws {
    let ring = [(10.0, 20.0), (300, 40), (280, 333), (90, 120)]
    let here = try CellGrid(
      over: OutlineTable(rings: [ring.map { (x: $0.0, y: $0.1) }]), shape: .square, size: 32)
    let there = try CellGrid(
      over: OutlineTable(rings: [ring.map { (x: $0.0 + 3200, y: $0.1 - 6400) }]), shape: .square,
      size: 32)
    #expect(
      here.identifiers.map { $0.split(separator: "_").compactMap { Int($0) } }
        .map { "\($0[0] + 100)_\($0[1] - 200)" } == there.identifiers)
  }

  @Test("what cannot be covered is refused before memory is taken")
  func refusals() {
    let square = OutlineTable(columns: 1, rows: 1)
    for size in [0, -1, .nan, .infinity, 1e-300] as [Double] {
      #expect(throws: CellGridError.self) {
        try CellGrid(over: square, shape: .square, size: size)
      }
    }
    #expect(throws: CellGridError.emptyStudyArea) {
      try CellGrid(over: OutlineTable(), shape: .hexagon, size: 1)
    }
    #expect(throws: CellGridError.tooManyCells(size: 0.001, cells: 1_008_016, limit: 1_000_000)) {
      try CellGrid(over: square, shape: .square, size: 0.001, limit: 1_000_000)
    }
  }

  @Test("errors say what was found and what is allowed")
  func words() {
    #expect(
      CellGridError.badSize(0).description
        == """
        cannot make cells of size '0.0': it must be positive and not tiny beside the coordinates
        """)
    #expect(
      CellGridError.tooManyCells(size: 0.5, cells: 12e6, limit: 4_000_000).description
        == """
        cannot make cells of size '0.5': the study area's rectangle would hold about 12000000, \
        at most 4000000 are allowed
        """)
    #expect(
      CellGridError.emptyStudyArea.description
        == """
        cannot make cells: the study area encloses nothing, at least one area with an outline is \
        needed
        """)
  }
}
