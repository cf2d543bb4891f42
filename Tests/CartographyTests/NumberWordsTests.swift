import Testing

@testable import Cartography

@Suite("Numbers in words")
struct NumberWordsTests {
  @Test(
    "whole numbers have thousands separators",
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (66502, "66,502"),
      (1_234_567, "1,234,567"), (-1234, "−1,234"), (-999, "−999"),
      (Int.min, "−9,223,372,036,854,775,808"),
    ])
  func grouped(_ number: Int, _ text: String) {
    #expect(NumberWords.grouped(number) == text)
  }

  @Test(
    "real numbers are rounded to places",
    arguments: [
      (0.0, 0, "0"), (1234.5, 0, "1,235"), (1234.5, 1, "1,234.5"), (0.05, 2, "0.05"),
      (0.004, 2, "0.00"), (-0.004, 2, "0.00"), (-1.25, 1, "−1.3"), (2.5, 0, "3"),
      (1e18, 3, "1e+18"), (99.999, 2, "100.00"),
    ] as [(Double, Int, String)])
  func decimal(_ number: Double, _ places: Int, _ text: String) {
    #expect(NumberWords.decimal(number, places: places) == text)
  }

  @Test(
    "shares are percentages, and a little is not none",
    arguments: [(0, "0.0%"), (0.267, "26.7%"), (1, "100.0%"), (0.0004, "<0.1%")])
  func percent(_ share: Double, _ text: String) {
    #expect(NumberWords.percent(share) == text)
  }

  @Test(
    "a number needs as many places as it has",
    arguments: [(5, 0), (2.5, 1), (0.25, 2), (0.3, 1), (1e6, 0), (1.0 / 3, 6)] as [(Double, Int)])
  func places(_ number: Double, _ places: Int) {
    #expect(NumberWords.places(of: number) == places)
  }
}
