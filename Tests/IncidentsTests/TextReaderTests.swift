import Statistics
import TestSupport
import Testing

@testable import Incidents

extension RowOracle.Row {
  /// The row, the texts of its fields left out where it is malformed.
  fileprivate var comparable: Self {
    isMalformed ? Self(fields: fields.map { _ in "" }, isMalformed: true) : self
  }
}

/// What a file says, as the reader under test gives it.
private struct ReadRows: Equatable {
  var header: [String] = []
  var rows: [RowOracle.Row] = []
  /// The line of an unclosed quote.
  var openLine: Int?
  /// How many blocks there were.
  var blocks = 0

  init(path: String, blockSize: Int) throws {
    let reader = try TextReader(path: path, blockSize: blockSize)
    header = reader.header
    let block = TextBlock(capacity: blockSize)
    var lines = reader.headerLines
    do throws(TextFault) {
      while try reader.fill(block) {
        block.index(dialect: reader.dialect)
        for row in 0..<block.rowCount where block.fieldCount(ofRow: row) > 0 {
          let fields = (0..<block.fieldCount(ofRow: row)).map {
            unsafe QuotedText.text(block.field($0, ofRow: row))
          }
          rows.append(
            RowOracle.Row(fields: fields, isMalformed: block.malformedRows.contains(row)))
        }
        lines += block.lineCount
        blocks += 1
      }
    } catch {
      guard case .row(_, let before, true) = error else { throw error }
      openLine = lines + before + 1
    }
  }
}

@Suite("Text reader")
struct TextReaderTests {
  private let folder = TemporaryFolder()

  private func read(_ text: String, blockSize: Int = 1 << 12) throws -> ReadRows {
    try read(Array(text.utf8), blockSize: blockSize)
  }

  private func read(_ bytes: [UInt8], blockSize: Int = 1 << 12) throws -> ReadRows {
    try folder.write(bytes, to: "rows.csv")
    return try ReadRows(path: folder.path("rows.csv"), blockSize: blockSize)
  }

  @Test(
    "rows of seeded bytes are those of a slow reader, wherever blocks are cut", arguments: 0..<60)
  func random(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    // Some seeds have few quotes and many rows, others little else than quotes.
    let alphabets = ["\"\",,\n\n\r\nab", "\",\nabcde1", "\"\"\"\r\n,a", "\r\n\n,,,\"x"]
    let alphabet = Array(alphabets[seed % 4].utf8)
    for length in [3, 17, 64, 130, 300] {
      let body = (0..<length).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
      let bytes = Array("p,q\n".utf8) + body
      let oracle = RowOracle(bytes)
      try folder.write(bytes, to: "rows.csv")
      for blockSize in [8, 9, 13, 31, 63, 64, 65, 127, 128, 129, 200, 4096] {
        let result = try ReadRows(path: folder.path("rows.csv"), blockSize: blockSize)
        // What a malformed row's fields are is not defined, how many they are is.
        let isEqual =
          result.openLine == oracle.openLine
          && (oracle.openLine != nil
            || result.rows.map(\.comparable) == oracle.rows.dropFirst().map(\.comparable))
        if !isEqual {
          let text = String(decoding: bytes, as: UTF8.self).debugDescription
          Issue.record("\(text) in blocks of \(blockSize): \(result), not \(oracle)")
        }
      }
    }
  }

  @Test("well-formed quotes are followed over words and blocks of every length")
  func quotedRuns() throws {
    for length in 0..<140 {
      let characters = ["x", ",", "\n", "\"\"", "y"]
      let inside = (0..<length).map { characters[$0 % 5] }.joined()
      let bytes = Array("p,q\r\n\"\(inside)\",1\r\n2,\"\(inside)\"\r\n\"\",\"\"\r\nlast,row".utf8)
      let oracle = RowOracle(bytes)
      #expect(oracle.openLine == nil && oracle.rows.count == 5)
      try folder.write(bytes, to: "rows.csv")
      for blockSize in [8, 64, 65] {
        let result = try ReadRows(path: folder.path("rows.csv"), blockSize: blockSize)
        if result.rows != Array(oracle.rows.dropFirst()) {
          Issue.record("\(length) bytes in quotes, blocks of \(blockSize): \(result)")
        }
      }
    }
  }

  @Test("line ends are LF, CRLF or CR; the last may be missing; blank lines are no rows")
  func lineEnds() throws {
    let expected = [["1", "2"], ["3", ""], ["", "4"]]
    for end in ["\n", "\r\n", "\r"] {
      for last in ["", end, end + end] {
        let text = ["a,b", "1,2", "", "3,", ",4"].joined(separator: end) + last
        for blockSize in [8, 4096] {
          let result = try read(text, blockSize: blockSize)
          #expect(result.header == ["a", "b"])
          #expect(result.rows.map(\.fields) == expected, "\(text.debugDescription)")
        }
      }
    }
  }

  @Test("line feeds in quotes do not end the rows of a file that carriage returns end")
  func feedsInReturns() throws {
    let result = try read("id,\"no\nte\"\r1,\"x\ny\"\r2,z\r")
    #expect(result.header == ["id", "no\nte"])
    #expect(result.rows.map(\.fields) == [["1", "x\ny"], ["2", "z"]])
    let first = try read("id,note\r\"1\n\",x\r2,y")
    #expect(first.rows.map(\.fields) == [["1", "x"], ["2", "y"]])
  }

  @Test(
    "line feeds between the rows of a file that begins with carriage returns are refused",
    arguments: [("x,y\r1,2\n3,4\n", 2), ("x,y\r1,2\r3,4\r\n5,6\r", 4), ("x\ry,z\n1,2\n", 2)])
  func feedsAmongReturns(text: String, line: Int) throws {
    let path = try folder.file("rows.csv", text)
    #expect(throws: IncidentError.mixedLineEnds(path: path, line: line, isReturn: false)) {
      try TextReader(path: path)
    }
  }

  @Test("blank lines before the header are passed over")
  func blankStart() throws {
    let result = try read("\r\n\n a , b \n1,2\n\"")
    #expect(result.header == ["a", "b"])
    #expect(result.rows.map(\.fields) == [["1", "2"]] || result.openLine == 5)
    #expect(result.openLine == 5)
  }

  @Test("a quote stands for itself inside a field, and is doubled inside quotes")
  func quotes() throws {
    let result = try read("a,b\n5\" pipe,x\"y\"\n\"say \"\"hi\"\"\",\"\"\"\"\n")
    #expect(result.rows.map(\.fields) == [["5\" pipe", "x\"y\""], ["say \"hi\"", "\""]])
    #expect(result.rows.allSatisfy { !$0.isMalformed })
  }

  @Test(
    "text after a closing quote makes only its own row malformed",
    arguments: ["\"x\"y,1", "\"x\" ,1", "1,\"x\"y", "\"x\"\ry,1", "\"x\"\r,1", "\"x\"\r\"y\",1"])
  func malformed(row: String) throws {
    for blockSize in [16, 64, 4096] {
      let result = try read("a,b\n1,2\n\(row)\n\"3\",4\n", blockSize: blockSize)
      #expect(result.rows.map(\.isMalformed) == [false, true, false])
    }
  }

  @Test("the line of an unclosed quote is that of its field, not of its row or block")
  func unclosed() throws {
    let text = "a,b\n1,2\n\"3\n\n\",\"4\n" + String(repeating: "5,6\n", count: 100)
    for blockSize in [8, 64, 4096] { #expect(try read(text, blockSize: blockSize).openLine == 5) }
    #expect(try read("a,b\n1,\"").openLine == 2)
    #expect(try read("a,b\r1,2\r\r\"").openLine == 4)
    #expect(throws: IncidentError.unclosedQuote(path: folder.path("rows.csv"), line: 1)) {
      try read("a,\"b\n1,2\n")
    }
  }

  @Test("a header longer than a block is told as such, also where a quote is open in it")
  func longHeader() throws {
    for text in [
      String(repeating: "name,", count: 20) + "\n1,2\n", "a,\"b" + text(90) + "\"\n1,2\n",
    ] {
      let path = try folder.file("rows.csv", text)
      #expect(throws: IncidentError.headerTooLong(path: path, line: 1, limit: 64)) {
        try TextReader(path: path, blockSize: 64)
      }
      #expect(try TextReader(path: path, blockSize: 128).header.count > 1)
    }
  }

  private func text(_ count: Int) -> String { String(repeating: "x", count: count) }

  @Test("a fault is met again by whoever reads next")
  func repeatedFault() throws {
    try folder.write("a,b\n1,2\n3,\"4\n5,6\n".utf8, to: "rows.csv")
    let reader = try TextReader(path: folder.path("rows.csv"), blockSize: 8)
    let block = TextBlock(capacity: 8)
    var faults: [Int] = []
    for _ in 0..<10 where faults.count < 3 {
      do throws(TextFault) {
        #expect(try reader.fill(block))
      } catch {
        guard case .row(let ordinal, let lines, true) = error else { throw error }
        faults.append(ordinal * 100 + lines)
      }
    }
    #expect(faults.count == 3 && Set(faults).count == 1)
  }

  @Test("a row may be 4 MiB long, and not much longer")
  func longRows() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: TextReader.longestRow - 3)
    let fits = try read(Array("a,b\n1,2\n".utf8) + long + Array(",2\n3,4\n".utf8))
    #expect(fits.rows.map { $0.fields.map(\.utf8.count) } == [[1, 1], [long.count, 1], [1, 1]])

    for (start, isQuoted) in [("1,", false), ("1,\"", true)] {
      try folder.write(Array("a,b\n1,2\n\(start)".utf8) + long + long, to: "rows.csv")
      let reader = try TextReader(path: folder.path("rows.csv"))
      let block = TextBlock(capacity: TextReader.blockSize)
      #expect(try reader.fill(block))
      do throws(TextFault) {
        _ = try reader.fill(block)
        Issue.record("the row is too long")
      } catch {
        guard case .row(let ordinal, let lines, let quoted) = error else { throw error }
        #expect(ordinal == 1 && lines == 0 && quoted == isQuoted)
      }
      #expect(block.capacity == TextReader.longestRow)
    }
  }

  @Test("seeded and truncated bytes end in rows or an error, never a trap", arguments: 0..<15)
  func garbage(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed) &+ 900)
    let sample = Array("id,Longitude,Latitude\r\n\"a\"\"b\",-0.1,51.5\r\nc,\"x\ny\",\r\n".utf8)
    for _ in 0..<12 {
      var bytes = sample
      if generator.next() & 1 == 0 {
        bytes = (0..<Int(generator.next() % 400)).map { _ in
          UInt8(truncatingIfNeeded: generator.next())
        }
      } else {
        for _ in 0..<4 {
          let place = Int(generator.next() % UInt64(bytes.count))
          bytes[place] = UInt8(truncatingIfNeeded: generator.next())
        }
        bytes.removeLast(Int(generator.next() % UInt64(bytes.count)))
      }
      do {
        let result = try read(bytes, blockSize: 64)
        #expect(result.rows.count <= bytes.count)
      } catch is IncidentError {
      }
    }
  }
}
