import Tables
import Testing

@testable import Tasking

@Suite("The hours of a pack")
struct HourSectionTests {
  /// Hours of twelve incidents: eight on Friday 22:00, four on Monday 09:00.
  private static func hours() -> PackHours {
    var cells = [[Double]](repeating: [Double](repeating: 0, count: 7), count: 24)
    cells[22][4] = 8
    cells[9][0] = 4
    let table = HourTable(
      cells: cells, hourTotals: cells.map { $0.reduce(0, +) },
      dayTotals: (0..<7).map { day in cells.reduce(0) { $0 + $1[day] } }, total: 12)
    return PackHours(
      table: table, chart: Array("<svg></svg>".utf8), areaChart: nil,
      areas: [.init(name: "Abbey", code: "A1", table: table)], timed: 12, untimed: 1,
      shift: .init(start: "Fri 20:00", end: "Sat 04:00", hours: 8, expected: 8),
      half: .init(hours: 1, expected: 8),
      night: .init(
        hours: "18:00 to 06:00",
        total: .init(name: "All", incidents: 12, expected: 8, must: 8, could: 8),
        categories: [
          .init(name: "Theft", incidents: 5, expected: 1.25, must: 1, could: 3),
          .init(name: "Drugs", incidents: 7, expected: 6.75, must: 5, could: 7),
        ]), keptHours: nil, timeZone: "Europe/London", notes: [])
  }

  private static func page(_ hours: PackHours) throws -> (PackContents, PageReader) {
    var contents = try TestPack(counts: [[9], [4]]).contents()
    contents.hours = hours
    return (contents, try #require(PageReader(PackPage(contents).html())))
  }

  /// Returns the cells of a row that begins with a word.
  private static func row(_ word: String, of reader: PageReader) -> [String]? {
    reader.all("tr").map { row in
      row.text.split(whereSeparator: \.isNewline).map(String.init)
    }.first { $0.first == word }
  }

  @Test("the headlines say when, and how sure the night is")
  func headlines() throws {
    let (contents, reader) = try Self.page(Self.hours())
    #expect(
      Headlines(contents).all.map(\.text).contains(
        "The busiest 8 hours of the week are Fri 20:00 to Sat 04:00, with 66.7% of incidents (8.0; "
          + "estimated from time windows)."))
    let paragraphs = reader.all("p").map(\.text)
    #expect(
      paragraphs.contains(
        "Half of all incidents fall in 1 of the week's 168 hours, 0.6% of the time."))
    #expect(
      paragraphs.contains(
        "About 66.7% of incidents happened in the night, 18:00 to 06:00: at least 8 and at most 8 of 12."
      ))
  }

  @Test("the night is split by category, the most expected first, with its bounds")
  func night() throws {
    let (_, reader) = try Self.page(Self.hours())
    #expect(Self.row("Theft", of: reader) == ["Theft", "5", "1.3", "25.0%", "1", "3"])
    #expect(Self.row("Drugs", of: reader) == ["Drugs", "7", "6.8", "96.4%", "5", "7"])
    let order = reader.all("tr").map(\.text).filter { $0.contains("%") && $0.contains(".") }
    let drugs = try #require(order.firstIndex { $0.contains("Drugs") })
    let theft = try #require(order.firstIndex { $0.contains("Theft") })
    #expect(drugs < theft)
  }

  @Test("the chart has its numbers in a table, and areas their busiest hour")
  func numbers() throws {
    let (_, reader) = try Self.page(Self.hours())
    #expect(
      Self.row("22:00", of: reader)
        == ["22:00", "0.00", "0.00", "0.00", "0.00", "8.00", "0.00", "0.00", "8.00"])
    #expect(Self.row("Abbey", of: reader) == ["Abbey", "12", "Fri (8.0)", "Fri 22:00", "8.0"])
    let identifiers = reader.elements.compactMap { $0.attributes["id"] }
    #expect(Set(identifiers).count == identifiers.count)
    #expect(
      reader.all("p").contains {
        $0.text == "1 incident has no time of day and is not in these tables."
      })
  }

  @Test("where hours are kept, the page says so and answers nothing of the others")
  func kept() throws {
    var hours = Self.hours()
    hours.keptHours = "Fri 18:00 to 06:00"
    (hours.shift, hours.half, hours.night) = (nil, nil, nil)
    let (contents, reader) = try Self.page(hours)
    #expect(!Headlines(contents).all.contains { $0.text.contains("hours of the week") })
    #expect(
      reader.all("p").contains {
        $0.text.hasPrefix("Only the hours asked for count: Fri 18:00 to 06:00.")
      })
    #expect(!reader.elements.contains { $0.attributes["id"] == "night" })
  }
}
