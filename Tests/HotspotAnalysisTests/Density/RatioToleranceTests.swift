import Statistics
import Tables
import Testing

@testable import HotspotAnalysis

@Suite struct RatioToleranceTests {
  /// Ground of 3 km by 3 km.
  private static let area: StudyMask = {
    let grid = SurfaceGrid(cellSize: 250, firstColumn: 0, firstRow: 0, columns: 12, rows: 12)
    return StudyMask(grid: grid, isInside: [Bool](repeating: true, count: grid.cellCount))
  }()

  private static func points(_ count: Int, seed: UInt64) -> (x: [Double], y: [Double]) {
    var random = SplitMix64(seed: seed)
    var (x, y): ([Double], [Double]) = ([], [])
    for _ in 0..<count {
      // More in the west than in the east.
      let (across, up) = (random.nextUnit(), random.nextUnit())
      x.append(3000 * across * across)
      y.append(3000 * up)
    }
    return (x, y)
  }

  private func tolerance(
    of upper: (x: [Double], y: [Double]), to lower: (x: [Double], y: [Double]),
    weights: [Double]? = nil, labellings: Int = 39, threads: Int = 1, seed: UInt64 = 1
  ) async throws -> RatioTolerance {
    let method = KernelEstimator(bandwidth: .metres(600), threads: threads)
    let ratio = try await DensityRatio(
      of: (upper.x, upper.y, weights), to: (lower.x, lower.y, nil), over: Self.area,
      density: method)
    return try await RatioTolerance(
      of: (upper.x, upper.y, weights), to: lower, ratio: ratio, over: Self.area, density: method,
      labellings: labellings, seed: seed)
  }

  @Test("noise has a contour anywhere in at most two of sixteen maps", arguments: [true, false])
  func noise(isNested: Bool) async throws {
    var beyond = 0
    for seed in 0..<16 {
      let all = Self.points(300, seed: UInt64(2 * seed + 1))
      // The first of random ones are a random choice of them.
      let some = (Array(all.x[..<60]), Array(all.y[..<60]))
      let rest = (Array(all.x[60...]), Array(all.y[60...]))
      let found = try await tolerance(of: some, to: isNested ? all : rest, seed: UInt64(seed))
      #expect(found.isNested == isNested)
      let limits = try #require(found.limits)
      let scores = found.score.presentValues
      #expect(scores.count > 50)
      if scores.contains(where: { $0 >= limits.more || $0 < limits.fewer }) { beyond += 1 }
      // What is drawn as beyond chance is what is called so.
      for score in scores {
        #expect(
          (found.adjustedP(of: score) <= 0.05) == (score >= limits.more || score < limits.fewer))
      }
    }
    #expect(beyond <= 2)
  }

  @Test("forty more at one place, and none where many others are, are beyond chance")
  func planted() async throws {
    let lower = Self.points(400, seed: 5)
    var upper = Self.points(80, seed: 6)
    let kept = upper.x.indices.filter { upper.x[$0] > 900 }
    upper = (kept.map { upper.x[$0] }, kept.map { upper.y[$0] })
    upper.x += [Double](repeating: 2375, count: 40)
    upper.y += [Double](repeating: 2375, count: 40)
    let found = try await tolerance(of: upper, to: lower)
    let limits = try #require(found.limits)
    // The margin begins a cell before the study area.
    #expect(try #require(found.score[10, 10]) >= limits.more)
    #expect(try #require(found.score[1, 5]) < limits.fewer)
    #expect(found.adjustedP(of: try #require(found.score[10, 10])) == 2.0 / 40)
    // With thrice the weight each it is no other.
    let weighted = try await tolerance(
      of: upper, to: lower, weights: [Double](repeating: 3, count: upper.x.count))
    let root = 3.0.squareRoot()
    for (light, heavy) in zip(found.score.presentValues, weighted.score.presentValues) {
      #expect(abs(heavy - root * light) < 1e-6 * max(1, abs(heavy)))
    }
  }

  @Test("all of the incidents are no more than chance, whatever is drawn")
  func all() async throws {
    let all = Self.points(200, seed: 9)
    let found = try await tolerance(of: all, to: all)
    #expect(found.isNested)
    for score in found.score.presentValues {
      #expect(abs(score) < 1e-6)
      #expect(found.adjustedP(of: score) == 1)
    }
  }

  @Test("the same seed gives the same draws for any number of threads, another gives others")
  func threads() async throws {
    let (lower, upper) = (Self.points(200, seed: 3), Self.points(50, seed: 4))
    let one = try await tolerance(of: upper, to: lower, threads: 1)
    let two = try await tolerance(of: upper, to: lower, threads: 2)
    let other = try await tolerance(of: upper, to: lower, seed: 2)
    #expect(one.limits?.more == two.limits?.more && one.limits?.fewer == two.limits?.fewer)
    #expect(one.limits?.more != other.limits?.more)
    #expect(try await tolerance(of: upper, to: lower, labellings: 38).limits == nil)
  }

  @Test("each incident is drawn as often as any other")
  func draws() {
    var labelling = RandomLabelling(
      of: ([0, 1], [0, 0]), among: ((0..<6).map(Double.init), [0, 0, 0, 0, 0, 0]), seed: 1)
    #expect(labelling.isNested)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<3000 {
      let drawn = labelling.next().x
      #expect(drawn.count == 2 && drawn[0] != drawn[1])
      for x in drawn { counts[Int(x)] += 1 }
    }
    // 1000 each, with a deviation of 25.8.
    #expect(counts.allSatisfy { abs($0 - 1000) < 100 })
    let apart = RandomLabelling(of: ([0, 9], [0, 0]), among: ([0, 1, 2], [0, 0, 0]), seed: 1)
    #expect(!apart.isNested && apart.x == [0, 9, 0, 1, 2])
    // Two at a place where there is one.
    #expect(!RandomLabelling(of: ([0, 0], [0, 0]), among: ([0, 1], [0, 0]), seed: 1).isNested)
  }
}
