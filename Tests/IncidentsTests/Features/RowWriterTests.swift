import Statistics
import TestSupport
import Testing

@testable import Incidents

@Suite("Features put into a block")
struct RowWriterTests {
  /// Returns a field as RFC 4180 has it, control characters in quotes too and NUL left out.
  private func quoted(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 < 32 || $0 == 44 || $0 == 34 }) else { return bytes }
    return [34] + bytes.flatMap { $0 == 0 ? [] : $0 == 34 ? [34, 34] : [$0] } + [34]
  }

  private func bytes(_ block: TextBlock, _ column: Int, _ row: Int) -> [UInt8] {
    unsafe Array(block.field(column, ofRow: row))
  }

  @Test("every byte at every place of a field comes out as text would have it")
  func fields() throws {
    let block = TextBlock(capacity: 64)
    var writer = RowWriter(block)
    var expected: [[UInt8]] = []
    for length in 1...18 {
      for place in 0..<length {
        for byte in UInt8.min...UInt8.max {
          var field = Array("abcdefghijklmnopqr".utf8.prefix(length))
          field[place] = byte
          // Bytes that are no UTF-8 become the replacement character.
          expected.append(quoted(String(decoding: field, as: UTF8.self)))
          writer.begin(.none, asText: false)
          writer.append(field.span)
          writer.endField()
          writer.endField()
          writer.endRow()
        }
      }
    }
    try writer.finish()
    #expect(block.rowCount == expected.count)
    for (row, field) in expected.enumerated() {
      #expect(block.fieldCount(ofRow: row) == 4)
      #expect(bytes(block, 2, row) == field && bytes(block, 3, row).isEmpty)
    }
  }

  @Test("places are numbers, and text where that is wanted")
  func places() throws {
    let places: [(FeaturePosition, Double, Double, String, String)] = [
      (.point(x: -0.1, y: 51.5), -0.1, 51.5, "-0.1", "51.5"),
      (.point(x: 1e-5, y: 1e22), 1e-5, 1e22, "1e-05", "1e+22"),
      (.none, .nan, .nan, "", ""),
      (.noPoint, .infinity, .infinity, "geometry", ""),
      (.point(x: 3, y: -.infinity), .infinity, .infinity, "3.0", "-inf"),
    ]
    let block = TextBlock(capacity: 8)
    for asText in [true, false] {
      var writer = RowWriter(block)
      for (place, _, _, _, _) in places {
        writer.begin(place, asText: asText)
        writer.endRow()
      }
      try writer.finish()
      for (row, (_, x, y, first, second)) in places.enumerated() {
        #expect(block.x[row].bitPattern == x.bitPattern)
        #expect(block.y[row].bitPattern == y.bitPattern)
        #expect(bytes(block, 0, row) == Array((asText ? first : "").utf8))
        #expect(bytes(block, 1, row) == Array((asText ? second : "").utf8))
      }
    }
  }

  @Test("a row that is too long is told by its number")
  func longRow() throws {
    let block = TextBlock(capacity: 64)
    var writer = RowWriter(block)
    for length in [10, TextReader.longestRow - 3, TextReader.longestRow] {
      writer.begin(.none, asText: false)
      writer.append([UInt8](repeating: 65, count: length).span)
      writer.endField()
      writer.endRow()
    }
    #expect(writer.isFull)
    let fault = #expect(throws: TextFault.self) { try writer.finish() }
    guard case .row(_, lines: 2, isQuoted: false) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
  }
}
