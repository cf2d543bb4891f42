import Assignment
import Statistics
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Counts by several dimensions, against every row looked at on its own")
struct CrossCountsTests {
  /// A row as the oracle knows it.
  private struct Row {
    var category: String
    var age: String
    var hour: Int
    var month: Int
    var count: Int

    var line: String {
      let day = "2024-\(month < 10 ? "0" : "")\(month)-15"
      return "\(category),\(age),\(day)T\(hour < 10 ? "0" : "")\(hour):30:00,\(count)\n"
    }
  }

  private let folder = TemporaryFolder()

  private static func rows(_ seed: UInt64) -> [Row] {
    var random = SplitMix64(seed: seed)
    return (0..<3000).map { _ in
      Row(
        category: ["Arson", "Burglary", "Robbery"].randomElement(using: &random) ?? "",
        age: ["", "N/A", "7", "18", "\"18\"", " 18 ", "40"].randomElement(using: &random) ?? "",
        hour: Int.random(in: 0..<24, using: &random), month: Int.random(in: 1...12, using: &random),
        count: Int.random(in: 0...5, using: &random))
    }
  }

  private func study(_ rows: [Row], threads: Int, counts: Bool = false) throws -> Study {
    let text = "category,Age,start,n\n" + rows.map(\.line).joined()
    var options = StudyOptions(incidents: [try folder.file("rows.csv", text)])
    options.threads = threads
    options.incidents.countColumn = counts ? "N" : nil
    return Study(options)
  }

  /// The age without blanks and quotes, empty where it says nothing.
  private static func label(_ age: String) -> String {
    let text = String(age.filter { $0.isNumber })
    return text
  }

  @Test(
    "each row counts in one combination of category, text and month",
    arguments: 0..<4 as Range<UInt64>)
  func combinations(seed: UInt64) async throws {
    let rows = Self.rows(seed)
    let result = try await study(rows, threads: seed % 2 == 0 ? 1 : 3)
      .run(CrossCounts(by: [.category, .column("age"), .month]))
    #expect(result.labels[1] == ["", "18", "40", "7"])
    let names = result.reading.categories?.names ?? []
    var expected: [[String]: Int] = [:]
    for row in rows {
      expected[[row.category, Self.label(row.age), "\(2024 * 12 + row.month - 1)"], default: 0] += 1
    }
    var found: [[String]: Int] = [:]
    for cell in result.cells {
      found[[names[cell.keys[0]], result.labels[1][cell.keys[1]], "\(cell.keys[2])"]] =
        cell.incidents
    }
    #expect(found == expected)
    #expect(result.incidents == rows.count)
  }

  @Test("rows count for the incidents that they stand for", arguments: 0..<2 as Range<UInt64>)
  func counts(seed: UInt64) async throws {
    let rows = Self.rows(seed)
    let result = try await study(rows, threads: 2, counts: true)
      .run(CrossCounts(by: [.category]))
    let names = result.reading.categories?.names ?? []
    for cell in result.cells {
      let name = names[cell.keys[0]]
      #expect(cell.incidents == rows.filter { $0.category == name }.reduce(0) { $0 + $1.count })
    }
    let reconciliation = result.reading.reconciliations[0]
    #expect(reconciliation.assigned == rows.count)
    #expect(reconciliation.incidents?.assigned == rows.reduce(0) { $0 + $1.count })
  }

  @Test("a night is told by the start, and a row is part of each set whose condition it meets")
  func nightAndSets() async throws {
    let rows = Self.rows(9)
    let sets = try [Condition("category = 'Arson'"), Condition("age >= 18")]
    let result = try await study(rows, threads: 2)
      .run(CrossCounts(by: [.night(HoursOfDay(from: 18, to: 6)), .sets(sets)]))
    for cell in result.cells {
      let wanted = rows.count { row in
        let isNight = row.hour >= 18 || row.hour < 6
        let age = Int(Self.label(row.age)) ?? 0
        let bits = (row.category == "Arson" ? 1 : 0) + (age >= 18 ? 2 : 0)
        return isNight == (cell.keys[0] == 1) && bits == cell.keys[1]
      }
      #expect(cell.incidents == wanted)
    }
    #expect(result.cells.count == 8)
  }

  @Test("methods of one pass may have different sets")
  func setsOfTwoMethods() async throws {
    let rows = Self.rows(11)
    let (arson, adult) = (try Condition("category = 'Arson'"), try Condition("age >= 18"))
    let (first, second) = try await study(rows, threads: 2)
      .run(CrossCounts(by: [.sets([arson])]), CrossCounts(by: [.sets([adult, arson])]))
    let (arsons, adults) = (
      rows.count { $0.category == "Arson" }, rows.count { (Int(Self.label($0.age)) ?? 0) >= 18 }
    )
    func sum(_ result: CrossCounts.Result, bit: Int) -> Int {
      result.cells.reduce(0) { $0 + ($1.keys[0] & bit == 0 ? 0 : $1.incidents) }
    }
    #expect(sum(first, bit: 1) == arsons && sum(second, bit: 2) == arsons)
    #expect(sum(second, bit: 1) == adults && first.incidents == rows.count)
  }

  @Test("the order of the rows and the number of threads change nothing")
  func order() async throws {
    let rows = Self.rows(5)
    let method = CrossCounts(by: [.month, .column("Age")])
    let first = try await study(rows, threads: 1).run(method)
    let second = try await study(rows.reversed(), threads: 4).run(method)
    #expect(first.cells == second.cells && first.labels == second.labels)
  }

  @Test("a column with more values than are counted by is refused, whoever meets them")
  func tooManyValues() async throws {
    let text = "category,key\n" + (0..<12_000).map { "a,\($0)\n" }.joined()
    for threads in [1, 3] {
      var options = StudyOptions(incidents: [try folder.file("keys.csv", text)])
      options.threads = threads
      await #expect(
        throws: IncidentError.tooManyValues(
          path: folder.path("keys.csv"), column: "key", limit: 10_000)
      ) {
        _ = try await Study(options).run(CrossCounts(by: [.column("key")]))
      }
    }
  }

  @Test("a column that a file lacks is named, with what it may have meant")
  func noColumn() async throws {
    let study = try study(Self.rows(1), threads: 1)
    await #expect {
      _ = try await study.run(CrossCounts(by: [.column("Agee")]))
    } throws: { error in
      "\(error)".contains("cannot find column 'Agee'") && "\(error)".contains("did you mean 'Age'?")
    }
  }
}
