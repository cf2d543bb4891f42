import Assignment
import Incidents
import Parts
import Tables
import Testing

@testable import HotspotsKit

@Suite("Sums of parts, against one run over all rows")
struct MergeableMethodTests {
  private static let hours = HoursFilter(hours: HoursOfDay(from: 8, to: 19), days: [0, 2, 4])

  @Test("areas, by category, with hours and with counts", arguments: 0..<3 as Range<UInt64>)
  func areas(seed: UInt64) async throws {
    let rows = try SplitRows(seed: seed)
    func text(_ result: AreaCounts.Result) -> [String] {
      result.tables.map(Self.text) + result.choices.flatMap(\.sentences)
    }
    try await rows.check(AreaCounts(readsPeriod: true), describe: text)
    try await rows.check(AreaCounts(countsCategories: false), describe: text)
    try await rows.check(AreaCounts(), { $0.filter.hours = Self.hours }, describe: text)
    try await rows.check(AreaCounts(), { $0.incidents.countColumn = "n" }, describe: text)
    try await rows.check(
      AreaCounts(), { $0.filter.excludedCategories = ["Theft"] }, describe: text)
  }

  @Test("hours, by category and by area", arguments: 0..<3 as Range<UInt64>)
  func hours(seed: UInt64) async throws {
    let rows = try SplitRows(seed: seed)
    func text(_ result: AoristicHours.Result) -> [String] {
      [Self.text(result.table)] + result.choices.flatMap(\.sentences)
    }
    for grouping in [nil] + HourGrouping.allCases.map(Optional.some) {
      var method = AoristicHours()
      method.grouping = grouping
      try await rows.check(method, isPlaced: grouping == .area, describe: text)
      try await rows.check(method, { $0.filter.hours = Self.hours }, describe: text)
    }
  }

  @Test("combinations", arguments: 0..<3 as Range<UInt64>)
  func combinations(seed: UInt64) async throws {
    let rows = try SplitRows(seed: seed)
    func text(_ result: CrossCounts.Result) -> [String] {
      result.cells.map { "\($0)" } + result.labels.joined()
    }
    let dimensions: [[CrossCounts.Dimension]] = [
      [.area, .month], [.category, .column("age")], [.column("where"), .column("age"), .category],
      [.night(HoursOfDay(from: 18, to: 6)), .area],
    ]
    for dimensions in dimensions {
      try await rows.check(CrossCounts(by: dimensions), describe: text)
      try await rows.check(
        CrossCounts(by: dimensions), { $0.filter.hours = Self.hours }, describe: text)
      try await rows.check(
        CrossCounts(by: dimensions), { $0.incidents.countColumn = "n" }, describe: text)
    }
    let sides = CrossTabulation(rows: .category, across: .column("age"))
    try await rows.check(sides, isPlaced: false) { [Self.text($0.table)] }
  }

  @Test("concentration over areas, cells and locations", arguments: 0..<3 as Range<UInt64>)
  func concentration(seed: UInt64) async throws {
    let rows = try SplitRows(seed: seed)
    for units in Concentration.Units.allCases {
      for byCategory in [false, true] {
        var method = Concentration(
          on: units, cellSize: units.shape == nil ? nil : 5, byCategory: byCategory)
        method.resamples = 0
        let text = { (result: Concentration.Result) in [Self.text(result.table)] }
        try await rows.check(method, describe: text)
        try await rows.check(method, { $0.filter.hours = Self.hours }, describe: text)
      }
    }
  }

  @Test("repeats at locations, of persons and of both", arguments: 0..<3 as Range<UInt64>)
  func repeats(seed: UInt64) async throws {
    let rows = try SplitRows(seed: seed)
    let trigger = try #require(RepeatTrigger("2/1month"))
    func text(_ result: RepeatUnits.Result) -> [String] {
      [Self.text(result.table), Self.text(result.worklist)] + result.choices.flatMap(\.sentences)
    }
    var persons = RepeatUnits(by: .column("who"), trigger: trigger)
    persons.showsUnits = true
    let methods = [
      RepeatUnits(trigger: trigger), RepeatUnits(within: 3), persons,
      RepeatUnits(by: .location, and: .column("who")),
      RepeatUnits(by: .column("who"), and: .column("age")),
    ]
    for method in methods {
      try await rows.check(method, describe: text)
      try await rows.check(method, { $0.incidents.countColumn = "n" }, describe: text)
    }
    try await rows.check(persons, isPlaced: false, describe: text)
  }

  @Test("units beyond what is kept are said to be too many, whatever the order")
  func tooMany() async throws {
    var limited = RepeatUnits(by: .column("who"))
    limited.capacity = 10
    let method = limited
    let study = try SquareWorld().study(
      "type,from,to,easting,northing,who\n"
        + (0..<30).map { "Theft,,,400005,300005,V\($0 % 15)\n" }.joined()
    )
    let opened = try await study.open(method.needs)
    let plan = try method.plan(for: opened)
    let (_, shares) = try await study.read(opened) { method.sink(plan) }
    let sum = method.joined(plan, shares: shares)
    #expect(sum.value.isFull && sum.value.size == 0)
    #expect(method.joined(plan, shares: [sum] + shares + [sum]).value.isFull)
  }

  @Test("areas and cells for local statistics", arguments: 0..<3 as Range<UInt64>)
  func localStatistics(seed: UInt64) async throws {
    let rows = try SplitRows(seed: seed)
    for units in [LocalStatistics.Units.areas, .square, .hexagon] {
      var method = LocalStatistics(units: units, cellSize: units == .areas ? nil : 5)
      method.findsHotspots = false
      try await rows.check(method) { [Self.text($0.table)] + $0.choices.flatMap(\.sentences) }
    }
  }

  @Test("the days that files cover", arguments: 0..<2 as Range<UInt64>)
  func days(seed: UInt64) async throws {
    try await SplitRows(seed: seed).check(CoveredDays()) { ["\(String(describing: $0))"] }
    try await SplitRows(seed: seed).check(SameRows(needs: CoveredDays().needs)) { _ in [] }
  }

  @Test("what every study counts of categories and hours adds up by name")
  func tally() throws {
    var (one, two) = (StudyTally.Counts(), StudyTally.Counts())
    (one.byCategory, two.byCategory) = ([5, 7], [1, 2, 3])
    let shares = [
      StudyShare(value: one, categories: ["Theft", "Arson"]),
      StudyShare(value: two, categories: ["Arson", "Robbery", "Theft"]),
    ]
    let sums = [shares, shares.reversed()].map {
      StudyTally.Counts.joined($0, usesHours: false, countsCategories: true, layers: 1)
    }
    for sum in sums {
      #expect(sum.categories == ["Arson", "Robbery", "Theft"])
      #expect(sum.value.byCategory == [8, 2, 8])
      try sum.value.check(usesHours: false, categories: 3, assigned: [18])
      #expect(throws: PartError.self) {
        try sum.value.check(usesHours: false, categories: 3, assigned: [17])
      }
    }
  }

  private static func text(_ table: FeatureTable) -> String {
    table.columns.map { column in
      "\(column.name): "
        + (0..<table.rowCount).map { column.values.description(at: $0) }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}
