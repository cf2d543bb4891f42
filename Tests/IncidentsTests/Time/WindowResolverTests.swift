import Testing

@testable import Incidents

@Suite("Windows of incidents")
struct WindowResolverTests {
  /// Resolves two texts in London.
  func resolve(
    _ start: String, _ end: String, _ reversedRule: ReversedWindowRule = .start,
    longest: Int64? = nil
  ) throws -> (outcome: WindowResolver.Outcome, notes: TimeNotes) {
    let resolver = WindowResolver(
      rules: try zone("Europe/London"), reversedRule: reversedRule, longest: longest)
    var notes = TimeNotes()
    let outcome = resolver.resolve(start: parse(start), end: parse(end), notes: &notes)
    return (outcome, notes)
  }

  /// The window between two times with offsets.
  func window(_ start: String, _ end: String) -> WindowResolver.Outcome {
    .window(TimeWindow(start: parse(start).seconds, end: parse(end).seconds))
  }

  @Test(
    "local times are read by the rules of the zone",
    arguments: [
      ("2026-01-10T22:00", "2026-01-11T07:30", "2026-01-10T22:00Z", "2026-01-11T07:30Z"),
      ("2026-07-10T22:00", "2026-07-11T07:30", "2026-07-10T21:00Z", "2026-07-11T06:30Z"),
      // Over the change of spring and of autumn.
      ("2026-03-29T00:30", "2026-03-29T03:30", "2026-03-29T00:30Z", "2026-03-29T02:30Z"),
      ("2026-10-25T00:30", "2026-10-25T02:30", "2026-10-24T23:30Z", "2026-10-25T02:30Z"),
      // A time with an offset is taken as it is.
      ("2026-07-10T22:00Z", "2026-07-11T07:30", "2026-07-10T22:00Z", "2026-07-11T06:30Z"),
      // Without an end, or with one at the start.
      ("2026-07-10T22:00", "", "2026-07-10T21:00Z", "2026-07-10T21:00Z"),
      ("2026-07-10T22:00", "2026-07-10T22:00", "2026-07-10T21:00Z", "2026-07-10T21:00Z"),
      ("2026-07-10T22:00", "x", "2026-07-10T21:00Z", "2026-07-10T21:00Z"),
      ("2026-07-10T22:00", "2026-07", "2026-07-10T21:00Z", "2026-07-10T21:00Z"),
      // Days stand for the whole day.
      ("2026-03-29", "", "2026-03-29T00:00Z", "2026-03-29T23:00Z"),
      ("2026-03-28", "2026-03-29", "2026-03-28T00:00Z", "2026-03-29T23:00Z"),
      ("2026-03-28T22:00", "2026-03-28", "2026-03-28T22:00Z", "2026-03-29T00:00Z"),
      ("2026-03-28", "2026-03-28T06:00", "2026-03-28T00:00Z", "2026-03-28T06:00Z"),
      // Times that do not exist are the first instant that does.
      ("2026-03-29T01:30", "", "2026-03-29T01:00Z", "2026-03-29T01:00Z"),
      ("2026-03-29T01:10", "2026-03-29T01:50", "2026-03-29T01:00Z", "2026-03-29T01:00Z"),
      ("2026-03-29T00:30", "2026-03-29T01:30", "2026-03-29T00:30Z", "2026-03-29T01:00Z"),
      // Times that occur twice are the first, but for an end that would be before its start.
      ("2026-10-25T01:10", "2026-10-25T01:50", "2026-10-25T00:10Z", "2026-10-25T00:50Z"),
      ("2026-10-25T01:50", "2026-10-25T01:10", "2026-10-25T00:50Z", "2026-10-25T01:10Z"),
      ("2026-10-25T01:30", "2026-10-25T01:30", "2026-10-25T00:30Z", "2026-10-25T00:30Z"),
      ("2026-10-25T01:05Z", "2026-10-25T01:30", "2026-10-25T01:05Z", "2026-10-25T01:30Z"),
    ])
  func placesWindows(
    value: (start: String, end: String, expectedStart: String, expectedEnd: String)
  ) throws {
    let result = try resolve(value.start, value.end)
    #expect(result.outcome == window(value.expectedStart, value.expectedEnd))
  }

  @Test("what was noticed is counted once for each incident")
  func counts() throws {
    func notes(_ start: String, _ end: String) throws -> TimeNotes {
      try resolve(start, end).notes
    }
    func expected(_ change: (inout TimeNotes) -> Void) -> TimeNotes {
      var notes = TimeNotes()
      change(&notes)
      return notes
    }
    #expect(try notes("2026-07-10T22:00", "2026-07-10T23:00") == TimeNotes())
    #expect(try notes("2026-07-10T22:00", "") == expected { $0.withoutEnd = 1 })
    #expect(try notes("2026-03-29T01:10", "2026-03-29T01:50") == expected { $0.nonexistent = 1 })
    #expect(try notes("2026-10-25T01:10", "2026-10-25T01:50") == expected { $0.ambiguous = 1 })
    #expect(try notes("2026-10-25T01:10", "2026-10-25T01:10") == expected { $0.ambiguous = 1 })
    #expect(try notes("2026-10-25T00:10", "2026-10-25T01:10") == expected { $0.ambiguous = 1 })
    #expect(
      try notes("2026-03-29T01:10", "2026-10-25T01:50")
        == expected {
          $0.nonexistent = 1
          $0.ambiguous = 1
          $0.overWeek = 1
        })
    #expect(try notes("2026-03-29", "") == expected { $0.wholeDays = 1 })
    #expect(try notes("2026-07-10T22:00", "2026-07-10") == expected { $0.wholeDays = 1 })
    #expect(try notes("", "2026-07-10T22:00") == expected { $0.withoutTime = 1 })
    #expect(try notes("2026-07", "2026-07-10T22:00") == expected { $0.withoutTime = 1 })
    // Exactly 168 hours are not over them.
    #expect(try notes("2026-07-01T22:00", "2026-07-08T22:00") == TimeNotes())
    #expect(try notes("2026-07-01T22:00", "2026-07-08T22:01") == expected { $0.overWeek = 1 })
  }

  @Test("counts of blocks add up")
  func mergesCounts() {
    var left = TimeNotes()
    (left.withoutTime, left.withoutEnd, left.reversed, left.nonexistent) = (1, 2, 3, 4)
    (left.ambiguous, left.wholeDays, left.overWeek, left.overLongest) = (5, 6, 7, 8)
    var sum = left
    sum.merge(left)
    var expected = TimeNotes()
    (expected.withoutTime, expected.withoutEnd, expected.reversed, expected.nonexistent) =
      (2, 4, 6, 8)
    (expected.ambiguous, expected.wholeDays, expected.overWeek, expected.overLongest) =
      (10, 12, 14, 16)
    #expect(sum == expected)
  }

  @Test("an end before its start is left out, exchanged or refused as asked")
  func treatsReversed() throws {
    let (start, end) = ("2026-01-11T07:30", "2026-01-10T22:00")
    let kept = try resolve(start, end)
    #expect(kept.outcome == window("2026-01-11T07:30Z", "2026-01-11T07:30Z"))
    let swapped = try resolve(start, end, .swap)
    #expect(swapped.outcome == window("2026-01-10T22:00Z", "2026-01-11T07:30Z"))
    let refused = try resolve(start, end, .reject)
    #expect(refused.outcome == .reversed)
    for result in [kept, swapped, refused] { #expect(result.notes.reversed == 1) }
  }

  @Test("a window over the longest allowed is set aside and counted")
  func setsAside() throws {
    let longest: Int64 = 24 * 3600
    let long = try resolve("2026-01-10T22:00", "2026-01-11T22:01", longest: longest)
    #expect(long.outcome == .overLongest)
    #expect(long.notes.overLongest == 1)
    let short = try resolve("2026-01-10T22:00", "2026-01-11T22:00", longest: longest)
    #expect(short.outcome == window("2026-01-10T22:00Z", "2026-01-11T22:00Z"))
    #expect(short.notes.overLongest == 0)
  }

  @Test("no usable time is no window")
  func needsStart() throws {
    for start in ["", "x", "2026-07"] {
      #expect(try resolve(start, "2026-07-10T22:00").outcome == .withoutTime)
    }
  }

  @Test("a window that ends before it starts is the caller's mistake")
  func refusesNegativeLength() async {
    await #expect(processExitsWith: .failure) { _ = TimeWindow(start: 1, end: 0) }
  }

  @Test("an hour alone is a window of that hour, as a start and as an end")
  func hours() throws {
    let resolver = WindowResolver(rules: try zone("Europe/London"))
    func hour(_ text: String) -> ParsedTime { ParsedTime(.hour, seconds: parse(text).seconds) }
    func resolve(_ start: ParsedTime, _ end: ParsedTime) -> WindowResolver.Outcome {
      var notes = TimeNotes()
      return resolver.resolve(start: start, end: end, notes: &notes)
    }
    let ten = hour("2026-07-10T22:00")
    let alone = window("2026-07-10T21:00Z", "2026-07-10T22:00Z")
    #expect(resolve(ten, ParsedTime(.absent)) == alone)
    #expect(resolve(ten, ten) == alone)
    #expect(
      resolve(ten, hour("2026-07-11T02:00")) == window("2026-07-10T21:00Z", "2026-07-11T02:00Z"))
    #expect(
      resolve(parse("2026-07-10T21:30"), ten) == window("2026-07-10T20:30Z", "2026-07-10T22:00Z"))
    // The hour that the clock is put back over is two, and the one it is put forward over none.
    #expect(
      resolve(hour("2026-10-25T01:00"), ParsedTime(.absent))
        == window("2026-10-25T00:00Z", "2026-10-25T02:00Z"))
    #expect(
      resolve(hour("2026-03-29T01:00"), ParsedTime(.absent))
        == window("2026-03-29T01:00Z", "2026-03-29T01:00Z"))
  }
}
