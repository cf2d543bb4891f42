import Testing

@testable import Statistics

@Suite("Equal shares")
struct EqualSharesTests {
  // Worked by hand. 100 in five parts: 50 is more than its 20 and a class by itself; of the other 50 each
  // of four takes 12.5, which 20 alone is nearer to than 20 + 10 + 10; of the other 30 each of three takes
  // 10, to which both tens, one run, come nearest; the fives are what is left.
  @Test("each class takes its part of what is left, equal values together")
  func parts() {
    #expect(equalShareBreaks(of: [5, 10, 50, 20, 5, 10], classes: 5) == [5, 10, 20, 50])
    // 1 to 10 make 55: 10 + 9 + 8 = 27 is nearer to its half of 27.5 than 34.
    #expect(equalShareBreaks(of: (1...10).map(Double.init), classes: 2) == [7, 10])
    // A third of 9 is 3; three of the nine ones would be, but equal values are never parted.
    #expect(equalShareBreaks(of: [Double](repeating: 1, count: 9), classes: 3) == [1])
  }

  @Test("a part that ends as near before a value as behind it ends before")
  func halfway() {
    // Of 10 each half takes 5: 4 lies as far below as 4 + 2 above.
    #expect(equalShareBreaks(of: [4, 2, 1.5, 1.5, 1], classes: 2) == [2, 4])
  }

  // The ward counts in five parts, by the same rule in NumPy: the two busiest are classes by themselves.
  @Test("skewed counts keep five classes")
  func wards() throws {
    #expect(equalShareBreaks(of: wardCounts, classes: 5) == [1471, 3307, 4290, 14570, 17146])
    let breaks = try ClassBreaks(of: wardCounts, method: .equalShares)
    let counts = Dictionary(grouping: wardCounts, by: breaks.classIndex).mapValues(\.count)
    #expect(counts == [0: 10, 1: 5, 2: 3, 3: 1, 4: 1])
  }

  @Test("zeros hold nothing and stay below all others")
  func zeros() throws {
    #expect(equalShareBreaks(of: [0, 0, 0], classes: 4) == [0])
    let breaks = try ClassBreaks(of: [0, 0, 0, 1, 1, 2, 9], method: .equalShares, classes: 2)
    #expect(breaks.separatesZero)
    #expect([0, 1, 2, 9].map(breaks.classIndex) == [0, 1, 1, 2])
  }
}
