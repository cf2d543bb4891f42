import Foundation
import TestSupport
import Testing

@testable import Commands

// GeoPandas 1 (sjoin of the made-up borough's points to its LSOAs) counts the incidents of each month;
// the chances are the double sum of the E-test and Benjamini and Hochberg's adjustment in plain NumPy.
@Suite("hotspots tasking: months and change")
struct TaskingTrendTests {
  private static let boundaries = ProjectFolder.path("boundaries/lsoa.shp")
  private static let incidents = ProjectFolder.path("samples/incidents.csv")

  /// What a command writes into a table.
  private static func table(_ command: String, _ words: String...) async throws -> [UInt8] {
    let home = TemporaryFolder()
    let run = await CommandRun(
      words: [
        command, "--boundaries", boundaries, "--incidents", incidents, "--output",
        home.path("table.csv"),
      ] + words)
    #expect(run.status == 0, "\(run.messages)")
    return try home.read("table.csv")
  }

  @Test("the tables are those of the commands, byte for byte")
  func sameTables() async throws {
    let pack = try await MadePack.quarter.value
    let months = try await Self.table("months", "--by", "category", "--to", "2025-12")
    #expect(pack.files["months.csv"] == months)
    let change = try await Self.table(
      "change", "--by", "area", "--from", "2025-10", "--to", "2025-12")
    #expect(pack.files["change.csv"] == change)
  }

  @Test("the tables are those of the commands with hours and weights too")
  func sameWithHours() async throws {
    let filters = [
      "--from", "2025-11", "--to", "2025-11", "--hours", "18-06", "--days", "fri,sat",
      "--weights", ProjectFolder.path("samples/weights.csv"),
    ]
    let home = TemporaryFolder()
    let run = await CommandRun(
      words: [
        "tasking", "--boundaries", Self.boundaries, "--incidents", Self.incidents, "--output",
        home.path("pack"),
      ] + filters)
    #expect(run.status == 0, "\(run.messages)")
    let pack = try MadePack(home)
    let change = await CommandRun(
      words: [
        "change", "--boundaries", Self.boundaries, "--incidents", Self.incidents, "--by", "area",
        "--output", home.path("change.csv"),
      ] + filters)
    #expect(change.status == 0, "\(change.messages)")
    #expect(try home.read("change.csv") == pack.files["change.csv"])
    let months = try await Self.table(
      "months", "--by", "category", "--to", "2025-11", "--hours", "18-06", "--days", "fri,sat")
    #expect(pack.files["months.csv"] == months)
  }

  @Test("the months are those that GeoPandas counts, and their categories add up to them")
  func months() async throws {
    let rows = try await MadePack.quarter.value.rows("months.csv")
    #expect(
      rows[0] == ["month", "category", "days", "incidents", "per_day", "per_day_12_months"])
    var sums: [String: Int] = [:]
    for row in rows.dropFirst() { sums[row[0], default: 0] += Int(row[3]) ?? 0 }
    #expect(
      sums == [
        "2025-01": 1595, "2025-02": 1408, "2025-03": 1627, "2025-04": 1557, "2025-05": 1696,
        "2025-06": 1656, "2025-07": 1720, "2025-08": 1723, "2025-09": 1528, "2025-10": 1772,
        "2025-11": 1679, "2025-12": 1617,
      ])
    let theft = rows.first { $0[0] == "2025-01" && $0[1] == "Theft from the person" }
    #expect(theft?[3] == "432" && theft?[2] == "31")
    // All of 2025: 19,578 incidents in 365 days.
    let averages = rows.filter { $0[0] == "2025-12" }.compactMap { Double($0[5]) }
    #expect(abs(averages.reduce(0, +) - 19_578.0 / 365) < 1e-6)
  }

  @Test("the change is as Python has it, and the page lists the largest rises and falls")
  func change() async throws {
    let pack = try await MadePack.quarter.value
    let rows = pack.rows("change.csv")
    let area = try #require(rows.first { $0[0] == "E01999022" })
    let column = { (name: String) in rows[0].firstIndex(of: name).map { area[$0] } ?? "" }
    #expect(column("now") == "81" && column("earlier") == "31")
    #expect(abs((Double(column("p_adjusted")) ?? 0) - 0.00020475979826502079) < 1e-12)
    #expect(column("evidence") == "increase")
    let evidence = try #require(rows[0].firstIndex(of: "evidence"))
    #expect(rows.count { $0[evidence] == "increase" || $0[evidence] == "decrease" } == 1)
    // One of the 128 areas has fewer than ten incidents in both.
    #expect(rows.count { $0[evidence] == "few" } == 1)
    for sentence in [
      "The ten LSOAs that rose most",
      "E01999022 81 31 +0.54 +161.3% increase (2.0e-4)",
      "E01999065 82 59 +0.25 +39.0% none (79.1%)",
      "The ten LSOAs that fell most",
      "E01999098 460 476 −0.17 −3.4% none (98.6%)",
      "Evidence: none of change in 126 of 127 LSOAs; of an increase in 1 (Marlowick 003E)",
    ] {
      pack.expect(sentence)
    }
    let map = pack.text("maps/change.svg")
    #expect(
      map.contains("Largest rises and falls")
        && map.contains("evidence of change in 1 of 128 areas"))
  }

  @Test("what there is no table for is an absence with its reason")
  func absences() async throws {
    let header = ["Month,Easting,Northing"]
    let one = try await MadePack(rows: header + ["2024-05,400005,300005"])
    let month = "the files have one month only up to the period's end, May 2024"
    #expect(one.absences["months.csv"] == month && one.absences["maps/months.svg"] == month)
    let period = "all incidents are of one period; --from sets earlier ones apart"
    #expect(one.absences["change.csv"] == period && one.absences["maps/change.svg"] == period)
    let undated = try await MadePack(rows: ["Easting,Northing", "400005,300005"])
    #expect(undated.absences["months.csv"] == "no row has a date")
    // Of two months, the second is after the period.
    let rows = ["2024-05", "2024-06"].map { "\($0),400005,300005" }
    let first = try await MadePack(rows: header + rows, "--to", "2024-05")
    #expect(first.absences["months.csv"] == month)
    let both = try await MadePack(rows: header + rows)
    #expect(both.absences["months.csv"] == nil)
    #expect(
      both.rows("months.csv").map { $0.prefix(3).joined(separator: " ") }
        == ["month days incidents", "2024-05 31 1", "2024-06 30 1"])
    both.expect("there are no twelve months in a row for an average of twelve")
  }

  // GeoPandas' sjoin of the rows to the 128 LSOAs of Westminster; chances as above.
  @Test(
    "a quarter of real data has the counts and chances that Python has",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func westminster() async throws {
    let pack = try await MadePack(
      "--boundaries", SharedData.path("realdata/boundaries/london-lsoa-2011.shp"),
      "--study-area", "LAD11CD=E09000033", "--incidents",
      SharedData.path("realdata/incidents/westminster-2016-04_2017-03.csv"), "--from", "2017-01",
      "--to", "2017-03")
    var months: [String: Int] = [:]
    for row in pack.rows("months.csv").dropFirst() {
      months[row[0], default: 0] += Int(row[3]) ?? 0
    }
    #expect(
      months.sorted { $0.key < $1.key }.map(\.value) == [
        4941, 5188, 5246, 5899, 5915, 5134, 5527, 5697, 6059, 5186, 4848, 5988,
      ])
    let rows = pack.rows("change.csv")
    let place = { (name: String) in rows[0].firstIndex(of: name) ?? 0 }
    let (now, earlier, evidence) = (place("now"), place("earlier"), place("evidence"))
    #expect(rows.last?[now] == "16022" && rows.last?[earlier] == "17283")
    func codes(_ word: String) -> [String] { rows.filter { $0[evidence] == word }.map { $0[0] } }
    #expect(codes("increase") == ["E01004728"])
    #expect(codes("decrease") == ["E01004689", "E01004722", "E01004761", "E01033604"])
    #expect(codes("few").count == 2)
    let last = try #require(rows.first { $0[0] == "E01033604" })
    #expect(abs((Double(last[place("p_adjusted")]) ?? 0) - 0.04786578509) < 1e-8)
  }
}
