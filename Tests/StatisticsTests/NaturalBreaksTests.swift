import Testing

@testable import Statistics

/// Incidents in Westminster's twenty wards, 2016-04 to 2017-03.
let wardCounts: [Double] = [
  614, 739, 755, 954, 1107, 1188, 1247, 1262, 1360, 1471, 1585, 1811, 2145, 2735, 3307, 3605, 3689,
  4290, 14570, 17146,
]

/// Two hundred numbers below 1,009 by a rule that another program can repeat.
let generatedValues: [Double] = (0..<200).map { Double(7919 * $0 * $0 % 1009) }

@Suite("Natural breaks")
struct NaturalBreaksTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let values: [Double]
    let bounds: [Double]
    var testDescription: String { "\(name), \(bounds.count) classes" }
  }

  // [mapclassify.FisherJenks(v, k=k).bins.tolist() for k in (2, 3, 5, 7)], mapclassify 2.10.0, for
  // the ward counts and for v = [7919 * i * i % 1009 for i in range(200)].
  static let cases: [Case] = [
    Case(name: "wards", values: wardCounts, bounds: [4290, 17146]),
    Case(name: "wards", values: wardCounts, bounds: [2145, 4290, 17146]),
    Case(name: "wards", values: wardCounts, bounds: [1585, 2735, 4290, 14570, 17146]),
    Case(name: "wards", values: wardCounts, bounds: [954, 1811, 2735, 3689, 4290, 14570, 17146]),
    Case(name: "generated", values: generatedValues, bounds: [499, 996]),
    Case(name: "generated", values: generatedValues, bounds: [351, 664, 996]),
    Case(name: "generated", values: generatedValues, bounds: [188, 377, 569, 776, 996]),
    Case(name: "generated", values: generatedValues, bounds: [130, 262, 397, 539, 664, 830, 996]),
  ]

  @Test("bounds equal mapclassify's", arguments: cases)
  func oracle(_ example: Case) {
    #expect(naturalBreaks(of: example.values, classes: example.bounds.count) == example.bounds)
  }

  @Test("no other cut has smaller squared deviations", arguments: 0..<60 as Range<UInt64>)
  func bruteForce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...11, using: &random)
    let spread = [3, 20, 1000].randomElement(using: &random) ?? 3
    let values = (0..<count).map { _ in Double(Int.random(in: -spread...spread, using: &random)) }
    let classes = Int.random(in: 1...5, using: &random)
    let bounds = naturalBreaks(of: values, classes: classes)
    #expect(bounds.count == min(classes, Set(values).count))
    let found = squaredDeviations(of: values, upTo: bounds)
    let best = smallestSquaredDeviations(of: values.sorted(), classes: classes)
    #expect(abs(found - best) <= 1e-9 * max(1, best))
  }

  @Test("a large common offset changes no class")
  func offset() {
    let moved = generatedValues.map { $0 + 1e9 }
    #expect(naturalBreaks(of: moved, classes: 5) == [188, 377, 569, 776, 996].map { $0 + 1e9 })
  }

  @Test("the order of the values does not matter")
  func order() {
    #expect(
      naturalBreaks(of: generatedValues.reversed(), classes: 5)
        == naturalBreaks(of: generatedValues, classes: 5))
  }

  @Test("none, one and equal values give none, one and one bound")
  func degenerate() {
    #expect(naturalBreaks(of: [], classes: 5) == [])
    #expect(naturalBreaks(of: [7], classes: 5) == [7])
    #expect(naturalBreaks(of: [7, 7, 7], classes: 5) == [7])
    #expect(naturalBreaks(of: [1, 2, 3, 10, 11, 50], classes: 3) == [3, 11, 50])
  }

  @Test("five thousand different values are cut as well as the full table cuts them")
  func manyValues() {
    var random = SplitMix64(seed: 11)
    let values = (0..<5000).map { _ in -1000 * random.nextUnit() * random.nextUnit() }
    let bounds = naturalBreaks(of: values, classes: 4)
    #expect(bounds.count == 4)
    // A local optimum in every cut: moving one value across any bound improves nothing.
    let best = squaredDeviations(of: values, upTo: bounds)
    let sorted = values.sorted()
    for (position, bound) in bounds.dropLast().enumerated() {
      guard let place = sorted.firstIndex(of: bound) else {
        Issue.record("a bound that is no value")
        continue
      }
      for neighbour in [place - 1, place + 1] {
        var moved = bounds
        moved[position] = sorted[neighbour]
        #expect(squaredDeviations(of: values, upTo: moved) >= best - 1e-6)
      }
    }
  }
}

/// The sum over classes of squared distances to the class mean.
private func squaredDeviations(of values: [Double], upTo bounds: [Double]) -> Double {
  var total = 0.0
  var low = -Double.infinity
  for bound in bounds {
    let members = values.filter { $0 > low && $0 <= bound }
    total += squaredDeviations(of: members[...])
    low = bound
  }
  return total
}

private func squaredDeviations(of members: ArraySlice<Double>) -> Double {
  let mean = members.reduce(0, +) / Double(max(members.count, 1))
  return members.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
}

/// The best sum that any cut of sorted values into at most so many stretches reaches.
private func smallestSquaredDeviations(of sorted: [Double], classes: Int) -> Double {
  func best(_ start: Int, _ classes: Int) -> Double {
    var smallest = squaredDeviations(of: sorted[start...])
    guard classes > 1 else { return smallest }
    for end in sorted.indices.dropFirst(start + 1) {
      smallest = min(
        smallest, squaredDeviations(of: sorted[start..<end]) + best(end, classes - 1))
    }
    return smallest
  }
  return best(0, classes)
}
