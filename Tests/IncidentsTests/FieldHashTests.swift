import Statistics
import Testing

@testable import Incidents

@Suite("Field hashes")
struct FieldHashTests {
  @Test("blank fields are one number, and no other field has it")
  func blanks() {
    for text in ["", " ", "\t  "] { #expect(FieldHash.number(of: text) == FieldHash.blank) }
    for text in ["0", "a", "\0"] { #expect(FieldHash.number(of: text) != FieldHash.blank) }
  }

  @Test("blanks on both sides do not count, blanks within do")
  func sides() {
    #expect(FieldHash.number(of: " E01000001 ") == FieldHash.number(of: "E01000001"))
    #expect(FieldHash.number(of: "E0100 0001") != FieldHash.number(of: "E01000001"))
  }

  @Test("different texts of every length have different numbers")
  func different() {
    var texts = Set<String>()
    for number in 0..<20_000 { texts.insert(String(number, radix: 7)) }
    for length in 1...40 {
      texts.insert(String(repeating: "0", count: length))
      texts.insert(String(repeating: "0", count: length) + "1")
      texts.insert("1" + String(repeating: "0", count: length))
    }
    #expect(Set(texts.map { FieldHash.number(of: $0) }).count == texts.count)
  }

  @Test("places are told apart by their last bits, and zero has no sign")
  func places() {
    #expect(FieldHash.number(x: 0, y: 1) == FieldHash.number(x: -0.0, y: 1))
    #expect(FieldHash.number(x: 1, y: 2) != FieldHash.number(x: 2, y: 1))
    #expect(FieldHash.number(x: 0.1, y: 2) != FieldHash.number(x: (0.1).nextUp, y: 2))
    var numbers = Set<UInt64>()
    var random = SplitMix64(seed: 1)
    for _ in 0..<20_000 {
      let x = Double.random(in: -0.2 ... -0.1, using: &random)
      numbers.insert(FieldHash.number(x: x, y: 51.5))
    }
    #expect(numbers.count == 20_000)
  }
}
