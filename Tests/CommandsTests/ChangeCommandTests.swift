import Foundation
import TestSupport
import Testing

@Suite("The commands change and months")
struct ChangeCommandTests {
  private static let samples = ["--incidents", ProjectFolder.path("samples/incidents.csv")]
  private static let wards = ["--boundaries", ProjectFolder.path("boundaries/wards.shp")]
  private static let halves = ["--from", "2025-07", "--to", "2025-12"]

  @Test("wards add up to the borough, and both periods to what is assigned")
  func wards() async throws {
    let folder = TemporaryFolder()
    let run = await CommandRun(
      words: ["change"] + Self.samples + Self.wards + Self.halves + [
        "--by", "area", "--output", folder.path("change.json"), "--map", folder.path("map.svg"),
        "--chart", folder.path("chart.svg"), "--manifest", folder.path("manifest.json"),
      ])
    #expect(run.status == 0, "\(run.messages)")
    let rows = try folder.objects("change.json")
    #expect(rows.count == 19)
    let manifest = try folder.object("manifest.json")
    let found = try #require((manifest["reconciliation"] as? [[String: Any]])?.first)
    let assigned = try #require(found["assigned"] as? Int)
    func sum(_ column: String, _ rows: some Sequence<[String: Any]>) -> Int {
      rows.reduce(0) { $0 + ($1[column] as? Int ?? 0) }
    }
    for column in ["earlier", "now", "difference"] {
      #expect(sum(column, rows.dropLast()) == rows[18][column] as? Int)
    }
    #expect(sum("earlier", rows.suffix(1)) + sum("now", rows.suffix(1)) == assigned)
    #expect(rows[18]["name"] as? String == "Total" && rows[18]["code"] is NSNull)
    #expect(rows[18]["evidence"] is NSNull && rows[18]["p_adjusted"] is NSNull)
    // The files have six months before the period: too few to tell how much counts vary.
    #expect(rows.allSatisfy { $0["dispersion"] is NSNull })
    #expect(run.messages.contains("evidence: none of change in"))
    #expect(run.messages.contains("which takes incidents as independent"))
    for name in ["map.svg", "chart.svg"] {
      #expect(try folder.text(name).contains("July 2025 to December 2025 against January 2025"))
    }
  }

  @Test(
    "weights are those of the incidents of this period, by category, area and both",
    arguments: ["category", "area", "both"])
  func weights(grouping: String) async throws {
    let folder = TemporaryFolder()
    let weights = try folder.file("harm.csv", "category,days\nRobbery,365\nBurglary,10.5\n")
    let words = Self.samples + Self.wards + Self.halves + ["--by", grouping]
    let run = await CommandRun(
      words: ["change"] + words + ["--weights", weights, "--output", folder.path("change.json")])
    #expect(run.status == 0, "\(run.messages)")
    let rows = try folder.objects("change.json")
    let counted = await CommandRun(
      words: ["change"] + Self.samples + Self.wards + Self.halves + [
        "--by", "both", "--output", folder.path("both.json"),
      ])
    #expect(counted.status == 0)
    let both = try folder.objects("both.json").dropLast()
    func expected(_ isOfRow: ([String: Any]) -> Bool) -> Double {
      both.filter(isOfRow).reduce(0) { sum, row in
        let days: [String: Double] = ["Robbery": 365, "Burglary": 10.5]
        let category = row["category"] as? String ?? ""
        return sum + (days[category] ?? 0) * Double(row["now"] as? Int ?? 0)
      }
    }
    let total = expected { _ in true }
    for row in rows.dropLast() {
      let found = try #require(row["weight"] as? Double)
      let wanted = expected { other in
        ["category", "code"].allSatisfy { key in
          (row[key] as? String).map { $0 == other[key] as? String } ?? true
        }
      }
      #expect(abs(found - wanted) < 1e-6)
      #expect(abs((row["weight_share"] as? Double ?? -1) - wanted / total) < 1e-9)
    }
    #expect(rows.last?["weight"] as? Double == total && rows.last?["weight_rank"] is NSNull)
    let first = rows.dropLast().max {
      ($0["weight"] as? Double ?? 0) < ($1["weight"] as? Double ?? 0)
    }
    #expect(first?["weight_rank"] as? Int == 1)
  }

  @Test("a period that the files do not cover ends with 65, and what was asked amiss with 64")
  func refused() async throws {
    let folder = TemporaryFolder()
    let output = ["--output", folder.path("x.csv")]
    let uncovered = await CommandRun(
      words: ["change"] + Self.samples + output + ["--from", "2025-01", "--to", "2025-06"])
    #expect(uncovered.status == 65)
    #expect(
      uncovered.messages.contains(
        "cannot compare July 2024 to December 2024 with another period: the files do not cover it, "
          + "they have January 2025 to December 2025"))
    #expect(uncovered.messages.contains("--against"))
    for words in [
      ["--from", "2025-07", "--by", "area"], [],
      ["--from", "2025-07", "--against", "yesterday"],
      ["--from", "2025-07", "--map", folder.path("x.svg")],
      Self.wards + ["--from", "2025-07", "--by", "area", "--groups", "groups.csv"],
    ] {
      let run = await CommandRun(words: ["change"] + Self.samples + output + words)
      #expect(run.status == 64, "\(words): \(run.messages)")
    }
    let overlap = await CommandRun(
      words: ["change"] + Self.samples + output + Self.halves
        + ["--against", "2025-06..2025-07"])
    #expect(overlap.status == 64, "\(overlap.messages)")
    let months = await CommandRun(
      words: ["months"] + Self.samples + output + ["--from", "2023-01"])
    #expect(months.status == 65)
    #expect(months.messages.contains("they have January 2025 to December 2025"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("x.csv")))
  }

  @Test("months of the categories add up to the months of all")
  func months() async throws {
    let folder = TemporaryFolder()
    for (words, name) in [(["--by", "category"], "by.csv"), ([], "all.csv")] {
      let run = await CommandRun(
        words: ["months"] + Self.samples + words + [
          "--output", folder.path(name), "--chart", folder.path("months-\(name).svg"),
        ])
      #expect(run.status == 0, "\(run.messages)")
    }
    let (by, all) = (try folder.rows("by.csv"), try folder.rows("all.csv"))
    #expect(
      all[0] == ["month", "days", "incidents", "per_day", "per_day_12_months"])
    #expect(all.count == 13 && by.count == 12 * 14 + 1)
    for row in all.dropFirst() {
      let parts = by.filter { $0[0] == row[0] }.compactMap { Int($0[3]) }
      #expect(parts.reduce(0, +) == Int(row[2]))
    }
    #expect(all[1][4] == "" && all[12][4] != "")
  }
}
