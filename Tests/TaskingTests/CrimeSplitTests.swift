import Testing

@testable import Tasking

@Suite("Crime and anti-social behaviour apart")
struct CrimeSplitTests {
  @Test("anti-social behaviour is found whatever its spelling, where it stands beside others")
  func found() {
    for name in ["Anti-social behaviour", "ANTI SOCIAL BEHAVIOUR", "anti_social_behaviour"] {
      #expect(CrimeSplit(["Burglary", name]) != nil, "\(name)")
      #expect(CrimeSplit([name]) == nil, "\(name)")
    }
    #expect(CrimeSplit([]) == nil)
    #expect(CrimeSplit(["Burglary", "Social behaviour"]) == nil)
  }

  @Test("what is not anti-social behaviour is crime")
  func counts() throws {
    let split = try #require(CrimeSplit(["Drugs", "Anti-social behaviour", "Robbery"]))
    let area = PackLayer.Area(
      code: "A", name: "A", incidents: 9, rank: 1, perSquareKilometre: nil, byCategory: [2, 4, 3])
    let counts = split.counts(of: area)
    #expect(counts.crime == 5)
    #expect(counts.antiSocialBehaviour == 4)
  }
}
