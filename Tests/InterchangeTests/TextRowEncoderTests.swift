import Foundation
import Statistics
import Tables
import TestSupport
import Testing

@testable import Interchange

@Suite("Rows as text")
struct TextRowEncoderTests {
  private func batch(_ rows: [[String]], x: [Double] = [], y: [Double] = []) -> RowBatch {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for field in rows.joined() {
      bytes.append(contentsOf: field.utf8)
      ends.append(bytes.count)
    }
    return RowBatch(
      columnCount: rows.first?.count ?? 0, rowCount: rows.count, bytes: bytes, ends: ends, x: x,
      y: y)
  }

  private let columns = [
    RowColumn("id", .text), RowColumn("note \"x\"", .attribute), RowColumn("expected", .number),
  ]

  private func written(
    _ encoder: TextRowEncoder, _ batches: [RowBatch]
  ) throws -> String {
    let folder = TemporaryFolder()
    let file = try TextRowFile(path: folder.path("a"), encoder: encoder)
    try file.begin()
    for batch in batches { try file.write(file.encoder.encode(batch)) }
    try file.finish([.init("reconciliation", .object([.init("read", .integer(3))]))])
    return String(decoding: try folder.read("a"), as: UTF8.self)
  }

  @Test("a collection has its features, its members and nothing else")
  func collection() throws {
    let encoder = TextRowEncoder(.geojson, columns: columns, decimals: 3)
    let text = try written(
      encoder,
      [
        batch([]),
        batch(
          [["7", "12.5", "0.25"], ["a\"\\\n\u{1}é", "x", ""]], x: [-0.12345, .nan],
          y: [51.5, .nan]),
        batch([]), batch([["", "", "1"]], x: [1], y: [2]),
      ])
    #expect(
      text == #"""
        {"type":"FeatureCollection","name":"incidents","features":[
        {"type":"Feature","properties":{"id":"7","note \"x\"":12.5,"expected":0.25},"geometry":{"type":"Point","coordinates":[-0.123,51.5]}},
        {"type":"Feature","properties":{"id":"a\"\\\n\u0001é","note \"x\"":"x","expected":null},"geometry":null},
        {"type":"Feature","properties":{"id":null,"note \"x\"":null,"expected":1},"geometry":{"type":"Point","coordinates":[1,2]}}
        ],
        "reconciliation":{
          "read": 3
        }}

        """#)
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect((json?["features"] as? [Any])?.count == 3)
  }

  @Test("without rows there is an empty collection, nothing, or a header")
  func empty() throws {
    let collection = try written(
      TextRowEncoder(.geojson, columns: columns, namedCRS: "urn:x"), [batch([])])
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(collection.utf8)) as? [String: Any])
    #expect((json["features"] as? [Any])?.isEmpty == true)
    #expect(
      ((json["crs"] as? [String: Any])?["properties"] as? [String: Any])?["name"] as? String
        == "urn:x")
    #expect(try written(TextRowEncoder(.newlineDelimited, columns: columns), [batch([])]) == "")
    #expect(
      try written(TextRowEncoder(.csv, columns: columns, coordinateNames: ["x", "y"]), [])
        == "id,\"note \"\"x\"\"\",expected,x,y\n")
  }

  @Test("newline-delimited features stand one on each line")
  func lines() throws {
    let text = try written(
      TextRowEncoder(.newlineDelimited, columns: [RowColumn("id", .text)]),
      [batch([["1"], ["2"]]), batch([["3\n"]], x: [1], y: [1])])
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3 && text.hasSuffix("}\n"))
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
  }

  @Test("CSV quotes what needs it, and has converted coordinates last")
  func csv() throws {
    let text = try written(
      TextRowEncoder(
        .csv, columns: columns, decimals: 2, coordinateNames: ["easting", "northing"]),
      [
        batch(
          [["a,b", "say \"x\"", ""], ["c\nd", " e ", "1"]], x: [530_000.126, .nan], y: [1, .nan])
      ])
    #expect(
      text == """
        id,"note ""x""\",expected,easting,northing
        "a,b","say ""x""\",,530000.13,1
        "c
        d", e ,1,,

        """)
  }

  /// Fields that are exactly a number as JSON has it, and fields that are not.
  static let numbers = [
    "0", "7", "-7", "12.5", "0.0", "-0.5", "123456789012345", "12.50", "99999999999999.9",
  ]
  static let texts = [
    "", "-", "-0", "-0.0", "007", "+7", "1e5", "1E5", ".5", "5.", "1.2.3", " 7", "7 ", "1,000",
    "1234567890123456", "0x10", "NaN", "-.5", "--1", "1-2", "2017-03", "٣",
  ]

  @Test("a field is a number only where nothing of it is lost")
  func isNumber() {
    for text in Self.numbers {
      #expect(TextRowEncoder.isNumber(Array(text.utf8)[...]), "\(text)")
    }
    for text in Self.texts {
      #expect(!TextRowEncoder.isNumber(Array(text.utf8)[...]), "\(text)")
    }
  }

  @Test("whatever the fields hold, JSON readers read them back", arguments: 0..<20)
  func survives(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let alphabet = Array("ab\"\\\n\r\t\u{0}\u{1f}é🙂,0.-7")
    let rows = (0..<20).map { _ in
      [String((0..<(generator.next() % 12)).map { _ in alphabet[Int(generator.next() % 16)] })]
    }
    let text = try written(
      TextRowEncoder(.newlineDelimited, columns: [RowColumn("a", .attribute)]), [batch(rows)])
    let lines = text.split(separator: "\n")
    #expect(lines.count == rows.count)
    for (row, line) in zip(rows, lines) {
      let feature = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let value = (feature?["properties"] as? [String: Any])?["a"]
      switch value {
      case let text as String: #expect(text == row[0])
      case let number as Double: #expect(Double(row[0]) == number)
      default: #expect(row[0].isEmpty)
      }
    }
  }
}
