import Assignment
import Boundaries
import Geometry
import Incidents
import Interchange
import Projections
import Tables

/// The whole way from a file of incidents to GeoJSON, with the memory it takes.
enum WholeRunBenchmarks {
  static var all: [Benchmark] {
    [
      Benchmark(name: "whole run/areas", sizes: [100_000, 1_000_000, 5_000_000]) { rows in
        let file = try SeededFile(rows: rows, kind: .plain)
        let outlines = SeededLayer(vertices: 160_000).outlines
        return { try await run(file, outlines) }
      }
    ]
  }

  /// Does with two threads what `hotspots areas` does once the boundaries are read.
  private static func run(_ file: SeededFile, _ outlines: OutlineTable) async throws -> UInt64 {
    let projection = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700")
    let box = Box(minX: -0.6, minY: 51.2, maxX: 0.4, maxY: 51.8)
    let plan = AssignmentPlan(
      projection: projection,
      approximation: ApproximateProjection(try projection.makeOperation(), over: box),
      layers: [await AreaIndex.build(outlines)], snap: 0)
    let stream = IncidentStream(
      sources: [try IncidentSource(path: file.path)], request: IncidentRequest(category: true),
      threads: 2)
    let outcome = try await stream.run {
      try AssignmentWorker(
        plan, sink: AreaCounter(areaCounts: [outlines.areaCount], usesCategories: true))
    }
    let categories = CategoryList(outcome.shares.map(\.categories), filter: IncidentFilter())
    let counts = LayerCounts(
      layer: 0, areaCount: outlines.areaCount,
      shares: outcome.shares.map { (counts: $0.result.sink, categories: $0.categories) },
      categories: categories)
    let codes = (0..<outlines.areaCount).map { "\($0)" }
    let table = FeatureTable(
      name: "seeded",
      columns: counts.columns(
        codes: codes, names: codes, squareMetres: codes.indices.map { outlines.area(of: $0) },
        categories: categories, bounds: false),
      geometry: .areas(
        try RoundedProjection.project(
          outlines, by: projection, direction: .inverse, decimals: 7)), crs: "EPSG:4326")
    let output = try OutputFile(path: "/dev/shm/hotspots-bench.geojson")
    var writer = GeoJSONWriter()
    writer.threads = 2
    try writer.write(table, to: output)
    return UInt64(output.byteCount)
  }
}
