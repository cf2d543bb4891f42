import Assignment
import HotspotAnalysis
import Statistics
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Change between two periods")
struct PeriodChangeTests {
  /// Rows of months: so many robberies in A and so many burglaries in B.
  static func rows(_ months: [(name: String, robberies: Int, burglaries: Int)]) -> String {
    let rows = months.flatMap { month in
      [String](repeating: "Robbery,\(month.name),400005,300005", count: month.robberies)
        + [String](repeating: "Burglary,\(month.name),400015,300005", count: month.burglaries)
    }
    return (["type,from,easting,northing"] + rows).joined(separator: "\n") + "\n"
  }

  static func study(
    _ rows: String, from: String = "2025-03", to: String? = "2025-03", isPlaced: Bool = false,
    _ change: (inout StudyOptions) -> Void = { _ in }
  ) throws -> Study {
    try SquareWorld().study(rows, isPlaced: isPlaced) { options in
      options.incidents.columns = [(.category, "type"), (.month, "from"), (.start, "")]
      options.filter.from = try? PeriodBound(from)
      options.filter.to = to.flatMap { try? PeriodBound($0) }
      change(&options)
    }
  }

  private static func run(_ method: PeriodChange, on study: Study) async throws
    -> PeriodChange.Result
  {
    let result = try await method.run(on: study)
    // The study keeps its folder, which is read again.
    withExtendedLifetime(study) {}
    return result
  }

  static func numbers(_ result: PeriodChange.Result, _ column: String) -> [Double?] {
    let table = result.table
    return (0..<table.rowCount).map { table[column: column]?.values.number(at: $0) }
  }

  static func texts(_ result: PeriodChange.Result, _ column: String) -> [String] {
    let table = result.table
    return (0..<table.rowCount).map { table[column: column]?.values.description(at: $0) ?? "?" }
  }

  @Test("counts, differences and shares are of counts, and incidents a day of calendar days")
  func counts() async throws {
    let rows = Self.rows([("2025-02", 28, 14), ("2025-03", 62, 0)])
    let result = try await Self.run(PeriodChange(), on: Self.study(rows))
    #expect(Self.texts(result, "category") == ["Burglary", "Robbery", "Total"])
    #expect(Self.texts(result, "earlier") == ["14", "28", "42"])
    #expect(Self.texts(result, "now") == ["0", "62", "62"])
    #expect(Self.numbers(result, "per_day_earlier") == [0.5, 1, 1.5])
    #expect(Self.numbers(result, "per_day_now") == [0, 2, 2])
    #expect(Self.numbers(result, "difference") == [-14, 34, 20])
    #expect(Self.numbers(result, "percent") == [-1, 34.0 / 28, 20.0 / 42])
    #expect(Self.numbers(result, "share_of_change") == [-0.7, 1.7, 1])
    #expect(Self.texts(result, "evidence") == ["decrease", "increase", ""])
    #expect(Self.numbers(result, "dispersion") == [nil, nil, nil])
    #expect(Self.numbers(result, "p_adjusted").last == .some(nil))
    #expect(
      result.totalWords
        == "change: 62 incidents in March 2025, 47.6% more than the 42 of February 2025; 2.0 a day "
        + "after 1.5 (31 days after 28)")
    #expect(
      result.evidenceWords()
        == "evidence: none of change in 0 of 2 categories; of an increase in 1 (Robbery), of a "
        + "decrease in 1 (Burglary)")
  }

  @Test("a base of none has no percentage, and fewer than ten incidents are not tested")
  func few() async throws {
    let rows = Self.rows([("2025-02", 0, 5), ("2025-03", 12, 4)])
    let result = try await Self.run(PeriodChange(), on: Self.study(rows))
    #expect(Self.numbers(result, "percent") == [-0.2, nil, 11.0 / 5])
    #expect(Self.texts(result, "evidence") == ["few", "increase", ""])
    #expect(Self.numbers(result, "p_adjusted")[0] == nil)
    // One test: nothing to adjust.
    #expect(Self.numbers(result, "p_adjusted")[1] == Self.numbers(result, "p")[1])
  }

  @Test("every row is of a period or has a reason, also one without coordinates")
  func reconciliation() async throws {
    let rows =
      Self.rows([("2024-12", 3, 1), ("2025-02", 7, 1), ("2025-03", 4, 3)])
      + "Robbery,2025-03,,\nRobbery,2024-12,,\nRobbery,2025-02,500000,300005\n"
      + "Robbery,2025-01,500000,300005\nRobbery,,400005,300005\n"
    let result = try await Self.run(
      PeriodChange(by: .area), on: Self.study(rows, isPlaced: true))
    let found = result.reading.reconciliations[0]
    #expect(found.read == 24)
    #expect(found.assigned == 15)
    #expect(found.filtered == ["outside_periods": 6, "without_date": 1])
    #expect(found.withoutCoordinates == ["coordinates_empty": 1])
    #expect(found.outside == ["outside_areas": 1])
    #expect(Self.texts(result, "code") == ["A", "B", "C", "D", ""])
    #expect(Self.texts(result, "name").last == "Total")
    #expect(Self.texts(result, "earlier") == ["7", "1", "0", "0", "8"])
    #expect(Self.texts(result, "now") == ["4", "3", "0", "0", "7"])
    // Without areas they count wherever they lie.
    let everywhere = try await Self.run(PeriodChange(), on: Self.study(rows))
    #expect(everywhere.reading.reconciliations[0].assigned == 17)
    #expect(Self.texts(everywhere, "now") == ["3", "5", "8"])
  }

  @Test("each category in each area adds up to areas and to categories")
  func both() async throws {
    let rows =
      Self.rows([("2025-02", 7, 11), ("2025-03", 4, 13)]) + "Robbery,2025-03,400015,300005\n"
    let study = try Self.study(rows, isPlaced: true)
    let result = try await Self.run(PeriodChange(by: .both), on: study)
    #expect(
      Self.texts(result, "category")
        == Array(repeating: "Burglary", count: 4) + Array(repeating: "Robbery", count: 4) + [
          "Total"
        ])
    #expect(Self.texts(result, "code") == ["A", "B", "C", "D", "A", "B", "C", "D", ""])
    #expect(Self.texts(result, "now") == ["0", "13", "0", "0", "4", "1", "0", "0", "18"])
    #expect(Self.texts(result, "earlier") == ["0", "11", "0", "0", "7", "0", "0", "0", "18"])
  }

  @Test("groups have subtotals; overlapping ones do not change the total")
  func groups() async throws {
    let rows = Self.rows([("2025-02", 20, 30), ("2025-03", 22, 60)]) + "Drugs,2025-03,1,1\n"
    let groups = GroupFile(
      path: "groups.csv",
      groups: [
        .init(name: "Acquisitive", members: ["Robbery", "Burglary"]),
        .init(name: "Violent", members: ["robbery", "Murder"]),
      ])
    let result = try await Self.run(PeriodChange(groups: groups), on: Self.study(rows))
    #expect(
      Self.texts(result, "group")
        == ["Acquisitive", "Acquisitive", "Acquisitive", "Violent", "Violent", "", ""])
    #expect(
      Self.texts(result, "category")
        == ["Robbery", "Burglary", "Subtotal", "Robbery", "Subtotal", "Drugs", "Total"])
    #expect(Self.texts(result, "now") == ["22", "60", "82", "22", "22", "1", "83"])
    #expect(Self.texts(result, "earlier") == ["20", "30", "50", "20", "20", "0", "50"])
    #expect(
      Self.texts(result, "evidence") == ["none", "increase", "", "none", "", "few", ""])
    // Robbery, although in two groups, is tested once: two tests in all.
    let (p, adjusted) = (Self.numbers(result, "p"), Self.numbers(result, "p_adjusted"))
    #expect(adjusted[1] == p[1].map { $0 * 2 })
    #expect(adjusted[3] == adjusted[0] && adjusted[2] == nil && adjusted[6] == nil)
    #expect(
      Array(result.findings.suffix(3)) == [
        .overlappingGroups(["Robbery"]), .ungrouped(["Drugs"], path: "groups.csv"),
        .unknownMembers(["Murder"], path: "groups.csv"),
      ])
    #expect(
      result.evidenceWords().hasPrefix(
        "evidence: none of change in 1 of 2 categories; of an increase"))
  }

  @Test("months before tell the dispersion: of a category, of areas alike, of sums by themselves")
  func dispersion() async throws {
    let names = (1...12).map { "2024-\($0 < 10 ? "0" : "")\($0)" } + ["2025-01", "2025-02"]
    let months = names.enumerated().map { ($1, 40 + 20 * ($0 % 2), 50 - $0) }
    let rows = Self.rows(months + [("2025-03", 60, 40)])
    let lengths: [Double] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28]
    let (robberies, burglaries) = (months.map { Double($0.1) }, months.map { Double($0.2) })
    func value(_ series: [[Double]]) -> Double? {
      CountDispersion(of: series, lengths: lengths)?.value
    }
    let categories = try await Self.run(PeriodChange(), on: Self.study(rows))
    let sums = zip(robberies, burglaries).map(+)
    #expect(
      Self.numbers(categories, "dispersion")
        == [value([burglaries]), value([robberies]), value([sums])])
    #expect(try #require(value([robberies])) > 2)
    let areas = try await Self.run(
      PeriodChange(by: .area), on: Self.study(rows, isPlaced: true))
    let alike = value([robberies, burglaries])
    #expect(Self.numbers(areas, "dispersion") == [alike, alike, alike, alike, value([sums])])
    // 60 after 60 in 28 days is less a day than the earlier, within what months vary.
    #expect(Self.texts(categories, "evidence") == ["none", "none", ""])
    #expect(categories.caveat.contains("widened by how much the 14 months before the period vary"))
  }

  @Test("a period that the files do not cover is refused, with the months that they have")
  func uncovered() async throws {
    let rows = Self.rows([("2025-02", 7, 1), ("2025-03", 4, 3)])
    let expected = ComparedPeriodsError.uncovered(
      period: "January 2025", gap: .everything, months: "February 2025 to March 2025")
    await #expect(throws: expected) {
      try await Self.run(PeriodChange(), on: Self.study(rows, from: "2025-02", to: "2025-02"))
    }
    await #expect(throws: ComparedPeriodsError.self) {
      try await Self.run(PeriodChange(against: .yearBefore), on: Self.study(rows))
    }
    let overlap = try EarlierPeriod("2025-03..2025-03")
    await #expect(throws: ComparedPeriodsError.overlap(earlier: "March 2025", now: "March 2025")) {
      try await Self.run(PeriodChange(against: overlap), on: Self.study(rows))
    }
    await #expect(throws: ComparedPeriodsError.noBeginning) {
      try await Self.run(PeriodChange(), on: Self.study(rows) { $0.filter.from = nil })
    }
    let days = try EarlierPeriod("2025-02-01..2025-02-20")
    await #expect(throws: InputError.self) {
      try await Self.run(PeriodChange(against: days), on: Self.study(rows))
    }
  }

  @Test("without a last day the period goes as far as the files do")
  func open() async throws {
    let rows = Self.rows([
      ("2025-01", 7, 1), ("2025-02", 6, 2), ("2025-03", 4, 3), ("2025-04", 1, 1),
    ])
    let result = try await Self.run(PeriodChange(), on: Self.study(rows, to: nil))
    #expect(result.periods.now.words == "March 2025 to April 2025")
    #expect(result.periods.earlier.words == "January 2025 to February 2025")
    #expect(Self.texts(result, "earlier") == ["3", "13", "16"])
    #expect(Self.texts(result, "now") == ["4", "5", "9"])
  }

  @Test("neither the order of rows nor the number of threads changes a byte", arguments: 1...3)
  func order(seed: UInt64) async throws {
    let rows = Self.rows([("2024-02", 9, 9), ("2025-02", 70, 110), ("2025-03", 40, 130)])
    var lines = rows.split(separator: "\n").map(String.init)
    let header = lines.removeFirst()
    var random = SplitMix64(seed: seed)
    for place in lines.indices.reversed() {
      lines.swapAt(place, Int(random.nextUnit() * Double(place + 1)))
    }
    let shuffled = ([header] + lines).joined(separator: "\n") + "\n"
    let method = PeriodChange(by: .both)
    let one = try await Self.run(
      method, on: Self.study(rows, isPlaced: true) { $0.threads = 1 })
    let other = try await Self.run(
      method, on: Self.study(shuffled, isPlaced: true) { $0.threads = Int(seed) + 1 })
    let folder = TemporaryFolder()
    try TableWriter(one.table).write(to: folder.path("one.csv"))
    try TableWriter(other.table).write(to: folder.path("other.csv"))
    #expect(try folder.read("one.csv") == folder.read("other.csv"))
  }
}
