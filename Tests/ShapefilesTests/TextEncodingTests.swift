@testable import Shapefiles
import TestSupport
import Testing

@Suite("Encodings of attribute tables")
struct TextEncodingTests {
  let folder = TemporaryFolder()

  @Test(
    "a .cpg is understood in the spellings in use",
    arguments: [
      ("UTF-8", .utf8), ("utf8", .utf8), ("65001", .utf8), ("CP65001", .utf8), ("UTF-8\n", .utf8),
      ("1252", .windows1252), ("ANSI 1252", .windows1252), ("CP1252", .windows1252),
      ("windows-1252", .windows1252), ("WINDOWS-1252", .windows1252),
      ("ISO-8859-1", .latin1), ("ISO 88591", .latin1), ("88591", .latin1), ("8859-1", .latin1),
      ("ISO_8859-1", .latin1), ("Latin1", .latin1), ("latin-1", .latin1), ("28591", .latin1),
      ("ISO-8859-15", .latin9), ("885915", .latin9), ("OEM 437", .dosLatinUS), ("437", .dosLatinUS),
      ("850", .dosLatin1), ("IBM850", .dosLatin1), ("Big5", nil), ("", nil), ("12520", nil),
    ] as [(String, TextEncoding?)])
  func codePages(text: String, encoding: TextEncoding?) {
    #expect(TextEncoding(codePage: text) == encoding)
  }

  /// By Python 3: `bytes(range(128, 256)).decode(name, "replace")`, some characters of each.
  @Test(
    "bytes become the characters that Python gives",
    arguments: [
      (.windows1252, [0x80, 0x92, 0x9F, 0xA0, 0xE9, 0xFF], "€’Ÿ\u{A0}éÿ"),
      (.latin1, [0xC9, 0xE9, 0xF4, 0x92], "Ééô’"),
      (.latin9, [0xA4, 0xA6, 0xBC, 0xBE, 0xE9], "€ŠŒŸé"),
      (.dosLatinUS, [0x80, 0x82, 0x9C, 0xE1, 0xFE], "Çé£ß■"),
      (.dosLatin1, [0x82, 0x9B, 0x9C, 0xE1, 0xD5], "éø£ßı"),
      (.utf8, [0xC3, 0xA9, 0xE2, 0x80, 0x99, 0xF0, 0x9F, 0x8F, 0xB4], "é’🏴"),
    ] as [(TextEncoding, [UInt8], String)])
  func decoding(encoding: TextEncoding, bytes: [UInt8], text: String) {
    #expect(encoding.decode(bytes[...]) == text)
  }

  @Test(
    "each table of one byte a character has 128 characters, none twice",
    arguments: [
      CodePages.windows1252, CodePages.latin9, CodePages.dosLatinUS, CodePages.dosLatin1,
    ])
  func tables(table: [Unicode.Scalar]) {
    #expect(table.count == 128)
    #expect(Set(table).count == 128)
  }

  private func read(
    _ name: [UInt8], codePage: String?, driver: UInt8, width: Int = 20
  ) throws -> Shapefile {
    var raw = RawShapefile.squares(1)
    raw.fields[1] = .init("NAME", width: width)
    raw.rows[0][1] = name
    raw.codePage = codePage
    raw.languageDriver = driver
    try raw.write(to: folder)
    return try Shapefile(reading: folder.path("areas"))
  }

  static let utf8 = Array("Ynys Môn’s".utf8)
  static let ansi: [UInt8] = Array("Ynys M".utf8) + [0xF4, 0x6E, 0x92, 0x73]

  @Test(
    "the .cpg is asked first, then the language driver, then the text",
    arguments: [
      (utf8, "UTF-8", 0x57, .utf8, .codePageFile),
      (ansi, "ISO-8859-1", 0, .latin1, .codePageFile),
      (ansi, "1252", 0, .windows1252, .codePageFile),
      (ansi, nil, 0x57, .windows1252, .languageDriver),
      (ansi, nil, 0x03, .windows1252, .languageDriver),
      (utf8, nil, 0, .utf8, .content),
      (ansi, nil, 0, .windows1252, .content),
    ] as [([UInt8], String?, UInt8, TextEncoding, EncodingChoice.Source)])
  func choice(
    name: [UInt8], codePage: String?, driver: UInt8, encoding: TextEncoding,
    source: EncodingChoice.Source
  ) throws {
    let file = try read(name, codePage: codePage, driver: driver)
    #expect(file.encoding.encoding == encoding)
    #expect(file.encoding.source == source)
    #expect(try file.attributes.column(1)[0] == "Ynys Môn’s")
    #expect(file.warnings.isEmpty)
  }

  @Test("code pages of MS-DOS are read by their language drivers")
  func dos() throws {
    let name: [UInt8] = Array("C".utf8) + [0x93, 0x74, 0x82]
    for driver: UInt8 in [0x01, 0x02] {
      #expect(try read(name, codePage: nil, driver: driver).attributes.column(1)[0] == "Côté")
    }
  }

  @Test("an encoding that is unknown or that the text contradicts is named")
  func warnings() throws {
    let unknown = try read(Self.ansi, codePage: "Big5", driver: 0)
    #expect(unknown.warnings == [.unknownCodePage("Big5", used: .windows1252)])
    let driver = try read(Self.utf8, codePage: nil, driver: 0xC9)
    #expect(driver.warnings == [.unknownLanguageDriver(0xC9, used: .utf8)])
    let wrong = try read(Self.ansi, codePage: "UTF-8", driver: 0)
    #expect(wrong.warnings == [.wrongEncoding(named: .utf8, used: .windows1252)])
    for file in [unknown, driver, wrong] {
      #expect(try file.attributes.column(1)[0] == "Ynys Môn’s")
    }
  }

  @Test(
    "text that is plainly UTF-8 is read so, whatever the files name",
    arguments: [("1252", 0), (nil, 0x57), (nil, 0x03), ("ISO-8859-1", 0x57), (nil, 0x02)]
      as [(String?, UInt8)])
  func lies(codePage: String?, driver: UInt8) throws {
    let file = try read(Array("Crëuddyn Café".utf8), codePage: codePage, driver: driver, width: 20)
    #expect(try file.attributes.column(1)[0] == "Crëuddyn Café")
    #expect(file.encoding.encoding == .utf8 && file.encoding.source == .content)
    #expect(file.warnings.count == 1)
    // Half a character of UTF-8 at the end of a text in another encoding proves nothing.
    let cut = try read(Array("IRM".utf8) + [0xC3], codePage: "1252", driver: 0)
    #expect(try cut.attributes.column(1)[0] == "IRMÃ" && cut.warnings.isEmpty)
  }

  @Test("a character cut in two by the field's width is left out")
  func cutCharacter() throws {
    let whole = Array("Môn’".utf8)
    for width in 4...6 {
      let file = try read(Array(whole[..<width]), codePage: "UTF-8", driver: 0, width: width)
      #expect(try file.attributes.column(1)[0] == "Môn")
      #expect(file.encoding.encoding == .utf8)
    }
  }
}
