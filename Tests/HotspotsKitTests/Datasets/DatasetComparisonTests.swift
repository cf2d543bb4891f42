import Boundaries
import HotspotAnalysis
import HotspotsKit
import Incidents
import Tables
import TestSupport
import Testing

@Suite("Datasets compared by area and hour")
struct DatasetComparisonTests {
  /// `scipy.stats.spearmanr` (SciPy 1.17.1) of counts by GeoPandas and pandas of the committed samples:
  /// ambulance and fire, ambulance and noise, fire and noise.
  struct Oracle {
    let subject: DatasetPair.Subject
    let spearman: [Double]
    let p: [Double]

    static let wards = Oracle(
      subject: .areas,
      spearman: [0.6673557280047822, 0.5695091199793226, 0.7960765129025008],
      p: [0.0024797414599413018, 0.013621427458765874, 7.752005713729723e-05])
    static let lsoa = Oracle(
      subject: .areas,
      spearman: [0.27865664112611965, 0.2755654029755147, 0.6069808979933071],
      p: [0.0014473101126895602, 0.0016423953514763156, 3.0818905785430556e-14])
    static let hours = Oracle(
      subject: .hours,
      spearman: [0.03767424818768841, 0.8106110215544798, 0.1506642289732709],
      p: [0.8612570823397583, 1.5665569549270325e-06, 0.48222664699263224])
    static let week = Oracle(
      subject: .week,
      spearman: [-0.12831103943873587, 0.824353056153639, -0.1312534805808551],
      p: [0.5152393842039763, 6.947994333312939e-08, 0.5055693177503827])
  }

  private func check(_ comparison: DatasetComparison, _ oracle: Oracle) throws {
    let pairs = comparison.pairs.filter { $0.subject == oracle.subject }
    #expect(pairs.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
    for (pair, (spearman, p)) in zip(pairs, zip(oracle.spearman, oracle.p)) {
      let agreement = try #require(pair.agreement)
      #expect(abs(try #require(agreement.spearman) - spearman) < 1e-13)
      #expect(abs(try #require(agreement.p) / p - 1) < 1e-7)
    }
  }

  @Test("coefficients and p of wards, hours and quarters of days are SciPy's")
  func wards() async throws {
    let comparison = try await DatasetStudiesTests.samples().compare()
    for oracle in [Oracle.wards, .hours, .week] { try check(comparison, oracle) }
    let table = comparison.agreementTable
    #expect(table.rowCount == 9)
    #expect(
      table[column: "n"]?.values == .integers([18, 24, 28, 18, 24, 28, 18, 24, 28]))
    #expect(table[column: "of"]?.values.description(at: 2) == "week")
    // By Benjamini and Hochberg the largest of nine stays, and no p falls.
    let pairs = comparison.pairs.compactMap { pair in
      pair.agreement?.p.flatMap { p in pair.adjusted.map { (p, $0) } }
    }
    #expect(pairs.count == 9 && pairs.allSatisfy { $0.0 <= $0.1 })
    #expect(pairs.max { $0.0 < $1.0 }.map { $0.0 == $0.1 } == true)
  }

  @Test("coefficients and p of 128 small areas are SciPy's")
  func areas() async throws {
    try check(try await DatasetStudiesTests.samples("lsoa").compare(), .lsoa)
  }

  /// Ranks by hand, of the counts that ``DatasetStudiesTests`` has from GeoPandas.
  @Test("it is told on what two datasets agree and where they differ most")
  func words() async throws {
    let comparison = try await DatasetStudiesTests.samples().compare()
    // Ambulances: Candlemarket 679, St Éloi's 249, Tenter Field 97, Fulling Mill 69; fire engines:
    // 339, 161, 152, 150 (Old Tannery). A fifth of 18 is four.
    #expect(
      comparison.agreementTable[column: "first_in_both"]?.values.description(at: 0)
        == "Candlemarket; St Éloi's; Tenter Field")
    // Hallowfield has the fewest ambulances, 12, and with 125 fire engines the eighth place; to Pargeter's
    // Cross 46 ambulances went, and 93 fire engines, where all wards but one have more.
    #expect(
      comparison.agreementTable[column: "furthest_apart"]?.values.description(at: 0)
        == "Hallowfield (18, 8); Pargeter's Cross (8, 17); Fulling Mill (4, 11)")
    #expect(
      comparison.sentences[0]
        == "ambulance and fire by ward: rank correlation 0.67 (Spearman, 18 wards, p = 0.006); both have "
        + "Candlemarket, St Éloi's and Tenter Field among the first four; furthest apart is Hallowfield, "
        + "rank 18 in ambulance and 8 in fire")
    #expect(comparison.sentences.count == 6)
  }

  @Test("an area's issues are the datasets in which it is among the first three")
  func issues() async throws {
    let comparison = try await DatasetStudiesTests.samples().compare()
    let layer = comparison.layer.codes
    func issues(_ code: String) -> [String]? {
      layer.firstIndex(of: code).map { comparison.leading(inArea: $0) }
    }
    #expect(issues("E05999009") == ["ambulance", "fire", "noise"])
    #expect(issues("E05999012") == ["ambulance", "fire", "noise"])
    #expect(issues("E05999005") == [])
  }

  // MARK: - Edges

  private func compare(
    _ first: String, _ second: String, _ change: (inout StudyOptions) -> Void = { _ in }
  ) async throws -> DatasetComparison {
    let world = try SquareWorld()
    let study = try world.study(first) { options in
      options.incidents.columns = []
      change(&options)
    }
    let other = Dataset("other", [try world.folder.file("other.csv", second)])
    return try await DatasetStudies(study.options, beside: [other]).compare()
  }

  /// Rows of so many incidents in each of four squares.
  private func rows(_ counts: [Int], header: String = "x,y", _ more: String = "") -> String {
    header + "\n"
      + counts.enumerated().map { area, count in
        String(repeating: "\(400_005 + 10 * area),300005\(more)\n", count: count)
      }.joined()
  }

  @Test("a dataset without dates is compared by area, and the reason stands for its hours")
  func withoutTimes() async throws {
    let comparison = try await compare(rows([1, 20, 3, 4]), rows([10, 2, 30, 4]))
    #expect(comparison.pairs.map { $0.agreement?.count } == [4, nil, nil])
    #expect(
      comparison.sentences[1]
        == "incidents and other by hour of the day: not compared; incidents: the incidents have no "
        + "dates; other: the incidents have no dates")
    #expect(comparison.pairs[0].agreement?.p == nil)
  }

  @Test("days without times tell no hours")
  func daysOnly() async throws {
    let comparison = try await compare(
      rows([1, 20, 3, 4]), rows([10, 2, 30, 4], header: "x,y,date", ",2025-02-10"))
    #expect(comparison.datasets[1].hourAbsence == .data(.daysOnly))
    #expect(comparison.datasets[1].hours == nil)
  }

  @Test("nothing is said of fewer than ten incidents")
  func few() async throws {
    let comparison = try await compare(rows([1, 2, 3, 3]), rows([10, 2, 30, 4]))
    #expect(
      comparison.sentences[0].hasSuffix(
        "not compared, because incidents has fewer than ten incidents"),
      "\(comparison.sentences[0])")
    #expect(comparison.leading(inArea: 2) == ["other"])
    #expect(comparison.leading(inArea: 3) == [])
  }

  @Test("a dataset without any row is no comparison, where that is allowed")
  func empty() async throws {
    // A file without any row is none; one whose only row lies elsewhere is none unless that is allowed.
    await #expect(throws: IncidentError.self) { try await compare(rows([10, 2, 30, 4]), "x,y\n") }
    let elsewhere = "x,y\n500000,300005\n"
    await #expect(throws: AssignmentError.self) {
      try await compare(rows([10, 2, 30, 4]), elsewhere)
    }
    let comparison = try await compare(rows([10, 2, 30, 4]), elsewhere) { $0.bounds = .none }
    #expect(comparison.pairs[0].agreement?.absence == .fewInSecond)
    #expect(comparison.datasets[1].total == 0)
  }

  @Test("with hours asked for areas are compared by what is expected in them, and hours are not")
  func hours() async throws {
    let timed = rows([12, 30, 14, 15], header: "x,y,date", ",2025-02-10 10:30")
    let comparison = try await compare(timed, timed + "400005,300005,2025-02-11 23:00\n") {
      $0.filter.hours = HoursFilter(hours: HoursOfDay(from: 10, to: 12))
    }
    #expect(comparison.datasets[1].amounts == [12, 30, 14, 15])
    #expect(comparison.datasets[1].hourAbsence == .hoursChosen)
  }

  @Test("different periods are told where none was asked for")
  func periods() async throws {
    let first = rows([5, 5, 5, 5], header: "x,y,date", ",2025-02-10")
    let second = rows([5, 5, 5, 5], header: "x,y,date", ",2025-06-10")
    let comparison = try await compare(first, second)
    #expect(comparison.findings.contains { if case .differentPeriods = $0 { true } else { false } })
    let asked = try await compare(first, second + "400005,300005,2025-02-10\n") {
      $0.filter.from = try? PeriodBound("2025-02")
      $0.filter.to = try? PeriodBound("2025-02")
    }
    #expect(!asked.findings.contains { if case .differentPeriods = $0 { true } else { false } })
    #expect(asked.datasets[1].amounts == [1, 0, 0, 0])
  }
}
