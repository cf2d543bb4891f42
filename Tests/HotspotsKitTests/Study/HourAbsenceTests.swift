import HotspotsKit
import TestSupport
import Testing

@Suite("Why hours say nothing")
struct HourAbsenceTests {
  private func hours(_ rows: String) async throws -> AoristicHours.Result {
    var method = AoristicHours()
    method.grouping = .area
    return try await SquareWorld().study("type,from,to,easting,northing\n" + rows).run(method)
  }

  @Test("days without a time are counted, and alone they tell no hours")
  func wholeDays() async throws {
    let some = try await hours(
      "A,2025-02-10 10:00,,400005,300005\nA,2025-02-11,,400015,300005\nA,,,400015,300005\n")
    #expect((some.wholeDays, some.untimed) == (1, 1))
    #expect(some.absence == nil && some.absenceOfGroups == nil)
    let days = try await hours("A,2025-02-10,,400005,300005\nA,2025-02-11,,400015,300005\n")
    #expect(days.wholeDays == 2)
    #expect(days.absence == .daysOnly && days.absenceOfGroups == .daysOnly)
  }

  @Test("incidents of one area have nothing to be compared with")
  func oneArea() async throws {
    let one = try await hours("A,2025-02-10 10:00,,400005,300005\n")
    #expect(one.absence == nil && one.absenceOfGroups == .fewAreas)
  }
}
