import Testing

@testable import Cartography

@Suite("XML text")
struct XMLTextTests {
  @Test(
    "markup is escaped and forbidden characters are replaced",
    arguments: [
      ("Bow & \"Bell\"", "Bow &amp; &quot;Bell&quot;"), ("<b>]]>", "&lt;b&gt;]]&gt;"),
      ("a\u{0}b\u{1F}c\u{85}\u{FFFE}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}"),
      ("Ynys Môn 東京 🚓", "Ynys Môn 東京 🚓"),
    ])
  func escaped(_ text: String, _ expected: String) {
    #expect(XMLText.escaped(text) == expected)
  }

  @Test("identifiers are plain and differ where codes differ")
  func identifiers() {
    #expect(XMLText.identifier("E01000001") == "E01000001")
    #expect(XMLText.identifier("A 1") == "A_20_1")
    let codes = ["A 1", "A_1", "A_20_1", "A.1", "A1", "Å1", "a 1", "A/1", "A\u{301}"]
    #expect(Set(codes.map(XMLText.identifier)).count == codes.count)
    for identifier in codes.map(XMLText.identifier) {
      #expect(identifier.utf8.allSatisfy { $0 < 128 && $0 > 32 && $0 != UInt8(ascii: "/") })
    }
  }
}
