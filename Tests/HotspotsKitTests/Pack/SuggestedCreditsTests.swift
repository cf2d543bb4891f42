import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Suggested credits")
struct SuggestedCreditsTests {
  private static let header = "Crime ID,Month,Longitude,Latitude,Location,LSOA code,Crime type"

  private static func lines(_ study: Study) async throws -> [String] {
    SuggestedCredits.lines(of: try await study.run(AreaCounts()).reading)
  }

  @Test("codes of the Office for National Statistics are recognised, made-up ones are not")
  func statistical() async throws {
    let study = Study(
      boundaries: [ProjectFolder.path("boundaries/lsoa.shp")],
      incidents: [ProjectFolder.path("samples/incidents.csv")])
    #expect(try await Self.lines(study) == SuggestedCredits.boundaries)
    #expect(try await Self.lines(SquareWorld().study()).isEmpty)
  }

  @Test("the columns of data.police.uk are recognised")
  func police() async throws {
    let rows = "\(Self.header)\n,2025-05,-1.99985,52.59767,On or near A Road,E01000001,Burglary\n"
    let study = try SquareWorld().study(rows) {
      $0.incidents.columns = []
      $0.bounds = .none
    }
    #expect(try await Self.lines(study) == [SuggestedCredits.openGovernmentLicence])
  }

  @Test("a credit that is given ends the suggestion, and nothing is claimed without one")
  func given() async throws {
    let study = Study(
      boundaries: [ProjectFolder.path("boundaries/lsoa.shp")],
      incidents: [ProjectFolder.path("samples/incidents.csv")])
    var pack = BriefingPack()
    func uncredited(_ result: BriefingPack.Result) -> [Finding] {
      result.findings.filter { if case .uncredited = $0 { true } else { false } }
    }
    let silent = try await pack.run(study)
    #expect(uncredited(silent) == [.uncredited(SuggestedCredits.boundaries)])
    #expect(silent.pack.credits.isEmpty && silent.look.credits.isEmpty)
    pack.credits = ["Somebody"]
    #expect(uncredited(try await pack.run(study)).isEmpty)
  }
}
