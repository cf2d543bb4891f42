import Foundation
import TestSupport
import Testing

@Suite("Command assessment, its tables")
struct AssessmentTablesTests {
  private static let (lsoa, wards) = (MadeAssessment.lsoa, MadeAssessment.wards)
  private static let (period, weights) = (MadeAssessment.period, MadeAssessment.weights)
  private static let costs = MadeAssessment.costs

  private let folder = TemporaryFolder()

  /// A table of the folder and the command that makes it.
  struct Equal: CustomTestStringConvertible, Sendable {
    let table: String
    let words: [String]
    var option = "--output"

    var testDescription: String { "\(table) of \(words[0])" }
  }

  private static let sets = [
    "--set", "alcohol=Flags like '%alcohol%'", "--set", "domestic=Flags like '%domestic%'",
    "--set", "knife=Flags like '%knife%'", "--set", "hate=Flags like '%hate%'",
  ]

  static let equals: [Equal] = [
    Equal(
      table: "concentration.csv",
      words: ["concentration", "--by", "category", "--against", "before"] + lsoa + period),
    Equal(table: "areas.csv", words: ["areas"] + lsoa + period + weights),
    Equal(table: "areas-wards.csv", words: ["areas"] + wards + period + weights),
    Equal(table: "cost.csv", words: ["cost"] + costs + lsoa + period),
    Equal(table: "change.csv", words: ["change"] + lsoa + period + weights),
    Equal(table: "change-areas.csv", words: ["change", "--by", "area"] + wards + period + weights),
    Equal(table: "months.csv", words: ["months", "--to", "2025-12"] + lsoa),
    Equal(
      table: "months-categories.csv",
      words: ["months", "--by", "category", "--to", "2025-12"] + lsoa),
    Equal(table: "hours.csv", words: ["hours"] + lsoa + period + weights),
    Equal(table: "night.csv", words: ["hours"] + lsoa + period, option: "--night-output"),
    Equal(
      table: "hotspots.csv", words: ["density", "--bandwidth", "200"] + lsoa + period,
      option: "--hotspots"),
    Equal(
      table: "profiles.csv", words: ["profile", "--against", "before"] + wards + period + weights),
    Equal(table: "profiles-long.csv", words: ["profile"] + wards + period, option: "--long"),
    Equal(table: "profiles-nights.csv", words: ["profile"] + wards + period, option: "--nights"),
    Equal(
      table: "crosstab-category-by-month.csv",
      words: ["crosstab", "--rows", "category", "--across", "month"] + lsoa + period),
    Equal(
      table: "crosstab-category-by-victim-age.csv",
      words: [
        "crosstab", "--rows", "category", "--across", "Victim age", "--bands", "18,25,35,50",
      ] + lsoa + period),
    Equal(
      table: "repeats-location.csv", words: ["repeats", "--trigger", "3/6months"] + lsoa + period),
    Equal(
      table: "repeats-location-worklist.csv",
      words: ["repeats", "--trigger", "3/6months"] + lsoa + period, option: "--worklist"),
    Equal(table: "overlaps.csv", words: ["overlaps"] + sets + lsoa + period),
    Equal(
      table: "overlaps-totals.csv", words: ["overlaps"] + sets + lsoa + period, option: "--totals"),
  ]

  @Test("a table has the very bytes that its own command writes", arguments: equals)
  func bytes(one: Equal) async throws {
    let made = try await MadeAssessment.borough.value
    let path = folder.path("alone.csv")
    var words = one.words + MadeAssessment.incidents + [one.option, path]
    // A command that writes its second table only must be told where the first goes.
    if ["--totals", "--long", "--nights", "--worklist"].contains(one.option) {
      words += ["--output", folder.path("first.csv")]
    }
    let run = await CommandRun(words: words)
    #expect(run.status == 0, "\(run.messages)")
    let alone = try folder.text("alone.csv")
    #expect(made.text(one.table) == alone)
    #expect(alone.split(separator: "\n").count > 1)
  }

  @Test("every table of the folder is compared with a command, or known to have none")
  func tables() async throws {
    let made = try await MadeAssessment.borough.value
    let tables = made.files.keys.filter { $0.hasSuffix(".csv") }
    #expect(Set(tables) == Set(Self.equals.map(\.table) + ["harm-categories.csv"]))
  }

  @Test("incidents of areas, categories, months and cross tables add up to those assigned")
  func sums() async throws {
    let made = try await MadeAssessment.borough.value
    let reconciliations = try #require(made.manifest["reconciliation"] as? [[String: Any]])
    let assigned = try #require(reconciliations[0]["assigned"] as? Int)
    func sum(_ table: String, _ column: String, totals: Int = 0) -> Int {
      let rows = made.rows(table)
      guard let place = rows[0].firstIndex(of: column) else { return -1 }
      return rows.dropFirst().dropLast(totals).reduce(0) { $0 + (Int($1[place]) ?? 0) }
    }
    #expect(sum("areas.csv", "incidents") == assigned)
    #expect(sum("harm-categories.csv", "incidents", totals: 1) == assigned)
    #expect(sum("change.csv", "now", totals: 1) == assigned)
    #expect(sum("crosstab-category-by-month.csv", "Total") == assigned)
    #expect(sum("overlaps.csv", "incidents") == assigned)
    let months = made.rows("months.csv").dropFirst().suffix(6)
    #expect(months.reduce(0) { $0 + (Int($1[2]) ?? 0) } == assigned)
    for section in try #require(made.chosen["sections"] as? [[String: Any]]) {
      let rows = try #require(section["reconciliation"] as? [String: Any])
      let parts = ["rejected", "filtered", "without_coordinates", "outside", "assigned"]
      #expect(
        rows["read"] as? Int == parts.reduce(0) { $0 + (rows[$1] as? Int ?? -1) },
        "\(section["section"] ?? "")")
    }
  }
}
