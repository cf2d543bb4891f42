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

  // NumPy sums the quartic kernel of 200 m at the middles of cells of 50 m over every incident, takes
  // the densest cells that hold a quarter and joins them from the densest down until 400 would be
  // passed: 178, 126 and 108 incidents on 1, 0.885 and 0.943 km², then 56; without edge correction.
  @Test(
    "three months of burglaries over London have ten hotspots that can be walked",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func london() async throws {
    let run = SurfaceRun()
    let months = ["2015-07", "2016-06", "2023-09"].flatMap {
      ["--incidents", SharedData.path("realdata/incidents/met-burglary-\($0).csv")]
    }
    #expect(
      await run.run(
        ["density", "--boundaries", SharedData.path("realdata/boundaries/london-wards-2014.shp")]
          + months + ["--hotspots", "@h.json", "--manifest", "@m.json"]) == .done)
    let rows = try #require(try run.json("h.json") as? [[String: Any]])
    #expect(rows.count == 10)
    #expect(rows.prefix(4).map { $0["incidents"] as? Int } == [178, 126, 108, 56])
    for row in rows {
      #expect((row["area_km2"] as? Double ?? .infinity) <= 1)
      #expect((row["predictive_accuracy_index"] as? Double ?? 0) > 5)
    }
    let chosen = try #require(
      (try run.json("m.json") as? [String: Any])?["chosen"] as? [String: Any])
    let hotspots = try #require(chosen["hotspots"] as? [String: Any])
    #expect(hotspots["bandwidth_m"] as? Double == 200 && hotspots["cell_size_m"] as? Double == 50)
    #expect((chosen["bandwidth_m"] as? Double ?? 0) > 300)
    #expect(hotspots["patches_split"] as? Int == 2)
    #expect(run.console.error.text.contains("hotspots: on a surface of their own, bandwidth 200 m"))
  }
}
