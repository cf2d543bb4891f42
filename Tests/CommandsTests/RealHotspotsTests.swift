import CommandLineKit
import TestSupport
import Testing

@Suite("Hotspots of real data") struct RealHotspotsTests {
  @Test(
    "a year of Westminster's incidents gathers in the streets of the West End",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func westminster() async throws {
    let run = SurfaceRun()
    let folder = "realdata"
    #expect(
      await run.run([
        "density", "--boundaries", SharedData.path("\(folder)/boundaries/london-lsoa-2011.shp"),
        "--study-area", "LAD11CD=E09000033", "--incidents",
        SharedData.path("\(folder)/incidents/westminster-2016-04_2017-03.csv"), "--bandwidth",
        "150",
        "--cell-size", "50", "--hotspots", "@h.json",
      ]) == .done)
    let rows = try #require(try run.json("h.json") as? [[String: Any]])
    let names = rows.flatMap { row in
      ["location", "other_locations"].compactMap { row[$0] as? String }
    }.joined(separator: "; ")
    for street in [
      "Charing Cross Road", "Coventry Street", "Soho Street", "Tottenham Court Road",
      "Oxford Circus", "Victoria",
    ] {
      #expect(names.contains(street), "\(street) in \(names)")
    }
    // The data tells the month only.
    #expect(rows.allSatisfy { $0["busiest_hours"] == nil && $0["grid_reference"] is String })
    #expect((rows[0]["predictive_accuracy_index"] as? Double ?? 0) > 5)
  }
}
