import HotspotAnalysis
import Incidents
import Testing

@testable import HotspotsKit

@Suite("What is said of a hotspot's months") struct HistoryWordsTests {
  /// Returns the words of months to March 2025; 6 incidents of 300 make a hot month.
  private func words(_ incidents: [Double], studyArea: [Double]? = nil) throws -> HistoryWords {
    let history = HotspotHistory(
      incidents: incidents, studyArea: studyArea ?? incidents.map { _ in 300 }, areaShare: 0.01)
    let months = try incidents.indices.map { place in
      let back = incidents.count - 1 - place
      return DayRange(first: try Self.first(back), next: try Self.first(back - 1))
    }
    return HistoryWords(history, months: months)
  }

  /// The first day of the month so many months before March 2025.
  private static func first(_ back: Int) throws -> CivilDate {
    let month = 2025 * 12 + 2 - back
    return try #require(CivilDate(year: month / 12, month: month % 12 + 1, day: 1))
  }

  private static let held = "its ground held at least twice its share by area of the incidents"

  @Test("a verdict has its label and its sentence with the months that are counted")
  func sentences() throws {
    let persistent = try words([9, 9, 9, 9, 9, 9, 9, 9, 9, 0, 0, 9])
    #expect(persistent.label == "Persistent")
    #expect(
      persistent.sentence
        == "In ten of 12 months (April 2024 to March 2025) \(Self.held), in one of the last three "
        + "months.")
    #expect(persistent.note == nil)
    let new = try words([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 9])
    #expect(new.label == "New")
    #expect(
      new.sentence
        == "In two of 12 months (April 2024 to March 2025) \(Self.held), in the last three months "
        + "only.")
    let fading = try words([9, 0, 0, 0, 0])
    #expect(fading.label == "Fading")
    #expect(
      fading.sentence
        == "In one of five months (November 2024 to March 2025) \(Self.held), in the last two months "
        + "not.")
    let recurring = try words([9, 0, 0, 9])
    #expect(recurring.label == "Recurring")
    #expect(
      recurring.sentence
        == "In two of four months (December 2024 to March 2025) \(Self.held), in the last month too."
    )
    let never = try words([0, 0, 0, 0])
    #expect(never.label == "At no time twice its share")
    #expect(
      never.sentence == "In none of four months (December 2024 to March 2025) \(Self.held).")
  }

  @Test("months that do not count are named")
  func notCounted() throws {
    let few = try words([9, 9, 9, 9], studyArea: [300, 8, 300, 300])
    #expect(few.label == "Too few months to tell")
    #expect(
      few.sentence
        == "At least four months must count; three do, December 2024, February 2025 to March "
        + "2025.")
    #expect(
      few.note
        == "Not counted, of the twelve months to the period's end: one with fewer than ten incidents "
        + "in the study area, eight that the data does not cover whole.")
    #expect(
      try words([]).sentence == "At least four months must count; none does.")
  }
}
