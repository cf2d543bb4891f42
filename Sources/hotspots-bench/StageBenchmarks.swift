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
      Benchmark(name: "read/plain", sizes: [100_000, 1_000_000]) { rows in
        try reading(rows: rows, kind: .plain)
      },
      Benchmark(name: "read/quoted", sizes: [1_000_000]) { rows in
        try reading(rows: rows, kind: .quoted)
      },
      Benchmark(name: "read/malformed", sizes: [1_000_000]) { rows in
        try reading(rows: rows, kind: .malformed)
      },
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
      Benchmark(name: "index/build", sizes: [160_000, 2_400_000]) { vertices in
        let outlines = SeededLayer(vertices: vertices).outlines
        return { UInt64(AreaIndex(outlines).outlines.vertexCount) }
      },
      Benchmark(name: "assign/160,000 vertices", sizes: [1_000_000]) { points in
        assigning(points: points, vertices: 160_000)
      },
      Benchmark(name: "assign/2,400,000 vertices", sizes: [1_000_000]) { points in
        assigning(points: points, vertices: 2_400_000)
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

  private static func reading(
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
