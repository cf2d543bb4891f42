import Incidents
import TestSupport
import Testing

@testable import HotspotsKit

/// Every sentence on every ward beside a second computation: pandas 3.1 and GeoPandas 1.2 count points in
/// wards, quotients and places are computed by their definitions, nights by the seconds of each window
/// between two clocks of Europe/London, evidence by an E-test and Benjamini and Hochberg's procedure written
/// in NumPy; the sentences were written by that program too.
@Suite("Paragraphs on wards")
struct ProfileParagraphTests {
  private static func samples(_ file: String) -> StudyOptions {
    StudyOptions(
      boundaries: BoundaryFiles([ProjectFolder.path("boundaries/wards.shp")]),
      incidents: IncidentFiles([ProjectFolder.path("samples/\(file)")]))
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  @Test("half a year of the made-up borough, with harm, nights and change")
  func halfYear() async throws {
    var options = Self.samples("incidents.csv")
    options.filter.from = try PeriodBound("2025-07")
    options.filter.to = try PeriodBound("2025-12")
    options.weights = WeightFile(ProjectFolder.path("samples/weights.csv"), name: "harm")
    let result = try await Study(options).run(AreaProfiles(), against: .before)
    let expected = Self.lines(WardParagraphs.halfYear)
    #expect(expected.count == 18)
    for (profile, paragraph) in zip(result.profiles, expected) {
      #expect(profile.paragraph == paragraph)
    }
  }

  @Test("victims who live in the ward where they were victims")
  func people() async throws {
    let result = try await Study(Self.samples("people.csv"))
      .run(AreaProfiles(residentColumn: "Victim home ward"))
    #expect(result.residents?.meaning == .names)
    let expected = Self.lines(WardParagraphs.people)
    #expect(expected.count == 18)
    for (profile, paragraph) in zip(result.profiles, expected) {
      // Nights are compared with the other sample.
      let sentences = profile.sentences.filter { !$0.contains("night") }
      #expect(sentences.map { "\($0)." }.joined(separator: " ") == paragraph)
    }
  }

  @Test(
    "a year of Westminster",
    .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)))
  func westminster() async throws {
    var boundaries = BoundaryFiles([SharedData.path("realdata/boundaries/london-wards-2014.shp")])
    boundaries.studyAreas = ["BOROUGH=Westminster"]
    var options = StudyOptions(
      boundaries: boundaries,
      incidents: IncidentFiles([
        SharedData.path("realdata/incidents/westminster-2016-04_2017-03.csv")
      ]))
    options.weights = WeightFile(
      SharedData.path("realdata/weights/harm-days-by-police-category.csv"), name: "harm")
    let result = try await Study(options).run(AreaProfiles())
    let expected = Self.lines(WardParagraphs.westminster)
    #expect(expected.count == 20)
    for (profile, paragraph) in zip(result.profiles, expected) {
      #expect(profile.paragraph == paragraph)
    }
  }
}
