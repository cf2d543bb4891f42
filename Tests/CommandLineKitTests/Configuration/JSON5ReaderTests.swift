import Foundation
import Testing

@testable import CommandLineKit

@Suite("Reading JSON5")
struct JSON5ReaderTests {
  /// The value as Foundation gives it, so that both can be compared.
  private static func plain(_ value: JSON5Value) -> NSObject {
    switch value.content {
    case .text(let text): NSString(string: text)
    case .number(let number): NSDecimalNumber(string: number)
    case .boolean(let flag): NSNumber(value: flag)
    case .null: NSNull()
    case .array(let values): NSArray(array: values.map(plain))
    case .object(let members):
      NSDictionary(
        objects: members.map { plain($0.value) }, forKeys: members.map { NSString(string: $0.name) }
      )
    }
  }

  // The oracle is Foundation's reader of the plain JSON that means the same.
  @Test(
    "means the same as the plain JSON beside it",
    arguments: [
      ("{}", "{}"), ("[]", "[]"), ("'a'", "\"a\""), ("\"it's\"", "\"it's\""),
      ("'say \"hi\"'", "\"say \\\"hi\\\"\""), ("[1, 2, 3,]", "[1,2,3]"),
      ("{a: 1, 'b': 2, \"c\": 3,}", "{\"a\":1,\"b\":2,\"c\":3}"),
      ("// one\n{ /* two */ a /* three **/ : // four\n 1 }", "{\"a\":1}"),
      ("[+1, -2.5, .5, 5., 0x1F, 1e3, 2E-2]", "[1,-2.5,0.5,5,31,1000,0.02]"),
      ("[true, false, null]", "[true,false,null]"),
      ("{$name_9: 'x', größe: 'y'}", "{\"$name_9\":\"x\",\"größe\":\"y\"}"),
      ("'one\\\n two'", "\"one two\""), ("'one\\\r\n two'", "\"one two\""),
      ("'tab\\t\\x41\\u00e9\\0'", "\"tab\\tAé\\u0000\""),
      ("'\\uD83D\\uDE00'", "\"😀\""), ("[[[['deep']]]]", "[[[[\"deep\"]]]]"),
      ("\u{FEFF}{a: 1}", "{\"a\":1}"), ("{\r\n  a: 'b',\r\n}\r\n", "{\"a\":\"b\"}"),
      ("'\\q\\'\\\\'", "\"q'\\\\\""), ("{a: {b: [{c: 'd'}]}}", "{\"a\":{\"b\":[{\"c\":\"d\"}]}}"),
    ])
  func agrees(text: String, plain: String) throws {
    let expected = try #require(
      try JSONSerialization.jsonObject(with: Data(plain.utf8), options: [.fragmentsAllowed])
        as? NSObject)
    #expect(Self.plain(try JSON5Reader.read(text)) == expected)
  }

  @Test(
    "says where and what is wrong",
    arguments: [
      ("", 1, 1, "the end of the file was found, a value is allowed"),
      ("{\n  a: 1\n  b: 2\n}", 3, 3, "'b' was found, ',' or '}' is allowed"),
      ("{ a 1 }", 1, 5, "'1' was found, ':' after the name 'a' is allowed"),
      ("{ study-area: 'x' }", 1, 3, "a name with '-' in it needs quotes"),
      ("{ from: 2016-04 }", 1, 9, "'2016-04' is not a number; dates and other text need quotes"),
      ("{ a: yes }", 1, 6, "'yes' is not a value; text needs quotes"),
      ("{ a: 'x\n' }", 1, 6, "the text that starts here has no closing quote"),
      ("{ a: 1, /* b", 1, 9, "the comment that starts here has no end"),
      ("{ a: 1 / }", 1, 8, "'/' was found; a comment starts with '//' or '/*'"),
      ("{ a: 1, a: 2 }", 1, 9, "'a' appears twice, once is allowed"),
      ("[1 2]", 1, 4, "'2' was found, ',' or ']' is allowed"),
      ("{} {}", 1, 4, "'{' was found, nothing after the last value is allowed"),
      ("[01]", 1, 2, "'01' is not a number; dates and other text need quotes"),
      ("['\\u12']", 1, 4, "this character cannot follow a backslash; '\\\\' writes one"),
      ("['\\uD800x']", 1, 4, "this character cannot follow a backslash; '\\\\' writes one"),
      ("\r\n\r\n  ?", 3, 3, "'?' was found, a value is allowed"),
    ])
  func failures(text: String, line: Int, column: Int, reason: String) {
    #expect(throws: JSON5Reader.Failure(place: .init(line: line, column: column), reason: reason)) {
      try JSON5Reader.read(text)
    }
  }

  @Test("nesting without end is refused, not crashed on")
  func deep() {
    #expect(throws: JSON5Reader.Failure.self) {
      try JSON5Reader.read(String(repeating: "[", count: 100_000))
    }
  }

  @Test("every beginning of a document is read or refused", arguments: 0..<60)
  func truncated(length: Int) {
    let text = "{ // é\n a: ['x', \"y\\u0041\", .5e-3, 0xA,], /* c */ b: { c: null, d: true }, }"
    let cut = String(text.prefix(length))
    #expect(throws: JSON5Reader.Failure.self) { try JSON5Reader.read(cut) }
  }

  @Test("keeps every digit of a whole number, and writes others as they are typed")
  func numbers() {
    let numbers = ["18446744073709551615", "+.5", "5.", "0xff", "-1e+3", "1e-3", "-0"]
    #expect(
      numbers.map(JSON5Number.decimal) == [
        "18446744073709551615", "0.5", "5", "255", "-1e3", "1e-3", "-0",
      ])
    for text in ["", "+", ".", "1.2.3", "00", "1e", "1e+-2", "0x", "0xg", "١", "Infinity", "NaN"] {
      #expect(JSON5Number.decimal(text) == nil, "\(text)")
    }
  }
}
