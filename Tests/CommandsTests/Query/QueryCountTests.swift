import CommandLineKit
import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Counts of a query")
struct QueryCountTests {
  private let folder = TemporaryFolder()

  private func count(_ words: String...) async throws -> String {
    let incidents = try folder.file("grid.csv", QueryGrid.text)
    let output = folder.path("count.csv")
    let run = await CommandRun(
      words: ["query", "--incidents", incidents, "--output", output] + words)
    #expect(run.status == 0, "\(run.messages)")
    return try folder.text("count.csv")
  }

  @Test("by category, the most frequent first")
  func category() async throws {
    #expect(
      try await count("--count", "category")
        == "category,incidents,share\nTheft,266,0.665\nRobbery,134,0.335\n")
    #expect(
      try await count("--count", "category", "--category", "robbery")
        == "category,incidents,share\nRobbery,134,1\n")
  }

  @Test("by month, months without incidents included, undated ones last")
  func month() async throws {
    let rows = "a,2024-01-31\nb,2024-03-01\nc,2024-03-31\nd,\n"
    let incidents = try folder.file("dates.csv", "id,date\n\(rows)")
    let output = folder.path("months.csv")
    let run = await CommandRun(
      "query", "--incidents", incidents, "--count", "month", "--output", output)
    #expect(run.status == 0, "\(run.messages)")
    #expect(
      try folder.text("months.csv")
        == "month,incidents,share\n2024-01,1,0.25\n2024-02,0,0\n2024-03,2,0.5\n,1,0.25\n")
  }

  @Test("the months of a place add up to all in it")
  func monthsOfPlace() async throws {
    let text = try await count("--count", "month", "--near", "530000,180000", "--radius", "41")
    let counts = text.split(separator: "\n").dropFirst().compactMap {
      Int($0.split(separator: ",")[1])
    }
    let expected = QueryGrid.numbers { x, y in
      (x - 530_000) * (x - 530_000) + (y - 180_000) * (y - 180_000) <= 1600
    }
    #expect(counts.reduce(0, +) == expected.count)
  }

  @Test("by area, with those in none at the end, as the areas command counts")
  func area() async throws {
    let (wards, incidents) = (
      ProjectFolder.path("boundaries/wards.shp"), ProjectFolder.path("samples/incidents.csv")
    )
    let run = await CommandRun(
      "query", "--incidents", incidents, "--boundaries", wards, "--count", "area", "--output",
      folder.path("q.csv"))
    #expect(run.status == 0, "\(run.messages)")
    let areas = await CommandRun(
      "areas", "--incidents", incidents, "--boundaries", wards, "--output", folder.path("a.csv"))
    #expect(areas.status == 0)
    func counts(_ name: String) throws -> [[Substring]] {
      try folder.text(name).split(separator: "\n").dropFirst().map {
        Array($0.split(separator: ",", omittingEmptySubsequences: false).prefix(3))
      }
    }
    let (found, expected) = (try counts("q.csv"), try counts("a.csv"))
    #expect(found.prefix(expected.count) == expected[...])
    // 20,000 rows, 19,584 assigned: see the sample's own description.
    #expect(found.dropFirst(expected.count).allSatisfy { $0[0].isEmpty && $0[1].isEmpty })
    #expect(areas.messages.contains("19,584 assigned"))
  }

  @Test(
    "any number of threads counts the same", arguments: ["all", "category", "month", "area"])
  func threads(grouping: String) async throws {
    var tables: [String] = []
    for threads in ["1", "2", "5"] {
      let run = await CommandRun(
        "query", "--incidents", ProjectFolder.path("samples/incidents.csv"), "--boundaries",
        ProjectFolder.path("boundaries/wards.shp"), "--area", "E05999001", "--outside", "--count",
        grouping, "--threads", threads, "--output", folder.path("c.csv"))
      // An area that does not exist would count nothing.
      #expect(run.status == 0, "\(run.messages)")
      tables.append(try folder.text("c.csv"))
    }
    #expect(tables[0].count > 10 && Set(tables).count == 1)
  }

  @Test("hours weigh, and counts come as JSON and as text too")
  func hours() async throws {
    let rows = """
      id,From,To
      1,2024-03-01T17:00:00,2024-03-01T19:00:00
      2,2024-03-01T18:00:00,2024-03-01T18:30:00
      3,2024-03-02T18:00:00,2024-03-02T18:30:00

      """
    let incidents = try folder.file("hours.csv", rows)
    let words = [
      "query", "--incidents", incidents, "--hours", "18-20", "--days", "fri", "--bounds",
      "--count", "all",
    ]
    let run = await CommandRun(words: words + ["--output", folder.path("h.json")])
    #expect(run.status == 0, "\(run.messages)")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(folder.read("h.json"))) as? [[String: Any]])
    #expect(json.count == 1)
    #expect(json[0]["incidents"] as? Int == 2 && json[0]["expected"] as? Double == 1.5)
    #expect(json[0]["must"] as? Int == 1 && json[0]["could"] as? Int == 2)
    let text = await CommandRun(words: words)
    #expect(text.status == 0)
    #expect(
      text.output.split(whereSeparator: \.isWhitespace)
        == ["incidents", "expected", "must", "could", "2", "1.5", "1", "2"])

    let list = await CommandRun(
      words: words.dropLast(2) + ["--output", folder.path("h.ndjson")])
    #expect(list.status == 65, "no coordinates, so no geometry")
    let table = await CommandRun(words: words.dropLast(2) + ["--output", folder.path("h.csv")])
    #expect(table.status == 0, "\(table.messages)")
    #expect(
      try folder.text("h.csv").hasPrefix(
        "id,start,end,expected,must,could\n1,2024-03-01T17:00:00,2024-03-01T19:00:00,0.5,0,1\n2,"))
  }
}
