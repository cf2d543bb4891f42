import Testing

@testable import Statistics

@Suite("Class breaks")
struct ClassBreaksTests {
  @Test("wards are cut at round numbers between natural breaks")
  func wards() throws {
    let breaks = try ClassBreaks(of: wardCounts)
    // Natural breaks 1585 | 1811, 2735 | 3307, 4290 | 14570, 14570 | 17146.
    #expect(breaks.thresholds == [1600, 3000, 10000, 15000])
    #expect(!breaks.separatesZero)
    #expect(breaks.range == 614...17146)
    #expect(breaks.classCount == 5)
  }

  @Test("zero is the first class, by itself")
  func zero() throws {
    let breaks = try ClassBreaks(of: [0, 0, 3, 5, 40, 44, 300], classes: 3)
    #expect(breaks.separatesZero)
    #expect(breaks.thresholds == [20, 200])
    #expect([0, 3, 19, 20, 199, 200, 9999].map(breaks.classIndex) == [0, 1, 1, 2, 2, 3, 3])
    #expect(breaks.classIndex(of: -1) == 0)
    #expect(breaks.classIndex(of: 0.001) == 1)
  }

  @Test("a threshold belongs to the class above")
  func threshold() throws {
    let breaks = try ClassBreaks(thresholds: [10, 20], separatesZero: false)
    #expect([-5, 0, 9.999, 10, 19, 20, 1e9].map(breaks.classIndex) == [0, 0, 0, 1, 1, 2, 2])
  }

  @Test("below-zero values keep zero among the others")
  func negative() throws {
    let breaks = try ClassBreaks(of: [-30, -28, 0, 1, 40, 41], classes: 3)
    #expect(!breaks.separatesZero)
    #expect(breaks.classIndex(of: -29) == 0)
    #expect(breaks.classIndex(of: 0) == 1)
    #expect(breaks.classIndex(of: 40) == 2)
  }

  @Test("cut around zero no class crosses it, and zero is the lowest above")
  func aroundZero() throws {
    let breaks = try ClassBreaks(aroundZero: [-30, -28, -1, 0, 2, 40, 41, 43], classes: 4)
    #expect(breaks.thresholds.contains(0) && !breaks.separatesZero)
    #expect([-29, -1, 0, 2, 42].map(breaks.classIndex) == [0, 1, 2, 2, 3])
    #expect(breaks.range == -30...43)
    let low = try ClassBreaks(aroundZero: [-3, -2, -2], classes: 4)
    #expect(!low.thresholds.contains(0) && low.classCount == 2)
    #expect(throws: ClassBreaksError.negativeValue(-3)) {
      try ClassBreaks(aroundZero: [-3, 2], method: .geometricIntervals)
    }
  }

  @Test("rounding moves no value and leaves no class empty", arguments: 0..<60 as Range<UInt64>)
  func law(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...300, using: &random)
    let isWhole = Bool.random(using: &random)
    let values = (0..<count).map { _ in
      let value = 900 * random.nextUnit() * random.nextUnit() * random.nextUnit() - 5
      return max(0, isWhole ? value.rounded() : value)
    }
    let classes = Int.random(in: 1...8, using: &random)
    for method in ClassificationMethod.allCases {
      let breaks = try ClassBreaks(of: values, method: method, classes: classes)
      let members = Dictionary(grouping: values, by: breaks.classIndex)
      #expect(members.values.reduce(0) { $0 + $1.count } == count)
      let hasPositive = values.contains { $0 > 0 }
      if hasPositive { #expect(members.count == breaks.classCount, "\(method) has an empty class") }
      #expect(zip(breaks.thresholds, breaks.thresholds.dropFirst()).allSatisfy(<))
      if isWhole { #expect(breaks.thresholds.allSatisfy { $0 == $0.rounded() }) }
      // Two values are together exactly when the method's own bounds keep them together.
      let positive = values.filter { $0 > 0 || !breaks.separatesZero }.sorted()
      let bounds = method.upperBounds(of: positive, classes: classes).dropLast()
      for (a, b) in zip(positive, positive.dropFirst()) {
        let isParted = bounds.contains { a <= $0 && $0 < b }
        #expect((breaks.classIndex(of: a) != breaks.classIndex(of: b)) == isParted)
      }
    }
  }

  @Test("nothing but zeros, nothing at all and equal values have their classes")
  func degenerate() throws {
    let zeros = try ClassBreaks(of: [0, 0])
    #expect(zeros.separatesZero && zeros.thresholds == [] && zeros.range == nil)
    #expect(zeros.classIndex(of: 3) == 1 && zeros.classCount == 2)
    let none = try ClassBreaks(of: [])
    #expect(none.classCount == 1 && none.classIndex(of: 3) == 0)
    #expect(try ClassBreaks(of: [7, 7]).classCount == 1)
  }

  @Test("thresholds by hand are checked")
  func errors() {
    #expect(throws: ClassBreaksError.noThresholds) {
      try ClassBreaks(thresholds: [], separatesZero: false)
    }
    #expect(throws: ClassBreaksError.unorderedThresholds) {
      try ClassBreaks(thresholds: [1, 1], separatesZero: false)
    }
    #expect(throws: ClassBreaksError.unorderedThresholds) {
      try ClassBreaks(thresholds: [1, .nan], separatesZero: false)
    }
    #expect(throws: ClassBreaksError.thresholdNotAboveZero(0)) {
      try ClassBreaks(thresholds: [0, 1], separatesZero: true)
    }
    for method in [ClassificationMethod.geometricIntervals, .equalShares] {
      #expect(throws: ClassBreaksError.negativeValue(-2)) {
        try ClassBreaks(of: [-2, 4], method: method)
      }
    }
  }

  @Test(
    "errors say what was found and what is allowed",
    arguments: [
      (
        ClassBreaksError.noThresholds,
        "cannot use the class breaks: none was given, at least one is needed"
      ),
      (
        .unorderedThresholds,
        "cannot use the class breaks: they are not in increasing order, each must exceed the one before"
      ),
      (
        .thresholdNotAboveZero(0),
        "cannot use the class break '0.0': zero is a class by itself, so breaks must be above zero"
      ),
      (
        .negativeValue(-2),
        "cannot make classes of equal factors or shares: the value -2.0 is below zero, only zero and "
          + "more are allowed"
      ),
    ])
  func words(_ error: ClassBreaksError, _ text: String) {
    #expect(error.description == text)
  }
}
