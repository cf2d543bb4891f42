import Geometry
import TestSupport
import Testing

@testable import Projections

@Suite("Coordinate operation")
struct CoordinateOperationTests {
  struct Known: Sendable, CustomTestStringConvertible {
    let source: String
    let target: String
    let from: Point
    let to: Point
    let tolerance: Double

    var testDescription: String { "\(source) to \(target) at \(from)" }
  }

  /// Positions from PROJ 9.1.1 without grids, in the order of the authority.
  ///
  ///     echo "51.5130 -0.1365" | cs2cs -f %.6f EPSG:4326 EPSG:27700
  ///     echo "49.9 -6.3" | cs2cs -f %.6f EPSG:4326 EPSG:27700
  ///     echo "60.15 -1.15" | cs2cs -f %.6f EPSG:4326 EPSG:27700
  ///     echo "55.9533 -3.1883" | cs2cs -f %.6f EPSG:4326 EPSG:27700
  ///     echo "624161 308459.58" | cs2cs -f %.10f EPSG:27700 EPSG:4326
  ///     echo "984000 200000" | cs2cs -f %.6f EPSG:2263 EPSG:32618
  ///     echo "51.5130 -0.1365" | cs2cs -f %.6f EPSG:4326 EPSG:3857
  ///     echo "53.35 -6.26" | cs2cs -f %.6f EPSG:4326 EPSG:29903
  static let known = [
    Known(
      source: "EPSG:4326", target: "EPSG:27700", from: Point(x: -0.1365, y: 51.5130),
      to: Point(x: 529409.151638, y: 180987.426342), tolerance: 1e-6),
    Known(
      source: "EPSG:4326", target: "EPSG:27700", from: Point(x: -6.3, y: 49.9),
      to: Point(x: 91329.125264, y: 8845.071561), tolerance: 1e-6),
    Known(
      source: "EPSG:4326", target: "EPSG:27700", from: Point(x: -1.15, y: 60.15),
      to: Point(x: 447297.005605, y: 1140915.175198), tolerance: 1e-6),
    Known(
      source: "EPSG:4326", target: "EPSG:27700", from: Point(x: -3.1883, y: 55.9533),
      to: Point(x: 325897.218139, y: 674001.201610), tolerance: 1e-6),
    Known(
      source: "EPSG:27700", target: "EPSG:4326", from: Point(x: 624161, y: 308459.58),
      to: Point(x: 1.3107099292, y: 52.6275789438), tolerance: 1e-10),
    Known(
      source: "EPSG:2263", target: "EPSG:32618", from: Point(x: 984000, y: 200000),
      to: Point(x: 584386.428067, y: 4507670.087555), tolerance: 1e-6),
    Known(
      source: "EPSG:4326", target: "EPSG:3857", from: Point(x: -0.1365, y: 51.5130),
      to: Point(x: -15195.110493, y: 6712544.104581), tolerance: 1e-6),
    Known(
      source: "EPSG:4326", target: "EPSG:29903", from: Point(x: -6.26, y: 53.35),
      to: Point(x: 315919.995304, y: 234694.102326), tolerance: 1e-6),
  ]

  @Test("positions are where PROJ's own program puts them, and come back", arguments: known)
  func oracle(known: Known) throws {
    let operation = try ProjectionPlan.choose(from: known.source, to: known.target).makeOperation()
    var x = [known.from.x]
    var y = [known.from.y]
    #expect(operation.transform(x: &x, y: &y) == 0)
    #expect(abs(x[0] - known.to.x) <= known.tolerance)
    #expect(abs(y[0] - known.to.y) <= known.tolerance)
    #expect(operation.transform(x: &x, y: &y, direction: .inverse) == 0)
    let reverse = known.from.x > 180 ? 2e-3 : 4e-8
    #expect(abs(x[0] - known.from.x) < reverse)
    #expect(abs(y[0] - known.from.y) < reverse)
  }

  @Test(
    "the two ways of one plan undo each other over Great Britain", arguments: 0..<5 as Range<UInt64>
  )
  func roundTrip(seed: UInt64) throws {
    let operation = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700").makeOperation()
    let start = Places.positions(500, in: Places.greatBritain, seed: seed)
    var (x, y) = start
    #expect(operation.transform(x: &x, y: &y) == 0)
    #expect(operation.transform(x: &x, y: &y, direction: .inverse) == 0)
    for index in x.indices {
      // Heights are taken as 0 on either ellipsoid, which lie 50 m apart: a millimetre.
      #expect(abs(x[index] - start.x[index]) < 4e-8)
      #expect(abs(y[index] - start.y[index]) < 2e-8)
    }
  }

  @Test("positions that are no numbers or impossible become NaN and are counted")
  func failures() throws {
    let operation = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700").makeOperation()
    var x = [-0.1365, .nan, -0.1365, .infinity, 0, -0.1365]
    var y = [51.5130, 51.5, .nan, 51.5, 1000, 51.5130]
    #expect(operation.transform(x: &x, y: &y) == 4)
    #expect(x.map(\.isNaN) == [false, true, true, true, true, false])
    #expect(y.map(\.isNaN) == [false, true, true, true, true, false])
    #expect(x[0] == x[5])
  }

  @Test("only the range asked for is changed")
  func range() throws {
    let operation = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700").makeOperation()
    var x = [-0.1, -0.2, -0.3, -0.4]
    var y = [51.1, 51.2, 51.3, 51.4]
    #expect(operation.transform(x: &x, y: &y, in: 1..<3) == 0)
    #expect(x[0] == -0.1 && x[3] == -0.4 && y[0] == 51.1 && y[3] == 51.4)
    #expect(x[1] > 500_000 && x[2] > 500_000)
    #expect(operation.transform(x: &x, y: &y, in: 2..<2) == 0)
    #expect(operation.transform(x: &x, y: &y, at: [3, 0]) == 0)
    #expect(x.allSatisfy { $0 > 500_000 })
  }

  @Test("no positions are transformed without harm")
  func none() throws {
    let operation = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700").makeOperation()
    var x: [Double] = []
    var y: [Double] = []
    #expect(operation.transform(x: &x, y: &y) == 0)
    #expect(operation.transform(x: &x, y: &y, at: []) == 0)
  }

  @Test("the same system leaves coordinates as they are, and NaN is still counted")
  func identity() throws {
    let plan = try ProjectionPlan.choose(
      from: Places.nationalGridText(), to: "EPSG:27700")
    #expect(plan.isIdentity)
    #expect(plan.summary.accuracyMetres == 0)
    let operation = try plan.makeOperation()
    var x = [529409.152, .nan]
    var y = [180987.426, 1]
    #expect(operation.transform(x: &x, y: &y) == 1)
    #expect(x[0] == 529409.152 && y[0] == 180987.426)
    #expect(operation.bounds(of: Places.london) == Places.london)
  }

  @Test("tasks that make their operation from one plan compute the same bits")
  func tasks() async throws {
    let plan = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700")
    let results = try await withThrowingTaskGroup(of: [Double].self) { group in
      for _ in 0..<4 {
        group.addTask {
          var (x, y) = Places.positions(200, in: Places.london, seed: 7)
          try plan.makeOperation().transform(x: &x, y: &y)
          return x + y
        }
      }
      return try await group.reduce(into: [[Double]]()) { $0.append($1) }
    }
    #expect(results.allSatisfy { $0 == results[0] })
  }

  @Test("the bounds of a rectangle hold what is inside it", arguments: 0..<3 as Range<UInt64>)
  func bounds(seed: UInt64) throws {
    let operation = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700").makeOperation()
    let bounds = try #require(operation.bounds(of: Places.greatBritain))
    var (x, y) = Places.positions(300, in: Places.greatBritain, seed: seed)
    operation.transform(x: &x, y: &y)
    #expect(x.indices.allSatisfy { bounds.contains(x: x[$0], y: y[$0]) })
    let back = try #require(operation.bounds(of: bounds, direction: .inverse))
    #expect(back.contains(Places.greatBritain))
    #expect(operation.bounds(of: .empty) == nil)
    #expect(operation.bounds(of: Box(minX: 0, minY: 0, maxX: .infinity, maxY: 1)) == nil)
  }

  @Test(
    "the OSTN15 grid puts positions where the official transformation does",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func grid() throws {
    // OSTN15 of Soho is 529407.412, 180987.213 (convertbng); the sampled grid is 1.5 mm off.
    let plan = try Places.withSampledGrid { folder in
      let plan = try ProjectionPlan.choose(
        from: "EPSG:4326", to: "EPSG:27700", over: .source(Places.london), gridFolders: [folder])
      var x = [-0.1365]
      var y = [51.5130]
      #expect(try plan.makeOperation().transform(x: &x, y: &y) == 0)
      #expect(abs(x[0] - 529407.412) < 0.005)
      #expect(abs(y[0] - 180987.213) < 0.005)
      return plan
    }
    // The folder has gone: the operation cannot be made any more.
    #expect(throws: ProjectionError.self) { try plan.makeOperation() }
  }
}
