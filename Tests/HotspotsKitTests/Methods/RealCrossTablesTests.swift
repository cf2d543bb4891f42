import Foundation
import HotspotAnalysis
import HotspotsKit
import Incidents
import TestSupport
import Testing

/// Cross tables and sets on open data, beside the slow obvious way from the raw file and pandas.
@Suite("Cross tables on real data", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct RealCrossTablesTests {
  /// The fields of a file without quotes.
  struct Raw {
    let header: [String]
    let rows: [[String]]

    init(_ path: String) throws {
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(
        whereSeparator: \.isNewline)
      let all = lines.map { line in
        line.split(separator: ",", omittingEmptySubsequences: false)
          .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      }
      header = all[0]
      rows = Array(all.dropFirst())
    }

    func column(_ name: String) throws -> [String] {
      let place = try #require(header.firstIndex(of: name))
      return rows.map { $0[place] }
    }
  }

  /// A table that is asked for.
  struct Setting: Sendable, CustomTestStringConvertible {
    let file: String
    let rows: CrossTabulation.Side
    let across: CrossTabulation.Side
    var share: CrossShare?
    var knownOnly = false
    var top: (Int?, Int?) = (nil, nil)
    var bands: [CrossTabulation.Bands] = []
    var testDescription: String { "\(file): \(rows) by \(across)" }
  }

  static let westminster = "realdata/incidents/westminster-2016-04_2017-03.csv"
  static let newYork = "realdata/incidents/nyc-burglary-2019.csv"
  static let memphis = "realdata/incidents/memphis_robberies.csv"

  private static let streetBands =
    NumberBands(bounds: [955_000, 956_000, 957_000]).map {
      [CrossTabulation.Bands($0, of: "Street ID")]
    } ?? []

  static let settings: [Setting] = [
    Setting(file: westminster, rows: .column("Crime type"), across: .column("Location type")),
    Setting(file: westminster, rows: .column("Crime type"), across: .month),
    Setting(
      file: westminster, rows: .column("Last outcome category"), across: .column("Crime type")),
    Setting(
      file: westminster, rows: .column("Last outcome category"), across: .column("Crime type"),
      share: .across, knownOnly: true),
    Setting(
      file: westminster, rows: .column("Location"), across: .column("Crime type"),
      share: .rows, top: (20, 5)),
    Setting(file: westminster, rows: .column("Street ID"), across: .month, top: (100, nil)),
    Setting(
      file: westminster, rows: .column("Last outcome date"), across: .month, share: .all,
      knownOnly: true),
    Setting(
      file: westminster, rows: .column("Street ID"), across: .column("Location type"),
      bands: streetBands),
    Setting(file: newYork, rows: .month, across: .night(NightSplit.nightTimeEconomy)),
    Setting(
      file: newYork, rows: .night(HoursOfDay(from: 22, to: 4)), across: .month, share: .rows),
    Setting(file: newYork, rows: .column("CMPLNT_TO_DT"), across: .month, top: (30, nil)),
    Setting(file: memphis, rows: .column("offense_type"), across: .column("lat"), top: (nil, 12)),
  ]

  @Test("every cell is that of the slow obvious way", arguments: settings)
  func cells(_ setting: Setting) async throws {
    let path = SharedData.path(setting.file)
    var method = CrossTabulation(rows: setting.rows, across: setting.across)
    method.share = setting.share
    method.knownOnly = setting.knownOnly
    (method.topRows, method.topColumns) = setting.top
    method.bands = setting.bands
    var options = StudyOptions(incidents: IncidentFiles([path]))
    if setting.file == Self.newYork {
      options.incidents.columns = [(.start, "start"), (.end, "end")]
    }
    options.filter.timeZone = "America/New_York"
    let table = try await Study(options).run(method).crossTable

    let raw = try Raw(path)
    let rows = try Self.values(of: setting.rows, raw, setting)
    let columns = try Self.values(of: setting.across, raw, setting)
    var counts: [[String?]: Int] = [:]
    for pair in zip(rows, columns) { counts[[pair.0, pair.1], default: 0] += 1 }
    let kept = (
      Set(table.rows.filter { $0.kind == .value }.map(\.name)),
      Set(table.columns.filter { $0.kind == .value }.map(\.name))
    )
    var sums: [[String]: Int] = [:]
    for (pair, count) in counts {
      if setting.knownOnly, pair.contains(nil) { continue }
      let row = pair[0].map { kept.0.contains($0) ? $0 : "Other" } ?? "not_recorded"
      let column = pair[1].map { kept.1.contains($0) ? $0 : "Other" } ?? "not_recorded"
      sums[[row, column], default: 0] += count
    }
    var wrong = 0
    for (row, line) in table.rows.enumerated() {
      for (column, other) in table.columns.enumerated()
      where table.amounts[row][column] != Double(sums[[line.name, other.name]] ?? 0) {
        wrong += 1
      }
    }
    #expect(wrong == 0)
    #expect(table.total == Double(sums.values.reduce(0, +)))
    if !setting.knownOnly { #expect(table.total == Double(raw.rows.count)) }
    if let top = setting.top.0 {
      // The rows kept are the largest.
      let totals = Dictionary(grouping: rows.compactMap(\.self)) { $0 }.mapValues(\.count)
      let least = kept.0.map { totals[$0] ?? 0 }.min() ?? 0
      #expect(kept.0.count == top)
      #expect(totals.allSatisfy { kept.0.contains($0.key) || $0.value <= least })
    }
  }

  /// Returns what each row of a file says of a side.
  private static func values(
    of side: CrossTabulation.Side, _ raw: Raw, _ setting: Setting
  ) throws -> [String?] {
    switch side {
    case .month:
      let name = raw.header.contains("Month") ? "Month" : "start"
      return try raw.column(name).map { String($0.prefix(7)) }
    case .night(let hours):
      return try raw.column("start").map { text in
        let hour = Int(text.dropFirst(11).prefix(2)) ?? 0
        return (hour - hours.from + 24) % 24 < hours.length ? "night" : "day"
      }
    case .column(let name):
      let texts = try raw.column(name)
      guard let bands = setting.bands.first(where: { $0.column == name })?.bands else {
        return texts.map { $0.isEmpty ? nil : $0 }
      }
      return texts.map { text in
        Double(text).map { number in bands.names[bands.bounds.count { $0 <= number }] }
      }
    case .area, .category: preconditionFailure("not compared here")
    }
  }

  @Test("pandas.crosstab counts the same")
  func pandas() async throws {
    var options = StudyOptions(incidents: IncidentFiles([SharedData.path(Self.westminster)]))
    options.filter.timeZone = "Europe/London"
    let result = try await Study(options).run(
      CrossTabulation(rows: .category, across: .column("Location type")))
    #expect(result.table.columns[1...].map(\.name) == ["Force", "BTP", "not_recorded", "Total"])
    func row(_ name: String) throws -> [Double?] {
      guard case .text(let names) = result.table.columns[0].values else { return [] }
      let row = try #require(names.firstIndex(of: name))
      return result.table.columns.dropFirst().map { $0.values.number(at: row) }
    }
    #expect(try row("Anti-social behaviour") == [15_416, 0, 0, 15_416])
    #expect(try row("Violence and sexual offences") == [8830, 776, 0, 9606])
    #expect(try row("Theft from the person") == [5981, 815, 0, 6796])
    #expect(try row("Robbery") == [1734, 16, 0, 1750])
    #expect(result.crossTable.columnTotals == [63_079, 3423, 0])
  }

  /// `DataFrame.value_counts` of the three conditions.
  @Test("every combination of three sets is that of pandas")
  func sets() async throws {
    let sets = [
      IncidentSet("transport", try Condition("`Location type` = 'BTP'")),
      IncidentSet(
        "personal", try Condition("`Crime type` in ('robbery', 'theft-from-the-person')")),
      IncidentSet("no outcome", try Condition("`Last outcome category` is empty")),
    ]
    let result = try await Study(
      StudyOptions(incidents: IncidentFiles([SharedData.path(Self.westminster)]))
    ).run(Overlaps(of: sets))
    let table = result.table
    #expect(
      table.columns[0].values
        == .text(["no outcome", "personal", "transport", "transport + personal", "none"]))
    #expect(table[column: "incidents"]?.values == .integers([15_416, 7715, 2592, 831, 39_948]))
    #expect(result.totals[column: "incidents"]?.values == .integers([3423, 8546, 15_416]))
  }
}
