import TestSupport
import Testing

@testable import Incidents

/// Keeps when incidents began.
private struct Starts: IncidentConsumer {
  private var starts: [Int: [ParsedTime]] = [:]

  mutating func consume(_ table: inout IncidentTable) { starts[table.sequence] = table.start }

  func finish() -> [Int: [ParsedTime]] { starts }
}

@Suite("Times of whole files")
struct TimeReadingTests {
  private func read(
    _ text: String, order: DateOrder? = nil, timeFormat: TimeFormat? = nil, threads: Int = 1
  ) async throws -> (starts: [ParsedTime], tally: RowTally, source: IncidentSource) {
    let folder = TemporaryFolder()
    try folder.write(Array(text.utf8), to: "in.csv")
    let source = try IncidentSource(
      path: folder.path("in.csv"), dateOrder: order, timeFormat: timeFormat, readsDates: true)
    let request = IncidentRequest(
      coordinates: false, start: true, end: true, rejectsBadDates: true,
      rules: try TimeZoneDatabase.system.rules(named: "Europe/London"))
    let outcome = try await IncidentStream(sources: [source], request: request, threads: threads)
      .run { Starts() }
    var all: [Int: [ParsedTime]] = [:]
    for share in outcome.shares { all.merge(share.result) { $0 + $1 } }
    return (all.sorted { $0.key < $1.key }.flatMap(\.value), outcome.tally, source)
  }

  private func error(
    _ text: String, order: DateOrder? = nil, timeFormat: TimeFormat? = nil
  ) async -> DateOrderError? {
    await #expect(throws: DateOrderError.self) {
      try await read(text, order: order, timeFormat: timeFormat)
    }
  }

  /// Rows of hours that fill more than a block.
  private static let manyHours = String(
    repeating: "2025-02-24,5\n2025-02-24,23\n", count: TextReader.blockSize / 20)

  @Test(
    "a column of times is hours unless any row says otherwise, however late", arguments: [1, 3])
  func decidesLate(threads: Int) async throws {
    let hours = try await read("Date,Time\n" + Self.manyHours, threads: threads)
    #expect(hours.source.timeFormat == .hour)
    #expect(hours.starts.allSatisfy { $0.kind == .hour })
    #expect(hours.starts[1].seconds - hours.starts[0].seconds == 18 * 3600)
    let clocks = try await read(
      "Date,Time\n" + Self.manyHours + "2025-02-24,257\n", threads: threads)
    #expect(clocks.source.timeFormat == .hhmm)
    #expect(clocks.starts.first == parse("2025-02-24T00:05"))
    #expect(clocks.starts.last == parse("2025-02-24T02:57"))
    #expect(clocks.tally[.dateNotUnderstood] == 0)
  }

  @Test("what the user says holds, and rows that do not fit are rejected")
  func obeys() async throws {
    let text = "Date,Time\n2025-02-24,5\n2025-02-24,22:30\n2025-02-24,257\n"
    let hours = try await read(text, timeFormat: .hour)
    #expect(hours.tally[.dateNotUnderstood] == 1)
    #expect(hours.starts.map(\.kind) == [.hour, .local])
    let clocks = try await read("Date,Time\n2025-02-24,5\n", timeFormat: .hhmm)
    #expect(clocks.starts == [parse("2025-02-24T00:05")])
  }

  @Test("a column of seconds since 1970 is read, and refused where a date follows late")
  func readsEpoch() async throws {
    let rows = String(repeating: "1738576800\n", count: TextReader.blockSize / 10)
    let read = try await read("Date\n" + rows)
    #expect(read.source.epoch == .seconds)
    #expect(read.starts.allSatisfy { $0 == parse("2025-02-03T10:00Z") })
    let message = await error("Date\n" + rows + "2025-02-03 10:00\n")
    #expect(
      message == .mixedNumbers(column: "Date", number: "1738576800", date: "2025-02-03 10:00"))
    // Within the first block the numbers are no dates, as if there were none.
    let mixed = try await self.read("Date\n2025-02-03 10:00\n1738576800\n")
    #expect(mixed.starts == [parse("2025-02-03T10:00")])
    #expect(mixed.tally[.dateNotUnderstood] == 1)
  }

  @Test("a year that may begin the date is asked for")
  func asksForOrder() async throws {
    let text = "Date\n25-02-03\n25-02-14\n25-02-28\n"
    let message = await error(text)
    #expect(
      message?.description == """
        cannot read the dates of column 'Date': '25-02-03' is 2003-02-25 with its day first and \
        2025-02-03 with its year first, and no row rules either out
        """)
    #expect(
      try await read(text, order: .yearFirst).starts.map(\.seconds)
        == ["2025-02-03", "2025-02-14", "2025-02-28"].map { parse($0).seconds })
  }

  @Test("dates over several columns are read as one, and nothing else is taken for a period")
  func readsParts() async throws {
    // The layout of Vancouver's police.
    let vancouver = try await read(
      """
      TYPE,YEAR,MONTH,DAY,HOUR,MINUTE,HUNDRED_BLOCK,NEIGHBOURHOOD,X,Y
      Theft,2025,2,23,22,30,10XX ALBERNI ST,West End,490500.1,5458400.2
      Theft,2025,2,24,0,5,10XX ALBERNI ST,West End,492000.1,5458400.2
      Theft,2025,2,24,,,,,0,0

      """)
    #expect(
      vancouver.starts
        == [parse("2025-02-23T22:30"), parse("2025-02-24T00:05"), parse("2025-02-24")])
    #expect(try #require(vancouver.source.columns.time) == (1, false))
    // Toronto's.
    let toronto = try await read(
      """
      REPORT_DATE,OCC_DATE,REPORT_YEAR,OCC_YEAR,OCC_MONTH,OCC_DAY,OCC_DOW,OCC_HOUR
      2/24/2025 5:00:00 AM,2/23/2025 5:00:00 AM,2025,2025,February,23,Sunday    ,22

      """)
    #expect(
      toronto.starts == [ParsedTime(.hour, seconds: parse("2025-02-23T22:00").seconds)])
    // Boston's, with its date and without.
    let boston = try await read(
      "OCCURRED_ON_DATE,YEAR,MONTH,HOUR\n2025-02-23 22:30:00,2025,2,22\n")
    #expect(boston.starts == [parse("2025-02-23T22:30")])
    #expect(boston.source.columns[.month] == nil && boston.source.columns[.year] == nil)
    let months = try await read("YEAR,MONTH\n2025,2\n2025,3\n")
    #expect(months.starts == [parse("2025-02"), parse("2025-03")])
    #expect(try #require(months.source.columns.time) == (0, true))
    let named = try IncidentColumns(
      header: ["Jahr", "Monat", "Date"], named: [(.year, "Jahr"), (.month, "Monat")], path: "x.csv")
    #expect(named.parts == DateParts(year: 0, month: 1))
  }

  @Test(
    "dates of years that no incident has are refused where dates are needed, and told as strays")
  func tellsSlips() async throws {
    let read = try await read(
      """
      Date
      25/02/0025 10:00
      25/02/20225 10:00
      25/02/2205 10:00
      01/01/1900 00:00
      25/02/2025 10:00

      """)
    #expect(read.tally[.dateNotUnderstood] == 3)
    #expect(read.starts == [ParsedTime(.absent), parse("2025-02-25T10:00")])
    let dates = try #require(read.tally.dates)
    #expect(dates.first.description == "2025-02-25" && dates.first == dates.last)
    #expect(dates.strays?.rows == 3)
    #expect(dates.strays?.first.description == "0025-02-25")
    #expect(dates.strays?.last.description == "20225-02-25")
  }

  @Test("a date that is refused is told with the forms that are read, and not by what it holds")
  func namesForms() async throws {
    let words = RowReason.dateNotUnderstood.explanation
    #expect(words.hasPrefix("the date is not understood (read are forms such as 2025-02-03 18:00"))
    // The examples are what they say.
    for form in ["2025-02-03 18:00", "03/02/2025 6 PM", "3-Feb-25", "20250203", "2025-02"] {
      #expect(words.contains(form))
      #expect(parse(form, DateColumnReader(order: .dayFirst)).granularity != nil)
    }
  }
}
