import SampleBorough
import Testing

@Suite("Values of the made-up borough's areas")
struct LocalityTableTests {
  @Test("each area has six values, burglary the incidents of the year")
  func values() throws {
    let samples = SharedSamples.folder
    let rows = LocalityTable.text(of: samples.borough, samples.incidents, seed: 1)
      .split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    #expect(rows[0].first == "LSOA21CD" && rows.allSatisfy { $0.count == 7 })
    #expect(rows.dropFirst().map { $0[0] } == samples.borough.areas.map(\.code))
    for (row, area) in zip(rows.dropFirst(), samples.borough.areas.indices) {
      let values = try row.dropFirst().map { try #require(Double($0)) }
      #expect(values.allSatisfy { $0 >= 0 })
      let burglaries = samples.incidents.count { $0.area == area && $0.offence == .burglary }
      let residents = Double(samples.borough.areas[area].residents)
      // Half of them, for each thousand residents, to a tenth below.
      let rate = 500 * Double(burglaries) / residents
      #expect(values[0] <= rate + 1e-9 && values[0] > rate - 0.1 - 1e-9)
    }
  }
}
