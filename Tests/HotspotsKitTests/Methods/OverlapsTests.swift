import HotspotAnalysis
import HotspotsKit
import Incidents
import Tables
import TestSupport
import Testing

@Suite("Overlapping sets")
struct OverlapsTests {
  /// Ten incidents: four of alcohol only, one domestic only, two of both, three of neither.
  static let rows = """
    type,flags
    Assault,alcohol
    Assault,alcohol
    Assault,alcohol
    Assault,Alcohol
    Assault,domestic
    Assault,alcohol; domestic
    Assault,alcohol; domestic
    Theft,
    Theft,
    Theft,knife

    """

  private func sets(_ names: String...) throws -> [IncidentSet] {
    try names.map { IncidentSet($0, try Condition("flags like '%\($0)%'")) }
  }

  private func run(
    _ sets: [IncidentSet], _ change: (inout StudyOptions) -> Void = { _ in }
  ) async throws -> Overlaps.Result {
    let study = try SquareWorld().study(Self.rows, isPlaced: false) { options in
      options.incidents.columns = [(.category, "type")]
      change(&options)
    }
    return try await study.run(Overlaps(of: sets))
  }

  @Test("each incident is in exactly one combination, and combinations add up")
  func combinations() async throws {
    let result = try await run(try sets("alcohol", "domestic"))
    #expect(
      result.table.columns[0].values
        == .text(["alcohol", "alcohol + domestic", "domestic", "none"]))
    #expect(result.table[column: "incidents"]?.values == .integers([4, 2, 1, 3]))
    #expect(result.table[column: "share"]?.values == .reals([0.4, 0.2, 0.1, 0.3]))
    #expect(result.totals[column: "incidents"]?.values == .integers([6, 3]))
    let said = result.choices.flatMap(\.sentences)
    #expect(
      said.contains(
        "overlaps: of 10 incidents 2 (20.0%) are both alcohol and domestic, 5 (50.0%) in exactly one "
          + "and 3 (30.0%) in none; sets overlap and are not added up"))
    #expect(said.contains("sets: alcohol 6 (60.0%), domestic 3 (30.0%)"))
  }

  @Test("of three sets the combination that holds most is named, and filters hold")
  func three() async throws {
    let result = try await run(try sets("knife", "domestic", "alcohol")) {
      $0.filter.categories = ["Assault"]
    }
    #expect(result.table[column: "incidents"]?.values == .integers([4, 2, 1, 0]))
    #expect(
      result.choices.flatMap(\.sentences).contains {
        $0.hasPrefix(
          "overlaps: of 7 incidents 2 (28.6%) are in two or more of 3 sets (most often domestic + "
            + "alcohol, 2), 5 (71.4%) in exactly one and 0 (0.0%) in none")
      })
  }

  @Test("names that cannot be told apart in combinations are refused, and one set or nine")
  func refusals() async throws {
    func error(_ names: [String]) async -> OverlapsError? {
      await #expect(throws: OverlapsError.self) {
        try await run(
          names.map { IncidentSet($0, try Condition("type = 'Theft'")) })
      }
    }
    #expect(await error(["a"]) == .setCount(1))
    #expect(await error((1...9).map { "s\($0)" }) == .setCount(9))
    #expect(await error(["a", "b", "a"]) == .repeatedName("a"))
    #expect(await error(["a", "b + c"]) == .unusableName("b + c"))
    #expect(await error(["a", "none"]) == .unusableName("none"))
    #expect(await error(["a", " "]) == .unusableName(" "))
  }

  @Test("a column that no file has is named")
  func unknownColumn() async throws {
    await #expect(throws: ConditionError.self) {
      try await run([
        IncidentSet("a", try Condition("flag = 'x'")),
        IncidentSet("b", try Condition("type = 'x'")),
      ])
    }
  }
}
