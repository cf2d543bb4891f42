import Testing

@testable import Incidents

@Suite("Field keys")
struct FieldKeyTests {
  private func key(_ text: String) -> FieldKey { FieldKey(of: Array(text.utf8).span) }

  @Test("blank fields have a key of their own, and blanks on both sides do not count")
  func blanks() {
    for text in ["", " ", "\t "] { #expect(key(text).isBlank && key(text) == .blank) }
    #expect(!key("0").isBlank && !key("\0").isBlank)
    #expect(key(" a1 ") == key("a1") && key("a 1") != key("a1") && key("A1") != key("a1"))
  }

  @Test("both halves tell texts of every length and every byte in them apart")
  func halves() {
    var texts = Set<String>()
    for number in 0..<20_000 { texts.insert(String(number, radix: 7)) }
    for length in 1...70 {
      let zeros = Array(repeating: "0", count: length)
      texts.insert(zeros.joined())
      for place in zeros.indices {
        var other = zeros
        other[place] = "1"
        texts.insert(other.joined())
      }
    }
    let keys = texts.map { key($0) }
    #expect(Set(keys.map(\.high)).count == texts.count)
    #expect(Set(keys.map(\.low)).count == texts.count)
    // The lowest bit is left for the register.
    #expect(keys.allSatisfy { $0.low & 1 == 0 && $0.high != 0 })
  }

  @Test("exchanged parts of eight and sixteen bytes make another key")
  func exchanged() {
    let (a, b) = ("abcdefgh", "ijklmnop")
    let (c, d) = ("qrstuvwx", "yz012345")
    let orders = [[a, b, c, d], [b, a, c, d], [c, d, a, b], [a, c, b, d], [d, c, b, a]]
    #expect(Set(orders.map { key($0.joined()).high }).count == orders.count)
    #expect(Set(orders.map { key($0.joined()).low }).count == orders.count)
  }
}
