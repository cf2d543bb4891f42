import Testing

@testable import Cartography

@Suite("Money in words")
struct MoneyWordsTests {
  @Test(
    "pounds are exact in tables and rounded in sentences",
    arguments: [
      (0, "£0", "£0"), (438_643, "£438,643", "£438,643"), (999_999, "£999,999", "£999,999"),
      (1_000_000, "£1,000,000", "£1.0 million"), (370_676_658, "£370,676,658", "£370.7 million"),
      (999_949_999, "£999,949,999", "£999.9 million"),
      (999_950_000, "£999,950,000", "£1.0 billion"),
      (-82_979_562, "−£82,979,562", "−£83.0 million"),
    ])
  func words(pounds: Int, exact: String, rounded: String) {
    #expect(MoneyWords.exact(pounds) == exact)
    #expect(MoneyWords.rounded(pounds) == rounded)
  }
}
