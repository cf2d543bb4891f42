import Testing

@testable import CommandLineKit

@Suite("Text layout")
struct TextLayoutTests {
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
