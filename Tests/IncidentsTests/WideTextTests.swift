import Archives
import Statistics
import TestSupport
import Testing

@testable import Incidents

extension String {
  /// The text in UTF-16, the units of the standard library in either order of bytes.
  func wide(_ order: WideText.Order, marked: Bool) -> [UInt8] {
    let units = (marked ? [0xFEFF] : []) + Array(utf16)
    return units.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return order == .little ? bytes : bytes.reversed()
    }
  }
}

@Suite("Text in UTF-16")
struct WideTextTests {
  private let folder = TemporaryFolder()

  @Test("any text becomes the same in UTF-8, however it is cut", arguments: 0..<20)
  func characters(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let letters: [Character] = ["a", ",", "\n", "é", "’", "ẅ", "中", "😀", "𐍈", "\u{ffff}"]
    let text = String((0..<200).map { _ in letters[Int(generator.next() % 10)] })
    for order in [WideText.Order.little, .big] {
      var wide = WideText(order)
      var narrow: [UInt8] = []
      var rest = text.wide(order, marked: false)[...]
      while !rest.isEmpty {
        let count = min(rest.count, 1 + Int(generator.next() % 7))
        wide.append(Array(rest.prefix(count)), to: &narrow)
        rest = rest.dropFirst(count)
      }
      #expect(String(decoding: narrow, as: UTF8.self) == text)
      #expect(!wide.isCut)
    }
  }

  @Test("halves of pairs become the replacement character, and what is cut is known")
  func halves() {
    var wide = WideText(.big)
    var text: [UInt8] = []
    wide.append([0xD8, 0x3D, 0x00, 0x41, 0xDE, 0x00, 0x00, 0x42], to: &text)
    #expect(String(decoding: text, as: UTF8.self) == "\u{fffd}A\u{fffd}B")
    #expect(!wide.isCut)
    wide.append([0xD8, 0x3D], to: &text)
    #expect(wide.isCut)
    var odd = WideText(.little)
    odd.append([0x41], to: &text)
    #expect(odd.isCut)
  }

  @Test("the order is told by the mark, or by the side on which the zeros are")
  func order() {
    for order in [WideText.Order.little, .big] {
      #expect(WideText.finding(in: "id,x".wide(order, marked: true)) == .utf16(order, mark: 2))
      #expect(
        WideText.finding(in: "Café;id,x\n".wide(order, marked: false)) == .utf16(order, mark: 0))
    }
    #expect(WideText.finding(in: [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]) == .utf32)
    #expect(WideText.finding(in: [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61]) == .utf32)
    for other in ["a,b\n1,2\n", "", "a", "\u{feff}a,b", "a\0b,c"] {
      #expect(WideText.finding(in: Array(other.utf8)) == nil)
    }
    #expect(WideText.finding(in: [0, 0, 0x27, 0x0A, 0, 0]) == nil)
  }

  @Test("rows in UTF-16 are those of the same text in UTF-8, as a file, compressed, in an archive")
  func rows() throws {
    var text = "id,Café,Longitude,Latitude\r\n"
    for row in 0..<40_000 { text += "\(row),Crëuddyn 😀 \(row % 7),-0.1,51.5\r\n" }
    func rows(_ path: String) throws -> [String] {
      let reader = try TextReader(path: path)
      let block = TextBlock(capacity: TextReader.blockSize)
      var rows = [reader.header.joined(separator: "|")]
      while try reader.fill(block) {
        block.index(dialect: reader.dialect)
        for row in 0..<block.rowCount {
          rows.append(
            (0..<block.fieldCount(ofRow: row)).map {
              unsafe QuotedText.text(block.field($0, ofRow: row))
            }.joined(separator: "|"))
        }
      }
      return rows
    }
    let expected = try rows(folder.file("a.csv", text))
    #expect(expected.count == 40_001)
    for order in [WideText.Order.little, .big] {
      for marked in [true, false] {
        let bytes = text.wide(order, marked: marked)
        try folder.write(bytes, to: "b.csv")
        try folder.write(GzipFile.member(bytes), to: "c.csv.gz")
        try folder.write(RawArchive([.init("in/d.csv", bytes)]).bytes, to: "d.zip")
        for name in ["b.csv", "c.csv.gz", "d.zip"] {
          #expect(try rows(folder.path(name)) == expected, "\(name) \(order) \(marked)")
        }
      }
    }
  }

  @Test("text in UTF-16 that ends within a character, and UTF-32, are refused")
  func refused() throws {
    let text = "id,Longitude,Latitude\n1,-0.1,51.5\n".wide(.little, marked: true)
    try folder.write(text.dropLast(), to: "cut.csv")
    #expect(throws: IncidentError.cutCharacter(path: folder.path("cut.csv"))) {
      try TextReader(path: folder.path("cut.csv"))
    }
    try folder.write([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], to: "u32.csv")
    #expect(throws: IncidentError.wideCharacters(path: folder.path("u32.csv"))) {
      try TextReader(path: folder.path("u32.csv"))
    }
  }

  @Test("the encoding of a file is said as far as its beginning tells")
  func names() throws {
    let text = "id,Longitude,Latitude,Place\n1,-0.1,51.5,Café\n"
    func encoding(_ bytes: [UInt8]) throws -> String {
      try folder.write(bytes, to: "e.csv")
      return try IncidentSource(path: folder.path("e.csv")).encoding
    }
    #expect(try encoding(Array(text.utf8)) == "UTF-8")
    #expect(try encoding([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == "UTF-8")
    #expect(try encoding(text.wide(.big, marked: false)) == "UTF-16BE")
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    #expect(try encoding(latin) == "Windows-1252")
  }
}
