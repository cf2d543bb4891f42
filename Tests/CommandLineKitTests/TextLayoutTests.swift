import Testing

@testable import CommandLineKit

@Suite("Text layout")
struct TextLayoutTests {
  @Test("lines break at spaces, keep the breaks they have, and let long words stick out")
  func wrap() {
    #expect(TextLayout.wrap("aa bb cc", width: 5) == ["aa bb", "cc"])
    #expect(TextLayout.wrap("aaaaaaaa b", width: 5) == ["aaaaaaaa", "b"])
    #expect(TextLayout.wrap("a\n\nb", width: 5) == ["a", "", "b"])
    #expect(TextLayout.wrap("", width: 5) == [""])
  }

  @Test("a long label has a line of its own")
  func longLabel() {
    let indent = String(repeating: " ", count: 28)
    #expect(
      TextLayout.entry("--a-name-of-many-letters X", "text", width: 80)
        == ["  --a-name-of-many-letters X", indent + "text"])
    #expect(TextLayout.entry("--short", "text", width: 80) == ["  --short                   text"])
  }

  @Test("a command line breaks before options only")
  func commandLine() {
    #expect(
      TextLayout.commandLine("tool go --first 1 --second 2 3", width: 22)
        == ["  tool go --first 1 \\", "      --second 2 3"])
    #expect(TextLayout.commandLine("tool", width: 22) == ["  tool"])
  }
}
