import Testing

@testable import Tasking

@Suite("Counts in words")
struct CountWordsTests {
  @Test("small counts are words, others figures with separators")
  func counts() {
    #expect([0, 3, 10, 11, 1200].map(CountWords.lower) == ["no", "three", "ten", "11", "1,200"])
    #expect(CountWords.upper(2) == "Two")
  }

  @Test("a list ends with and")
  func lists() {
    #expect(CountWords.list([]) == "")
    #expect(CountWords.list(["a"]) == "a")
    #expect(CountWords.list(["a", "b"]) == "a and b")
    #expect(CountWords.list(["a", "b", "c"]) == "a, b and c")
  }
}
