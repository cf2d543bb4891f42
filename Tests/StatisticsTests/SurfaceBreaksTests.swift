import Statistics
import Testing

@Suite struct SurfaceBreaksTests {
  @Test("equal bands are equal, to what is printed; cells at zero are left out and counted")
  func equal() {
    // From 2 to 1000 in five: 199.6 each.
    let values = [0, 0, 0] + (1...500).map { 2 * Double($0) }
    let found = SurfaceBreaks(of: values, method: .equalIntervals, classes: 5)
    #expect(found.breaks == [202, 401, 601, 800])
    #expect(found.zeros == 3)
    #expect(found.places.count == 0 && found.places.unit == 1)
    let small = SurfaceBreaks(of: values.map { $0 / 1e4 }, method: .equalIntervals, classes: 5)
    #expect(small.breaks == [0.0202, 0.0401, 0.0601, 0.08])
    #expect(small.places.count == 4)
  }

  @Test("quantiles part the cells above zero alone")
  func quantiles() {
    let values = [Double](repeating: 0, count: 900) + (1...100).map { Double($0) }
    let found = SurfaceBreaks(of: values, method: .quantiles, classes: 4)
    // R's quantile(1:100, c(.25, .5, .75)): 25.75, 50.5, 75.25.
    #expect(found.breaks == [25.8, 50.5, 75.3])
    #expect(found.zeros == 900)
  }

  @Test("breaks that lie close keep the digits that part them")
  func close() {
    let found = SurfaceBreaks(
      of: [1000.01, 1000.02, 1000.03, 1000.04], method: .equalIntervals, classes: 3)
    #expect(found.breaks == [1000.02, 1000.03])
    #expect(found.places.count == 2)
  }

  @Test("a surface of zeros, or of one value, is one band", arguments: [[], [0, 0], [5, 0, 5]])
  func one(values: [Double]) {
    for method in ClassificationMethod.allCases {
      #expect(SurfaceBreaks(of: values, method: method, classes: 5).breaks.isEmpty)
    }
  }
}
