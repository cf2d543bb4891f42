import Tables
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Issues and priorities of areas")
struct AreaIssuesTests {
  private func column(_ table: FeatureTable, _ name: String) throws -> [String] {
    let values = try #require(table[column: name]).values
    return (0..<values.count).map { values.description(at: $0) }
  }

  /// In A, B and C theft and disorder have most; D has too few incidents to decide anything.
  private static let common: [(category: String, square: Int, count: Int)] = [
    ("Theft", 0, 30), ("Disorder", 0, 20), ("Robbery", 0, 12), ("Disorder", 1, 25),
    ("Theft", 1, 20), ("Drugs", 1, 11), ("Robbery", 1, 9), ("Theft", 2, 15), ("Disorder", 2, 14),
    ("Drugs", 2, 9), ("Robbery", 3, 5),
  ]

  @Test("where the same two lead everywhere the third is the priority, of ten incidents at least")
  func priorities() async throws {
    let result = try await SquareWorld().study(AreaProfilesTests.rows(Self.common))
      .run(AreaProfiles())
    #expect(try column(result.table, "volume_priority") == ["Robbery", "Drugs", "", ""])
    // Twenty frauds in C: there fraud and theft lead, and nothing leads everywhere.
    let other = try await SquareWorld().study(
      AreaProfilesTests.rows(Self.common + [("Fraud", 2, 20)])
    ).run(AreaProfiles())
    #expect(try column(other.table, "volume_priority") == ["Theft", "Disorder", "Fraud", ""])
  }

  /// Fires by hand: 40 in D, 20 in C, 12 in B, 11 in A: the first three are D, C and B.
  @Test("issues are the datasets and the categories in which an area is among the first three")
  func datasets() async throws {
    let world = try SquareWorld()
    let study = try world.study(AreaProfilesTests.rows(Self.common))
    let fires =
      "x,y\n"
      + [11, 12, 20, 40].enumerated().map { square, count in
        String(repeating: "\(400_005 + 10 * square),300005\n", count: count)
      }.joined()
    let result = try await DatasetStudies(
      study.options, named: "police", beside: [Dataset("fire", [world.folder.file("f.csv", fires)])]
    ).compare(AreaProfiles())
    // Of police A has 62, B 65, C 38 and D 5.
    #expect(
      try column(result.table, "issues") == [
        "police; Robbery; Theft; Disorder", "police; fire; Disorder; Drugs; Theft",
        "police; fire; Disorder; Theft", "fire",
      ])
    #expect(result.datasets?.names == ["police", "fire"])
    #expect(result.table[column: "incidents"]?.values == .integers([62, 65, 38, 5]))
  }
}
