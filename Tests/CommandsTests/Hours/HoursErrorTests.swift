import TestSupport
import Testing

@Suite("hotspots hours, what it refuses")
struct HoursErrorTests {
  let folder = TemporaryFolder()

  func run(_ text: String, _ options: String...) async throws -> CommandRun {
    let path = try folder.file("in.csv", text)
    return await CommandRun(
      words: ["hours", "--incidents", path, "--output", folder.path("out.csv")] + options)
  }

  @Test("months cannot carry hours, whether the column says so or only its values")
  func months() async throws {
    for text in ["Month,Crime type\n2017-03,Drugs\n", "Date,Type\n2017-03,Drugs\n03/2017,Drugs\n"] {
      let run = try await run(text)
      #expect(run.status == 65)
      #expect(run.messages.contains("in.csv': it tells months only, a time of day is needed"))
      #expect(throws: (any Error).self) { try folder.read("out.csv") }
    }
  }

  @Test("a file without dates is refused")
  func noDates() async throws {
    let run = try await run("Longitude,Latitude\n0,51\n")
    #expect(run.status == 65)
    #expect(run.messages.contains("a date with a time of day is needed"))
  }

  @Test("a column that nothing settles is refused with both readings")
  func ambiguous() async throws {
    let text = "From,To\n03/04/2017 10:00,03/04/2017 11:00\n05/06/2017 10:00,\n"
    let refused = try await run(text)
    #expect(refused.status == 65)
    #expect(
      refused.messages.contains(
        "'03/04/2017 10:00' is 2017-04-03 with its day first and 2017-03-04 with its month first"))
    // 2017-04-03 and 2017-06-05 were Mondays, 2017-03-04 and 2017-05-06 Saturdays.
    for (order, day) in [("dmy", 1), ("mdy", 6)] {
      let run = try await run(text, "--date-format", order)
      #expect(run.status == 0)
      #expect(try folder.rows("out.csv")[11][day] == "2")
    }
    let iso = try await run(text, "--date-format", "ymd")
    #expect(iso.status == 65)
    #expect(iso.messages.contains("none of its 2 rows can be used"))
  }

  @Test("one date that can be read one way settles the column")
  func settled() async throws {
    let run = try await run("From,To\n03/04/2017 10:00,\n31/03/2017 10:00,\n")
    #expect(run.status == 0)
    #expect(run.messages.contains("dates have their day first"))
    #expect(try folder.rows("out.csv")[11][1] == "1")
  }

  @Test("a contradiction far behind the rows that settled the order is still met")
  func contradicted() async throws {
    // More than a block of the reader lies between the two.
    let rows = String(repeating: "31/03/2017 10:00,\n", count: 40_000)
    let text = "From,To\n" + rows + "04/13/2017 10:00,\n"
    let refused = try await run(text)
    #expect(refused.status == 65)
    #expect(
      refused.messages.contains(
        "'31/03/2017 10:00' can only have its day first and '04/13/2017 10:00' only its month first"
      ))
    let given = try await run(text, "--date-format", "dmy")
    #expect(given.status == 0)
    #expect(given.messages.contains("40,001 rows read: 40,000 assigned, 1 rejected"))
  }

  @Test("a date that needs an order far behind rows that need none is refused, not dropped")
  func unsettled() async throws {
    let rows = String(repeating: "2017-03-31 10:00,\n", count: 40_000)
    let run = try await run("From,To\n" + rows + "03/04/2017 10:00,\n")
    #expect(run.status == 65)
    #expect(
      run.messages.contains(
        "'03/04/2017 10:00' begins with its day or its month, and nothing read before it tells"))
  }

  @Test("options that do not fit are refused with what is allowed")
  func usage() async throws {
    for (options, message) in [
      (["--by", "area"], "cannot use '--by area' without '--boundaries FILE'"),
      (["--night", "6pm"], "cannot read hours '6pm'"),
      (["--shift", "200h"], "'200h' is not a length of a week at most"),
      (["--day-start", "6:30"], "cannot start the day at '6:30'"),
      (["--reversed", "drop"], "'drop' is not one of swap, start, reject"),
      (["--max-window", "long"], "cannot read length 'long'"),
      (["--time-zone", "Europe/Lundon"], "Europe/Lundon"),
    ] {
      let path = try folder.file("in.csv", "From,To\n2026-01-09 10:00,\n")
      let run = await CommandRun(words: ["hours", "--incidents", path] + options)
      #expect(run.status == 64, "\(options)")
      #expect(run.messages.contains(message), "\(run.messages)")
    }
    let xls = await CommandRun("hours", "--incidents", "x.csv", "--output", "x.xls")
    #expect(xls.status == 64)
    #expect(xls.messages.contains(".csv, .json, .xlsx, .txt"))
  }

  @Test("tables by category need a category")
  func noCategory() async throws {
    let run = try await run("From,To\n2026-01-09 10:00,\n", "--by", "category")
    #expect(run.status == 65)
    #expect(run.messages.contains("a category to group by is needed"))
  }

  @Test("rows with unreadable dates are rejected, and an error where none are allowed")
  func rejected() async throws {
    let text =
      "From,To\n2026-01-09 10:00,2026-01-09 11:00\nlast Tuesday,\n2026-01-09 10:00,tomorrow\n"
    let run = try await run(text, "--max-rejected", "67")
    #expect(run.status == 0)
    #expect(run.messages.contains("3 rows read: 1 assigned, 2 rejected"))
    #expect(run.messages.contains("2 date not understood"))
    #expect(run.messages.contains("in.csv:3: the date is not understood"))
    #expect(try await self.run(text, "--strict").status == 65)
  }
}
