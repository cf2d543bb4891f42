import Statistics
import Testing

@Suite struct PermutationsTests {
  /// Returns the sums of all samples of a size.
  static func sums(of values: [Double], size: Int) -> [Double] {
    guard size > 0 else { return [0] }
    guard let first = values.first else { return [] }
    let rest = Array(values.dropFirst())
    return sums(of: rest, size: size - 1).map { $0 + first } + sums(of: rest, size: size)
  }

  /// Values whose sums tell every sample from every other.
  static let powers = (0..<8).map { Double(1 << $0) }

  static let sampleSizes = [
    [Int](repeating: 3, count: 8), [1, 2, 3, 4, 4, 3, 2, 1], [7, 6, 5, 4, 3, 2, 1, 0],
    // The last has so many more than the others that its draws are its own.
    [1, 1, 1, 1, 1, 1, 1, 7], [6, 1, 1, 1, 1, 1, 1, 1],
  ]

  @Test(
    "each place's draws spread over the samples of the others as evenly as chance has it",
    arguments: sampleSizes, 1...3 as ClosedRange<UInt64>)
  func frequencies(sizes: [Int], seed: UInt64) {
    let count = 20_000
    for quantile in [0.1, 0.5, 0.8] {
      let samples = sizes.indices.map { place in
        var others = Self.powers
        others.remove(at: place)
        return Self.sums(of: others, size: sizes[place]).sorted()
      }
      let observed = samples.map { $0[Int(Double($0.count) * quantile)] }
      let tails = ConditionalPermutations(count: count, seed: seed)
        .tails(of: Self.powers, sampleSizes: sizes, sums: observed)
      for place in sizes.indices {
        let total = Double(samples[place].count)
        let atLeast = Double(samples[place].count { $0 >= observed[place] }) / total
        let atMost = Double(samples[place].count { $0 <= observed[place] }) / total
        // Five standard deviations of a share of so many draws.
        let slack = { 5 * ($0 * (1 - $0) / Double(count)).squareRoot() + 1e-12 }
        #expect(abs(Double(tails[place].atLeast) / Double(count) - atLeast) <= slack(atLeast))
        #expect(abs(Double(tails[place].atMost) / Double(count) - atMost) <= slack(atMost))
      }
    }
  }

  @Test("draws of all the others have one sum only")
  func everything() {
    let tails = ConditionalPermutations(count: 99, seed: 5)
      .tails(of: [0.1, 0.2, 0.3, 0.7], sampleSizes: [3, 3, 3, 3], sums: [1.2, 1.1, 1, 0.6])
    #expect(tails.allSatisfy { $0 == PermutationTail(count: 99, atLeast: 99, atMost: 99) })
  }

  @Test("one seed gives the same counts again, another seed others")
  func seeds() {
    var random = SplitMix64(seed: 3)
    let values = (0..<200).map { _ in random.nextUnit() }
    let sizes = (0..<200).map { $0 == 17 ? 150 : 2 + $0 % 7 }
    let sums = sizes.map { Double($0) / 2 }
    let run = { (seed: UInt64) in
      ConditionalPermutations(count: 999, seed: seed)
        .tails(of: values, sampleSizes: sizes, sums: sums)
    }
    #expect(run(1) == run(1))
    #expect(run(1) != run(2))
    #expect(run(1)[17] != run(2)[17])
  }

  @Test("p-values fold at the middle, and ties are on both sides")
  func folding() {
    #expect(PermutationTail(count: 99, atLeast: 4, atMost: 95).foldedP == 0.05)
    #expect(PermutationTail(count: 99, atLeast: 95, atMost: 4).foldedP == 0.05)
    #expect(PermutationTail(count: 99, atLeast: 0, atMost: 99).foldedP == 0.01)
    #expect(PermutationTail(count: 99, atLeast: 99, atMost: 89).foldedP == 0.9)
    #expect(PermutationTail(count: 99, atLeast: 99, atMost: 99).foldedP == 1)
  }

  @Test("no places, one place and places without a sample are no trouble")
  func few() {
    let permutations = ConditionalPermutations(count: 9, seed: 1)
    #expect(permutations.tails(of: [], sampleSizes: [], sums: []).isEmpty)
    let all = PermutationTail(count: 9, atLeast: 9, atMost: 9)
    #expect(permutations.tails(of: [4], sampleSizes: [0], sums: [0]) == [all])
    #expect(permutations.tails(of: [4, 5], sampleSizes: [0, 0], sums: [0, 0]) == [all, all])
  }

  @Test("indices are below their bound and reach all below it")
  func indices() {
    var random = SplitMix64(seed: 11)
    var seen = [Int](repeating: 0, count: 7)
    for _ in 0..<7000 { seen[random.nextIndex(below: 7)] += 1 }
    // Seven standard deviations of a count of 7,000 draws with a chance of 1/7.
    #expect(seen.allSatisfy { abs($0 - 1000) < 205 })
    #expect(random.nextIndex(below: 1) == 0)
  }

  @Test("samples larger than what they are drawn from are a mistake of the program")
  func traps() async {
    await #expect(processExitsWith: .failure) {
      _ = ConditionalPermutations(count: 9, seed: 1)
        .tails(of: [1, 2], sampleSizes: [2, 1], sums: [1, 1])
    }
    await #expect(processExitsWith: .failure) { _ = ConditionalPermutations(count: 0, seed: 1) }
  }
}
