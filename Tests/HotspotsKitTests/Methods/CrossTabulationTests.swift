import HotspotAnalysis
import HotspotsKit
import Incidents
import Tables
import TestSupport
import Testing

@Suite("Cross tabulation")
struct CrossTabulationTests {
  /// Seven incidents with ages and shifts, two of them without an age, one with text for it.
  static let rows = """
    type,from,easting,northing,Age,Gender
    Robbery,2025-02-10 10:00,400005,300005,17,F
    Robbery,2025-02-10 22:00,400005,300005,18,M
    Burglary,2025-03-11 23:00,400015,300005,n/a,F
    Burglary,2025-03-11 05:59,400015,300005,64,F
    Burglary,2025-03-11,400015,300005,9,M
    Assault,2025-02-10 18:00,500000,300005,25,
    Assault,2025-02-10 06:00,,,about 30,M

    """

  private func run(
    _ method: CrossTabulation, rows: String = rows, isPlaced: Bool = false,
    _ change: (inout StudyOptions) -> Void = { _ in }
  ) async throws -> CrossTabulation.Result {
    let study = try SquareWorld().study(rows, isPlaced: isPlaced) { options in
      options.incidents.columns = [(.category, "type"), (.start, "from")]
      change(&options)
    }
    return try await study.run(method)
  }

  private func lines(_ table: FeatureTable) -> [String] {
    (0..<table.rowCount).map { row in
      table.columns.map { $0.values.description(at: row) }.joined(separator: ",")
    }
  }

  @Test("without boundaries every row counts wherever it lies, in the cell of its two values")
  func everywhere() async throws {
    let result = try await run(CrossTabulation(rows: .category, across: .column("Gender")))
    #expect(result.table.columns.map(\.name) == ["category", "F", "M", "not_recorded", "Total"])
    #expect(
      lines(result.table) == [
        "Burglary,2,1,0,3", "Assault,0,1,1,2", "Robbery,1,1,0,2", "not_recorded,0,0,0,0",
      ])
  }

  @Test(
    "with boundaries those in the areas count, and areas stand by their codes, the empty ones too")
  func areas() async throws {
    let result = try await run(
      CrossTabulation(rows: .area, across: .category), isPlaced: true)
    #expect(
      lines(result.table) == [
        "A,0,2,0,2", "B,3,0,0,3", "C,0,0,0,0", "D,0,0,0,0", "not_recorded,0,0,0,0",
      ])
    #expect(result.reading.reconciliations[0].assigned == 5)
  }

  @Test("numbers are cut into bands, and what is no number is not recorded, which is said")
  func bands() async throws {
    var method = CrossTabulation(rows: .column("Age"), across: .category)
    method.bands = [.init(try #require(NumberBands(bounds: [18, 25])))]
    let result = try await run(method)
    #expect(
      lines(result.table) == [
        "under 18,1,0,1,0,2", "18-24,0,0,1,0,1", "25 and over,1,1,0,0,2", "not_recorded,1,1,0,0,2",
      ])
    let said = result.choices.flatMap(\.sentences)
    #expect(
      said.contains(
        "not recorded: Age is no number for 1 incident, such as 'about 30'"))
    #expect(said.contains("not recorded: Age of 2 (28.6%) of 7 incidents"))
  }

  @Test("night and month are those of the start, and a day without a time is no night and no day")
  func times() async throws {
    let result = try await run(
      CrossTabulation(rows: .month, across: .night(HoursOfDay(from: 18, to: 6))))
    #expect(
      lines(result.table) == ["2025-02,2,2,0,4", "2025-03,2,0,1,3", "not_recorded,0,0,0,0"])
    let other = try await run(
      CrossTabulation(rows: .month, across: .night(HoursOfDay(from: 22, to: 24))))
    #expect(lines(other.table).first == "2025-02,1,3,0,4")
  }

  @Test("with known values only the others are left out, and how many is said")
  func known() async throws {
    var method = CrossTabulation(rows: .column("Age"), across: .column("Gender"))
    method.knownOnly = true
    method.share = .rows
    let result = try await run(method)
    #expect(result.table.columns.map(\.name) == ["Age", "M", "F", "Total", "base"])
    #expect(result.crossTable.notRecorded.either == 2)
    #expect(
      result.choices.flatMap(\.sentences).contains(
        "not recorded: Age of 1 (14.3%), Gender of 1 (14.3%) of 7 incidents; the 2 without one of "
          + "the two are left out"))
  }

  @Test("bands of two columns need a name, and those of no numbers are refused")
  func refusals() async throws {
    let bands = try #require(NumberBands(bounds: [18]))
    var method = CrossTabulation(rows: .column("Age"), across: .column("Gender"))
    method.bands = [.init(bands)]
    // Most of the ages are numbers, and no gender is.
    #expect(try await run(method).crossTable.rows.first?.name == "under 18")
    method.across = .column("easting")
    await #expect(throws: CrossTabulationError.unclearBands(rows: "Age", across: "easting")) {
      try await run(method)
    }
    method.bands = [.init(bands, of: "easting")]
    #expect(try await run(method).crossTable.columns.first?.name == "under 18")
    method.across = .column("Gender")
    method.bands = [.init(bands, of: "Gender")]
    await #expect(
      throws: CrossTabulationError.noNumbers(column: "Gender", examples: ["F", "M"])
    ) { try await run(method) }
  }

  @Test("more columns than can be read are refused, unless the rest is gathered")
  func width() async throws {
    let many = "type,Street\n" + (0..<300).map { "A,street \($0)\n" }.joined()
    var method = CrossTabulation(rows: .category, across: .column("Street"))
    await #expect(
      throws: CrossTabulationError.tooManyColumns(heading: "Street", count: 300, limit: 200)
    ) {
      try await run(method, rows: many) { $0.incidents.columns = [(.category, "type")] }
    }
    method.topColumns = 3
    let result = try await run(method, rows: many) { $0.incidents.columns = [(.category, "type")] }
    #expect(
      result.table.columns.map(\.name)
        == ["category", "street 0", "street 1", "street 10", "Other", "not_recorded", "Total"])
    #expect(lines(result.table).first == "A,1,1,1,297,0,300")
  }

  @Test("with hours asked for cells hold what is expected in them")
  func hours() async throws {
    let rows = """
      type,from,to
      Robbery,2025-02-10 21:00,2025-02-10 23:00
      Burglary,2025-02-10 10:00,2025-02-10 11:00
      Burglary,2025-02-10 22:30,

      """
    let result = try await run(CrossTabulation(rows: .category, across: .month), rows: rows) {
      $0.incidents.columns = [(.category, "type"), (.start, "from"), (.end, "to")]
      $0.filter.hours = HoursFilter(hours: HoursOfDay(from: 22, to: 0), days: nil)
    }
    #expect(result.table[column: "2025-02"]?.values == .reals([1, 0.5, 0]))
    #expect(result.reading.reconciliations[0].expected == 1.5)
    let said: [String] = result.choices.flatMap(\.sentences)
    #expect(said.contains { (sentence: String) in sentence.contains("an estimated 1.5 incidents") })
  }

  @Test("rows in another order give the same table, and two files add up to that of both")
  func laws() async throws {
    let lines = Self.rows.split(separator: "\n")
    let header = String(lines[0])
    func table(_ rows: [Substring]) async throws -> CrossTable {
      var method = CrossTabulation(rows: .category, across: .column("Gender"))
      method.share = .all
      let text = ([header] + rows.map(String.init)).joined(separator: "\n") + "\n"
      return try await run(method, rows: text).crossTable
    }
    let whole = try await table(Array(lines.dropFirst()))
    let turned = try await table(lines.dropFirst().reversed())
    #expect(turned.rows == whole.rows && turned.amounts == whole.amounts)
    let halves = (
      try await table(Array(lines[1...3])), try await table(Array(lines[4...]))
    )
    for (row, line) in whole.rows.enumerated() {
      for (column, other) in whole.columns.enumerated() {
        let parts = [halves.0, halves.1].map { half -> Double in
          guard let row = half.rows.firstIndex(where: { $0.name == line.name }),
            let column = half.columns.firstIndex(where: { $0.name == other.name })
          else { return 0 }
          return half.amounts[row][column]
        }
        #expect(parts[0] + parts[1] == whole.amounts[row][column], "\(line.name), \(other.name)")
      }
    }
  }
}
