import Geometry
import TestSupport
import Testing

@testable import Projections

@Suite("Approximate projection")
struct ApproximateProjectionTests {
  /// Returns the operation from WGS 84 to the British National Grid.
  static func nationalGrid() throws -> CoordinateOperation {
    try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700").makeOperation()
  }

  /// Returns the largest distance from PROJ at seeded positions, and on the rectangle's edge.
  static func largestError(
    of approximation: ApproximateProjection, from operation: CoordinateOperation, count: Int,
    seed: UInt64
  ) -> Double {
    let box = approximation.box
    var (x, y) = Places.positions(count, in: box, seed: seed)
    for corner in [box.minX, box.centre.x, box.maxX] {
      x += [corner, corner, corner]
      y += [box.minY, box.centre.y, box.maxY]
    }
    var (exactX, exactY) = (x, y)
    #expect(operation.transform(x: &exactX, y: &exactY, direction: approximation.direction) == 0)
    var outside: [Int] = []
    approximation.transform(x: &x, y: &y, outside: &outside)
    #expect(outside.isEmpty)
    return x.indices.reduce(0) { largest, index in
      let (dx, dy) = (x[index] - exactX[index], y[index] - exactY[index])
      return max(largest, (dx * dx + dy * dy).squareRoot())
    }
  }

  @Test(
    "over London it is PROJ to a ten-thousandth of a millimetre", arguments: 0..<5 as Range<UInt64>)
  func london(seed: UInt64) throws {
    let operation = try Self.nationalGrid()
    let approximation = try #require(ApproximateProjection(operation, over: Places.london))
    #expect(approximation.errorBound < 1e-7)
    #expect(approximation.columns == 1 && approximation.rows == 1)
    let error = Self.largestError(of: approximation, from: operation, count: 2000, seed: seed)
    #expect(error <= approximation.errorBound)
  }

  @Test(
    "over Great Britain it is PROJ to a hundredth of a millimetre",
    arguments: 0..<5 as Range<UInt64>)
  func greatBritain(seed: UInt64) throws {
    let operation = try Self.nationalGrid()
    let approximation = try #require(ApproximateProjection(operation, over: Places.greatBritain))
    #expect(approximation.errorBound < 1e-5)
    #expect(approximation.columns * approximation.rows > 4)
    let error = Self.largestError(of: approximation, from: operation, count: 4000, seed: seed)
    #expect(error <= approximation.errorBound)
  }

  @Test(
    "back to degrees it is PROJ to 1e-10 degrees", arguments: [Places.london, Places.greatBritain])
  func inverse(area: Box) throws {
    let operation = try Self.nationalGrid()
    let box = try #require(operation.bounds(of: area))
    let approximation = try #require(
      ApproximateProjection(operation, direction: .inverse, over: box))
    #expect(approximation.errorBound < 1e-10)
    for seed in 0..<3 as Range<UInt64> {
      let error = Self.largestError(of: approximation, from: operation, count: 2000, seed: seed)
      #expect(error <= approximation.errorBound)
    }
  }

  @Test("feet in New York are approximated too")
  func newYork() throws {
    let operation = try ProjectionPlan.choose(from: "EPSG:2263", to: "EPSG:32618").makeOperation()
    let box = Box(minX: 913_000, minY: 120_000, maxX: 1_067_000, maxY: 273_000)
    let approximation = try #require(ApproximateProjection(operation, over: box))
    #expect(approximation.errorBound < 1e-5)
    let error = Self.largestError(of: approximation, from: operation, count: 2000, seed: 1)
    #expect(error <= approximation.errorBound)
    // Back to feet, of which a hundredth of a millimetre is 3.28e-5.
    let bounds = try #require(operation.bounds(of: box))
    let back = try #require(
      ApproximateProjection(operation, direction: .inverse, over: bounds))
    #expect(back.errorBound < 3.29e-5)
  }

  @Test("a smaller error may be asked for, and an impossible one is refused")
  func tolerance() throws {
    let operation = try Self.nationalGrid()
    let coarse = try #require(
      ApproximateProjection(operation, over: Places.greatBritain, tolerance: 1))
    let fine = try #require(
      ApproximateProjection(operation, over: Places.greatBritain, tolerance: 1e-6))
    #expect(coarse.columns * coarse.rows < fine.columns * fine.rows)
    #expect(coarse.errorBound <= 1 && fine.errorBound <= 1e-6)
    #expect(
      ApproximateProjection(operation, over: Places.greatBritain, tolerance: 1e-12) == nil)
  }

  @Test("positions outside the rectangle and NaN are left for PROJ")
  func outside() throws {
    let operation = try Self.nationalGrid()
    let approximation = try #require(ApproximateProjection(operation, over: Places.london))
    var x = [-0.1365, -3.1883, .nan, -0.1365, -0.52, .infinity, -0.51, 0.334, -0.1365]
    var y = [51.5130, 55.9533, 51.5, .nan, 51.5, 51.5, 51.28, 51.69, 51.2799999]
    var outside: [Int] = []
    let (givenX, givenY) = (x, y)
    approximation.transform(x: &x, y: &y, outside: &outside)
    #expect(outside == [1, 2, 3, 4, 5, 8])
    #expect(x[1] == givenX[1] && y[1] == givenY[1] && x[2].isNaN && y[2] == givenY[2])
    #expect(operation.transform(x: &x, y: &y, at: outside) == 3)
    #expect(abs(x[0] - 529409.151638) < 2e-6 && abs(y[0] - 180987.426342) < 2e-6)
    #expect(abs(x[1] - 325897.218139) < 2e-6 && abs(y[1] - 674001.201610) < 2e-6)
    #expect(x.map(\.isNaN) == [false, false, true, true, false, true, false, false, false])
  }

  @Test("a range, and other arrays, get the same numbers")
  func forms() throws {
    let approximation = try #require(
      ApproximateProjection(try Self.nationalGrid(), over: Places.london))
    let (x, y) = Places.positions(100, in: Places.london.padded(by: 0.1), seed: 3)
    var (wholeX, wholeY) = (x, y)
    var outside: [Int] = []
    approximation.transform(x: &wholeX, y: &wholeY, outside: &outside)
    #expect(!outside.isEmpty)
    var (partsX, partsY) = (x, y)
    var outsideOfParts: [Int] = []
    for start in stride(from: 0, to: 100, by: 7) {
      approximation.transform(
        x: &partsX, y: &partsY, in: start..<min(start + 7, 100), outside: &outsideOfParts)
    }
    var otherX = [Double](repeating: 0, count: 100)
    var otherY = otherX
    var outsideOfOther: [Int] = []
    approximation.transform(x: x, y: y, toX: &otherX, y: &otherY, outside: &outsideOfOther)
    #expect(partsX == wholeX && partsY == wholeY && outsideOfParts == outside)
    #expect(otherX == wholeX && otherY == wholeY && outsideOfOther == outside)
  }

  @Test("fitting again gives the same bits")
  func deterministic() throws {
    let one = ApproximateProjection(try Self.nationalGrid(), over: Places.london)
    let other = ApproximateProjection(try Self.nationalGrid(), over: Places.london)
    #expect(one != nil && one == other)
  }

  @Test(
    "rectangles that cannot be fitted give none",
    arguments: [
      Box.empty, Box(minX: 0, minY: 51, maxX: 0, maxY: 52),
      Box(minX: 0, minY: 51, maxX: 1, maxY: 51),
      Box(minX: .nan, minY: 51, maxX: 1, maxY: 52),
      Box(minX: 0, minY: 51, maxX: .infinity, maxY: 52),
      // Too small to tell its edges from each other.
      Box(minX: 0, minY: 51, maxX: 1e-12, maxY: 51.000_000_1),
      // Beyond the pole.
      Box(minX: 0, minY: 51, maxX: 1, maxY: 152),
    ])
  func impossible(box: Box) throws {
    #expect(ApproximateProjection(try Self.nationalGrid(), over: box) == nil)
  }

  @Test("the corners of a small rectangle lie in its patches", arguments: [0.1, 1e-3, 2e-5])
  func small(side: Double) throws {
    let operation = try Self.nationalGrid()
    let box = Box(minX: -0.1365, minY: 51.513, maxX: -0.1365 + side, maxY: 51.513 + side)
    let approximation = try #require(ApproximateProjection(operation, over: box))
    let error = Self.largestError(of: approximation, from: operation, count: 500, seed: 9)
    #expect(error <= approximation.errorBound)
  }

  @Test("coordinates that stay as they are need none")
  func identity() throws {
    let operation = try ProjectionPlan.choose(from: "EPSG:27700", to: "EPSG:27700").makeOperation()
    #expect(
      ApproximateProjection(operation, over: Box(minX: 0, minY: 0, maxX: 1e5, maxY: 1e5)) == nil)
  }

  @Test(
    "an operation with a grid is left to PROJ",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func grid() throws {
    try Places.withSampledGrid { folder in
      let operation = try ProjectionPlan.choose(
        from: "EPSG:4326", to: "EPSG:27700", over: .source(Places.london), gridFolders: [folder]
      ).makeOperation()
      #expect(ApproximateProjection(operation, over: Places.london) == nil)
    }
  }

  @Test("the manifest's words name degree, patches and bound")
  func description() throws {
    let operation = try Self.nationalGrid()
    let approximation = try #require(
      ApproximateProjection(operation, over: Places.greatBritain, tolerance: 1e-6))
    let words = approximation.description
    #expect(
      words.hasPrefix(
        "polynomial approximation of degree 5, \(approximation.columns) x "
          + "\(approximation.rows) patches, error below "))
    let number = try #require(words.split(separator: " ").dropLast().last.flatMap { Double($0) })
    #expect(number >= approximation.errorBound && number < 1.11 * approximation.errorBound)
    #expect(words.hasSuffix(" m"))
  }
}
