import Assignment
import Boundaries
import Geometry
import Incidents
import Interchange
import Projections
import Tables

/// The stages from bytes to GeoJSON, each by itself and all together.
enum StageBenchmarks {
  static var all: [Benchmark] {
    [
      Benchmark(name: "read/rows and fields", sizes: [1_000_000]) { rows in
        let file = try SeededFile(rows: rows, kind: .plain)
        return {
          let reader = try TextReader(path: file.path)
          let block = TextBlock(capacity: TextReader.blockSize)
          var found = 0
          while try reader.fill(block) {
            block.index(dialect: reader.dialect)
            found += block.rowCount
          }
          return UInt64(found)
        }
      }
    ]
      + SeededFile.Kind.allCases.map { kind in
        Benchmark(
          name: "parse/\(kind.rawValue)",
          sizes: kind == .plain ? [100_000, 1_000_000] : [1_000_000]
        ) { try parsing(rows: $0, kind: kind) }
      } + afterParsing
  }

  private static var afterParsing: [Benchmark] {
    [
      Benchmark(name: "project/exact", sizes: [100_000]) { count in
        let operation = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700")
          .makeOperation()
        let (x, y) = try degrees(count)
        return {
          var (east, north) = (x, y)
          operation.transform(x: &east, y: &north)
          return checksum(east)
        }
      },
      Benchmark(name: "project/approximate", sizes: [1_000_000]) { count in
        let operation = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700")
          .makeOperation()
        let box = Box(minX: -0.6, minY: 51.2, maxX: 0.4, maxY: 51.8)
        guard let approximation = ApproximateProjection(operation, over: box) else {
          preconditionFailure("project/approximate: no approximation")
        }
        let (x, y) = try degrees(count)
        return {
          var (east, north) = (x, y)
          var outside: [Int] = []
          approximation.transform(x: &east, y: &north, outside: &outside)
          return checksum(east)
        }
      },
      Benchmark(name: "index/one thread", sizes: [160_000, 2_400_000]) { vertices in
        let outlines = SeededLayer(vertices: vertices).outlines
        return { UInt64(AreaIndex(outlines).outlines.vertexCount) }
      },
      Benchmark(name: "index/all threads", sizes: [160_000, 2_400_000]) { vertices in
        let outlines = SeededLayer(vertices: vertices).outlines
        return { UInt64(await AreaIndex.build(outlines).outlines.vertexCount) }
      },
      Benchmark(name: "assign/160,000 vertices", sizes: [1_000_000]) { points in
        assigning(points: points, vertices: 160_000)
      },
      Benchmark(name: "assign/2,400,000 vertices", sizes: [1_000_000]) { points in
        assigning(points: points, vertices: 2_400_000)
      },
      Benchmark(name: "count/9 categories", sizes: [1_000_000]) { rows in
        try counting(rows: rows)
      },
      Benchmark(name: "write/geojson", sizes: [160_000]) { vertices in
        let plan = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700")
        let outlines = SeededLayer(vertices: vertices).outlines
        let areas = outlines.areaCount
        return {
          let projected = try RoundedProjection.project(
            outlines, by: plan, direction: .inverse, decimals: 7)
          let table = FeatureTable(
            name: "seeded", columns: [Column("incidents", .integers(Array(0..<areas)))],
            geometry: .areas(projected), crs: "EPSG:4326")
          let file = try OutputFile(path: "/dev/shm/hotspots-bench.geojson")
          try GeoJSONWriter().write(table, to: file)
          return UInt64(file.byteCount)
        }
      },
    ]
  }

  private static func parsing(
    rows: Int, kind: SeededFile.Kind
  ) throws -> () async throws -> UInt64 {
    let file = try SeededFile(rows: rows, kind: kind)
    return {
      let source = try IncidentSource(path: file.path)
      let stream = IncidentStream(
        sources: [source], request: IncidentRequest(category: true), threads: 1)
      let outcome = try await stream.run { BatchCounter() }
      return UInt64(outcome.shares.reduce(outcome.tally.read) { $0 + $1.result })
    }
  }

  private static func assigning(points: Int, vertices: Int) -> () async throws -> UInt64 {
    let layer = SeededLayer(vertices: vertices)
    let index = AreaIndex(layer.outlines)
    let (x, y) = layer.points(points)
    return {
      // Batches of the size that blocks of rows have.
      var sum: UInt64 = 0
      var assignment = AreaAssignment()
      for start in stride(from: 0, to: points, by: 1600) {
        let end = min(start + 1600, points)
        index.assign(
          x: Array(x[start..<end]), y: Array(y[start..<end]), count: end - start, tolerance: 1e-5,
          into: &assignment)
        for area in assignment.areas.prefix(end - start) { sum &+= UInt64(bitPattern: Int64(area)) }
      }
      return sum
    }
  }

  /// Counts batches that have been parsed and assigned before.
  private static func counting(rows: Int) throws -> () async throws -> UInt64 {
    let layer = SeededLayer(vertices: 160_000)
    let index = AreaIndex(layer.outlines)
    let (x, y) = layer.points(rows)
    let batches = stride(from: 0, to: rows, by: 1600).map { start in
      let end = min(start + 1600, rows)
      let table = IncidentTable(
        x: Array(x[start..<end]), y: Array(y[start..<end]),
        category: (start..<end).map { UInt16($0 * 7919 % 9) })
      var assignment = AreaAssignment()
      index.assign(x: table.x, y: table.y, count: end - start, tolerance: 0, into: &assignment)
      return (table: table, assignment: assignment)
    }
    return {
      var counter = AreaCounter(areaCounts: [layer.outlines.areaCount], usesCategories: true)
      for batch in batches { counter.consume(batch.table, assignments: [batch.assignment]) }
      return counter.finish().layers[0].reduce(0) { $0 &* 31 &+ UInt64($1) }
    }
  }

  private static func degrees(_ count: Int) throws -> (x: [Double], y: [Double]) {
    var (x, y) = SeededLayer(vertices: 20_000).points(count)
    let plan = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700")
    try plan.makeOperation().transform(x: &x, y: &y, direction: .inverse)
    return (x, y)
  }

  private static func checksum(_ values: [Double]) -> UInt64 {
    values.reduce(0) { $0 &* 31 &+ $1.bitPattern }
  }
}

/// Counts incidents, so that nothing of a batch can be left out.
struct BatchCounter: IncidentConsumer {
  private var count = 0

  mutating func consume(_ table: inout IncidentTable) { count += table.count }

  func finish() -> Int { count }
}
