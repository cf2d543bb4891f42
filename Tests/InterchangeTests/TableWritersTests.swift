import Foundation
import Tables
import TestSupport
import Testing

@testable import Interchange

@Suite("CSV and JSON tables")
struct TableWritersTests {
  private let folder = TemporaryFolder()

  private let table = FeatureTable(
    name: "t",
    columns: [
      Column("code", .text(["a,b", "say \"hi\"", "two\nlines", nil, " x "])),
      Column("n\"o,", .integers([1, -2, nil, 0, Int.max])),
      Column("value", .reals([0.1, 1.0 / 3, nil, 123_456_789.123, 1e-7])),
    ])

  @Test("CSV quotes what RFC 4180 asks for and leaves absent values empty")
  func csv() throws {
    let file = try OutputFile(path: folder.path("t.csv"))
    try CSVWriter().write(table, to: file)
    try file.commit()
    let expected = #"""
      code,"n""o,",value
      "a,b",1,0.1
      "say ""hi""",-2,0.333333333
      "two
      lines",,
      ,0,123456789
       x ,9223372036854775807,1e-7

      """#
    #expect(String(decoding: try folder.read("t.csv"), as: UTF8.self) == expected)
  }

  @Test("a carriage return is quoted too")
  func carriageReturn() {
    var buffer = ByteBuffer()
    buffer.append(csv: "a\rb")
    #expect(Array(buffer.bytes) == Array("\"a\rb\"".utf8))
  }

  @Test("JSON is an array of objects with the CSV's keys and full precision")
  func json() throws {
    let file = try OutputFile(path: folder.path("t.json"))
    try JSONTableWriter().write(table, to: file)
    try file.commit()
    let rows = try JSONSerialization.jsonObject(with: Data(try folder.read("t.json")))
    let objects = try #require(rows as? [NSDictionary])
    #expect(objects.count == 5)
    #expect(objects[1] == ["code": "say \"hi\"", "n\"o,": -2, "value": 1.0 / 3])
    #expect(objects[2] == ["code": "two\nlines", "n\"o,": NSNull(), "value": NSNull()])
    #expect(objects[4]["n\"o,"] as? Int == Int.max)
  }

  @Test("a table without rows is a header, or an empty array")
  func empty() throws {
    let empty = FeatureTable(
      name: "e", columns: [Column("a", .text([])), Column("b", .reals([]))])
    let csv = try OutputFile(path: folder.path("e.csv"))
    try CSVWriter().write(empty, to: csv)
    try csv.commit()
    #expect(try folder.read("e.csv") == Array("a,b\n".utf8))
    let json = try OutputFile(path: folder.path("e.json"))
    try JSONTableWriter().write(empty, to: json)
    try json.commit()
    let rows = try JSONSerialization.jsonObject(with: Data(try folder.read("e.json")))
    #expect((rows as? [Any])?.isEmpty == true)
  }
}
