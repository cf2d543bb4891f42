import Foundation
import Statistics
import Testing

@testable import Interchange

@Suite("JSON text")
struct JSONTextTests {
  private func json(_ text: String) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(json: text)
    return Array(buffer.bytes)
  }

  private func json(_ value: JSONValue) -> [UInt8] {
    var buffer = ByteBuffer()
    value.write(to: &buffer)
    return Array(buffer.bytes)
  }

  private func parsed(_ bytes: [UInt8]) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
  }

  @Test("every control character, quote and backslash is escaped, everything else kept")
  func escapes() throws {
    for value in UInt32(0)...0x17f {
      let text = "a\(try #require(Unicode.Scalar(value)))b"
      let bytes = json(text)
      #expect(try parsed(bytes) as? String == text, "U+\(String(value, radix: 16))")
      #expect(!bytes.contains { $0 < 0x20 })
    }
    #expect(json("\u{1f}\n\"\\") == Array(#""\u001f\n\"\\""#.utf8))
    let words = "St Éloi's “盗窃” 🚲 e\u{301} \u{2028}\u{7f}"
    #expect(try parsed(json(words)) as? String == words)
    #expect(json(words).count == words.utf8.count + 2)
  }

  @Test("values of every kind are read back, members in order")
  func values() throws {
    let value = JSONValue.object([
      .init("z", .integer(1)), .init("a", .array([.null, .boolean(true), .real(0.5), .text("x")])),
      .init("empty", .object([])), .init("none", .array([])), .init("nan", .real(.nan)),
      .init("counts", .sorted(["b": 2, "a": 1])), .init("absent", .optional(String?.none)),
      .init("number", .optional(2.5)),
    ])
    let bytes = json(value)
    let object = try #require(try parsed(bytes) as? NSDictionary)
    let expected: NSDictionary = [
      "z": 1, "a": [NSNull(), true, 0.5, "x"], "empty": [String: Int](), "none": [Int](),
      "nan": NSNull(), "counts": ["a": 1, "b": 2], "absent": NSNull(), "number": 2.5,
    ]
    #expect(object == expected)
    let text = String(decoding: bytes, as: UTF8.self)
    let places = ["\"z\"", "\"a\"", "\"empty\"", "\"counts\""].compactMap {
      text.range(of: $0)?.lowerBound
    }
    #expect(places.count == 4 && places == places.sorted())
  }
}
