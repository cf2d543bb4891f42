import HotspotsKit
import Tables
import TestSupport
import Testing

@Suite("A study and the methods that run on it")
struct StudyTests {
  private static func numbers(_ table: FeatureTable, _ column: String) -> [Double?] {
    (0..<table.rowCount).map { table[column: column]?.values.number(at: $0) }
  }

  @Test("counts and hours in one pass are those counted by hand")
  func byHand() async throws {
    let study = try SquareWorld().study()
    let (areas, hours) = try await study.run(AreaCounts(), AoristicHours())
    #expect(Self.numbers(areas.table, "incidents") == [2, 1, 0, 0])
    #expect(Self.numbers(areas.table, "incidents_burglary") == [1, 1, 0, 0])
    let rows = areas.reconciliations[0]
    #expect((rows.read, rows.assigned) == (5, 3))
    #expect((rows.outsideCount, rows.withoutCoordinatesCount) == (1, 1))
    // 10:00 on Monday; half of the window on Tuesday at 23:00, half on Wednesday at 00:00.
    #expect(hours.untimed == 1)
    #expect(Self.numbers(hours.table, "Mon")[10] == 1)
    #expect(Self.numbers(hours.table, "Tue")[23] == 0.5)
    #expect(Self.numbers(hours.table, "Wed")[0] == 0.5)
    #expect(Self.numbers(hours.table, "Total")[24] == 2)
  }

  @Test("a method answers the same alone and beside others", arguments: [1, 4])
  func alone(threads: Int) async throws {
    let rows =
      SquareWorld.rows
      + (0..<5000).map { "Theft,2025-03-0\(1 + $0 % 9) 12:00,,\(400_000 + $0 % 40),300005\n" }
      .joined()
    let study = try SquareWorld().study(rows) { $0.threads = threads }
    let (areas, hours) = try await study.run(AreaCounts(), AoristicHours())
    let (again, onlyHours) = (
      try await study.run(AreaCounts()), try await study.run(AoristicHours())
    )
    #expect(areas.table.columns.map(\.values) == again.table.columns.map(\.values))
    #expect(hours.table.columns.map(\.values) == onlyHours.table.columns.map(\.values))
    #expect(areas.reconciliations == again.reconciliations)
    #expect(areas.reconciliations == hours.reading.reconciliations)
  }

  @Test("where only incidents with a time of day count, the others are filtered for every method")
  func windows() async throws {
    let study = try SquareWorld().study { $0.filter.windows = WindowOptions() }
    let (areas, hours) = try await study.run(AreaCounts(), AoristicHours())
    #expect(Self.numbers(areas.table, "incidents") == [1, 1, 0, 0])
    #expect(areas.reconciliations[0].filtered == ["without_time": 1])
    #expect(hours.untimed == 0)
  }

  @Test("hours need no areas, counts by area do")
  func unplaced() async throws {
    let study = try SquareWorld().study(isPlaced: false)
    let hours = try await study.run(AoristicHours())
    #expect(hours.reading.reconciliations[0].layer == nil)
    #expect(hours.reading.reconciliations[0].assigned == 5)
    #expect(Self.numbers(hours.table, "Total")[24] == 4)
    await #expect(throws: InputError.noBoundaries) { _ = try await study.run(AreaCounts()) }
  }

  @Test("with hours asked for, counts and reconciliation expect the same")
  func expected() async throws {
    let study = try SquareWorld().study {
      $0.filter.hours = HoursFilter(hours: HoursOfDay(from: 0, to: 12))
    }
    let areas = try await study.run(AreaCounts())
    #expect(Self.numbers(areas.table, "expected") == [1, 0.5, 0, 0])
    #expect(areas.reconciliations[0].expected == 1.5)
  }

  @Test("each choice has a key of its own, and what is odd is found")
  func said() async throws {
    let study = try SquareWorld().study { $0.filter.categories = ["robbery", "Robery"] }
    let (areas, hours) = try await study.run(AreaCounts(), AoristicHours())
    for choices in [areas.choices, hours.choices] {
      #expect(Set(choices.map(\.key)).count == choices.count)
    }
    #expect(
      areas.findings == [.unknownCategory("Robery", known: ["Burglary", "Robbery"])])
  }

  @Test("nothing to show is an error that tells why, without the name of any option")
  func nothing() async throws {
    let study = try SquareWorld().study { $0.filter.categories = ["Arson"] }
    let error = await #expect(throws: AssignmentError.self) {
      _ = try await study.run(AreaCounts())
    }
    #expect(
      error?.description == "none of 5 rows is left to count: no incident has the category 'Arson'")
  }
}
