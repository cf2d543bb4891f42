import Statistics
import Testing

@testable import Incidents

@Suite("Reading a date in words of eight bytes")
struct DateColumnReaderWordsTests {
  func readWords(_ bytes: [UInt8], _ reader: DateColumnReader) -> ParsedTime? {
    reader.readWords(bytes.span)
  }
  func readSteps(_ bytes: [UInt8], _ reader: DateColumnReader) -> ParsedTime {
    reader.readSteps(bytes.span)
  }
  func read(_ bytes: [UInt8], _ reader: DateColumnReader = DateColumnReader()) -> ParsedTime {
    reader.parse(bytes.span)
  }
  func readTime(_ bytes: [UInt8]) -> ParsedTime {
    let date = Array("2019-01-04".utf8)
    return DateColumnReader().parse(date: date.span, time: bytes.span)
  }

  @Test("words give what steps give, or nothing, whatever the bytes", arguments: 0..<20)
  func agreesWithSteps(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var words = 0
    let layouts = ["2023-03-30T15:25:07", "11/10/2023 15:25:07", "10.11.2023T15:25:07"]
    for _ in 0..<1000 {
      var bytes = Array(layouts[Int(generator.next() % 3)].utf8)
      if generator.next() % 2 == 0 { bytes.removeLast(3) }
      // Digits mostly, so that some of the results are dates; then any byte.
      for _ in 0..<generator.next() % 4 {
        let digit = UInt8(ascii: "0") + UInt8(generator.next() % 10)
        bytes[Int(generator.next() % UInt64(bytes.count))] = digit
      }
      if generator.next() % 4 == 0 {
        bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(generator.next() & 0xFF)
      }
      for order in [nil, DateOrder.dayFirst, .monthFirst, .yearFirst] {
        let reader = DateColumnReader(order: order)
        if let reading = readWords(bytes, reader) {
          words += 1
          #expect(reading == readSteps(bytes, reader))
        }
        #expect(read(bytes, reader) == readSteps(bytes, reader))
      }
    }
    #expect(words > 100)
  }

  @Test("the layouts that words are for are read by them")
  func readsItsLayouts() {
    for text in ["2023-03-30T15:25", "2023-03-30 15:25", "2023-03-30T15:25:07"] {
      #expect(readWords(Array(text.utf8), DateColumnReader()) != nil)
    }
    for text in ["11/10/2023 15:25", "11-10-2023 15:25:07", "11.10.2023T15:25"] {
      let bytes = Array(text.utf8)
      #expect(
        readWords(bytes, DateColumnReader(order: .dayFirst))
          == parse("2023-10-11\(text.dropFirst(10))"))
      #expect(
        readWords(bytes, DateColumnReader(order: .monthFirst))
          == parse("2023-11-10\(text.dropFirst(10))"))
      #expect(readWords(bytes, DateColumnReader()) == nil)
    }
  }

  @Test(
    "garbage of any length never traps and is never undecided under an order", arguments: 0..<10)
  func survivesGarbage(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let alphabet = Array("0123456789/-.: TZ+apmAPMJanMrch,E".utf8)
    for _ in 0..<2000 {
      let bytes = (0..<generator.next() % 30).map { _ in
        generator.next() % 10 == 0
          ? UInt8(generator.next() & 0xFF)
          : alphabet[Int(generator.next() % UInt64(alphabet.count))]
      }
      for order in DateOrder.allCases {
        let reading = read(bytes, DateColumnReader(order: order))
        #expect(reading.kind != .undecided)
        if reading.granularity != nil {
          // 1899-12-31 to 2200-01-02, offsets and the end of the last day included.
          #expect((-2_209_075_200..<7_258_291_200).contains(reading.seconds))
        }
      }
      #expect(readTime(bytes).kind != .undecided)
    }
  }
}
