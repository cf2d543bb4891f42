import Statistics
import Testing

@testable import Cartography

@Suite("Legend words")
struct LegendWordsTests {
  @Test("whole numbers are written without overlap, zero by itself")
  func whole() throws {
    let values: [Double] = [0, 1, 24, 25, 80, 100, 1300]
    let breaks = try ClassBreaks(
      thresholds: [25, 100, 1000], separatesZero: true, range: 1...1300)
    #expect(
      LegendWords.labels(of: breaks, values: values, isWhole: true)
        == ["0", "1 – 24", "25 – 99", "100 – 999", "1,000 – 1,300"])
  }

  @Test("a class of one number is written as that number")
  func single() throws {
    let breaks = try ClassBreaks(thresholds: [2, 3], separatesZero: true, range: 1...3)
    #expect(
      LegendWords.labels(of: breaks, values: [0, 1, 2, 3], isWhole: true) == ["0", "1", "2", "3"])
  }

  @Test("values beyond the breaks' range open the outer classes")
  func beyond() throws {
    let breaks = try ClassBreaks(thresholds: [50, 100], separatesZero: false, range: 20...130)
    #expect(
      LegendWords.labels(of: breaks, values: [30, 120], isWhole: true)
        == ["20 – 49", "50 – 99", "100 – 130"])
    #expect(
      LegendWords.labels(of: breaks, values: [30, 500], isWhole: true)
        == ["under 50", "50 – 99", "100 and over"])
  }

  @Test("real numbers say that the upper end is excluded, with equal places")
  func real() throws {
    let breaks = try ClassBreaks(
      thresholds: [0.5, 2, 1000], separatesZero: true, range: 0.1...2500)
    #expect(
      LegendWords.labels(of: breaks, values: [0, 0.1, 2500], isWhole: false)
        == [
          "0", "above 0, under 0.5", "0.5 to under 2.0", "2.0 to under 1,000.0", "1,000.0 and over",
        ])
    let plain = try ClassBreaks(thresholds: [10], separatesZero: false)
    #expect(
      LegendWords.labels(of: plain, values: [3.5], isWhole: false) == ["under 10", "10 and over"])
    #expect(
      LegendWords.labels(of: plain, values: [3], isWhole: true) == ["under 10", "10 and over"])
  }

  @Test("one class and none say so")
  func few() throws {
    #expect(
      LegendWords.labels(of: try ClassBreaks(of: [7, 7]), values: [7, 7], isWhole: true) == ["7"])
    #expect(
      LegendWords.labels(of: try ClassBreaks(of: [0, 0]), values: [0], isWhole: true)
        == ["0", "1 and over"])
    #expect(
      LegendWords.labels(of: try ClassBreaks(of: []), values: [], isWhole: false) == ["any value"])
  }
}
