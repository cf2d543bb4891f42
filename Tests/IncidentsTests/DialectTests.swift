import TestSupport
import Testing

@testable import Incidents

@Suite("Dialects of delimited files")
struct DialectTests {
  private func sniff(_ text: String) throws -> Dialect {
    try Dialect(sniffing: Array(text.utf8)[...], path: "x.csv")
  }

  @Test(
    "the delimiter is the one that occurs most in the header, outside quotes",
    arguments: [
      ("a,b,c\n1;2;3;4\n", ","), ("a;b;c\n", ";"), ("a\tb\n1,2\n", "\t"), ("a|b|c\n", "|"),
      ("\"x,y,z\";b;c\n", ";"), ("a;\"b\n,,,,\"\n", ";"), ("single\n1,2\n", ","), ("", ","),
      ("a,b;c\n", ","), ("a,b", ","),
    ])
  func delimiter(text: String, expected: String) throws {
    #expect(try sniff(text).delimiter == Array(expected.utf8)[0])
  }

  @Test("a byte-order mark and a spreadsheet's sep= line stand before the header")
  func preamble() throws {
    let mark = "\u{feff}"
    #expect(try sniff("\(mark)a,b\n").preamble == 3)
    let both = try sniff("\(mark)sep=;\r\na,b;c\r\n")
    #expect(both.preamble == 3 + 7 && both.preambleLines == 1)
    #expect(both.delimiter == UInt8(ascii: ";"))
    let tab = try sniff("sep=\t\na,b\tc\n")
    #expect(tab.preamble == 6 && tab.delimiter == UInt8(ascii: "\t"))
    // A column of that name is not a preamble.
    #expect(try sniff("sep=x,b\n1,2\n").preamble == 0)
    #expect(try sniff("sep=,b,c\n1,2,3\n").preamble == 0)
  }

  @Test("carriage returns end rows only where no line feed follows the first")
  func newline() throws {
    #expect(try sniff("a,b\r1,2\r").newline == UInt8(ascii: "\r"))
    #expect(try sniff("a,b\r\n1,2\r\n").newline == UInt8(ascii: "\n"))
    #expect(try sniff("a,b").newline == UInt8(ascii: "\n"))
    #expect(try sniff("a,\"b\nc\"\r1,2\r").newline == UInt8(ascii: "\r"))
    #expect(try sniff("a,\"b\rc\"\n1,2\n").newline == UInt8(ascii: "\n"))
    #expect(try sniff("a,b\r\r\n1,2\r\r\n").newline == UInt8(ascii: "\n"))
    // A quote that is none hides the line ends.
    #expect(try sniff("6\" pipe,b\r\n1,2\r\n").newline == UInt8(ascii: "\n"))
    #expect(try sniff("6\" pipe,b\r1,2\r").newline == UInt8(ascii: "\r"))
  }

  @Test(
    "other kinds of file are refused by name",
    arguments: [
      (Array("SQLite format 3\0".utf8), "a GeoPackage or SQLite database"),
      ([0x50, 0x4b, 3, 4, 20, 0], "an Excel workbook or ZIP archive that is no file of its own"),
      ([0xd0, 0xcf, 0x11, 0xe0, 0xa1], "an old Excel workbook, or one with a password"),
      (Array("%PDF-1.7".utf8), "a PDF document"),
      ([0, 0, 0x27, 0x0a, 0, 0], "a Shapefile"),
      (Array("{\"type\":\"FeatureCollection\"}".utf8), "JSON"),
      ([0xef, 0xbb, 0xbf] + Array("[1]".utf8), "JSON"),
      (Array("<html>".utf8), "XML or HTML"),
      (Array("a,b\n1,\u{0}\n".utf8), "binary data"),
    ])
  func foreign(bytes: [UInt8], kind: String) {
    #expect(throws: IncidentError.notDelimitedText(path: "x.csv", kind: kind)) {
      try Dialect(sniffing: bytes[...], path: "x.csv")
    }
  }
}
