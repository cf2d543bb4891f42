import SampleBorough
import Testing

@Suite("Tables of the made-up borough's partners")
struct PartnerTablesTests {
  private let borough = SharedSamples.folder.borough

  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("each area has its residents, and more people by day than incidents in the year")
  func population() throws {
    let samples = SharedSamples.folder
    let rows = rows(PartnerTables.population(of: borough, samples.incidents, seed: 1))
    #expect(rows[0] == ["LSOA21CD", "residents", "workday_population"])
    #expect(rows.dropFirst().map { $0[0] } == borough.areas.map(\.code))
    #expect(rows.dropFirst().map { $0[1] } == borough.areas.map { "\($0.residents)" })
    var counts = [Int](repeating: 0, count: borough.areas.count)
    for area in samples.incidents.compactMap(\.area) { counts[area] += 1 }
    for (row, count) in zip(rows.dropFirst(), counts) {
      #expect(try #require(Int(row[2])) > count)
    }
    // Some areas have more incidents than residents, so that the warning has something to warn of.
    #expect(zip(borough.areas, counts).contains { $0.residents < $1 })
  }

  @Test("each ward has a percentage, but for the one where few answered")
  func survey() throws {
    let rows = rows(PartnerTables.survey(of: borough, SharedSamples.folder.incidents, seed: 1))
    #expect(rows[0] == ["WD22CD", "ward", "respondents", "unsafe_after_dark"])
    #expect(rows.dropFirst().map { $0[0] } == borough.wards.map(\.code))
    for row in rows.dropFirst() {
      let answers = try #require(Int(row[2]))
      #expect((row[3] == "*") == (answers < 50))
      if row[3] != "*" {
        let percent = try #require(Int(row[3].dropLast()))
        #expect(row[3].hasSuffix("%") && (3...65).contains(percent))
      }
    }
    #expect(rows.count { $0[3] == "*" } == 1)
  }
}
