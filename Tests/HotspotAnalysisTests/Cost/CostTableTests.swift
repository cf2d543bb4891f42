import Foundation
import TestSupport
import Testing

@testable import HotspotAnalysis

@Suite("Tables of costs")
struct CostTableTests {
  private func unit(_ components: [String], _ total: String) throws -> CostTable.UnitCost {
    CostTable.UnitCost(
      components: try components.map { try #require(ExactDecimal($0)) },
      total: try #require(ExactDecimal(total)))
  }

  @Test("amounts are rounded one by one and added up; groups are rounded so that they add up")
  func rounding() throws {
    // 1.5 and 2.5 become 2 and 3; the total of the file, 4.4, becomes 4.
    let table = try CostTable(
      [(1, nil, try unit(["1.5", "2.5"], "4.4")), (3, nil, try unit(["0.5", "0"], "100"))],
      groups: [[0, 1], [1], []], deflator: ExactDecimal(1))
    #expect(
      table.rows == [
        .init(
          category: 1, incidents: 3, expected: nil, components: [2, 0], groups: [2, 0, 0],
          total: 300),
        .init(
          category: 0, incidents: 1, expected: nil, components: [2, 3], groups: [4, 3, 0], total: 4),
      ])
    #expect(
      table.total
        == .init(
          category: nil, incidents: 4, expected: nil, components: [4, 3], groups: [6, 3, 0],
          total: 304))
  }

  @Test("equal costs keep the order of the input, and expected incidents are what is multiplied")
  func expected() throws {
    let table = try CostTable(
      [
        (5, 2.5, try unit(["2"], "2")), (9, 1.25, try unit(["4"], "4")),
        (4, 4, try unit(["10"], "10")),
      ], groups: [], deflator: ExactDecimal(1))
    #expect(table.rows.map(\.category) == [2, 0, 1])
    #expect(table.rows.map(\.total) == [40, 5, 5])
    #expect(table.total.incidents == 18 && table.total.expected == 7.75)
    #expect(table.total.total == 50)
  }

  @Test("amounts and sums that do not fit are refused, with the category")
  func overflow() throws {
    let most = "999999999999999999"
    #expect(throws: CostTable.Overflow(category: 1)) {
      try CostTable(
        [(1, nil, try unit([], "1")), (10, nil, try unit([], most))], groups: [],
        deflator: ExactDecimal(1))
    }
    #expect(throws: CostTable.Overflow(category: nil)) {
      try CostTable(
        [(9, nil, try unit([], most)), (9, nil, try unit([], most))], groups: [],
        deflator: ExactDecimal(1))
    }
  }

  @Test("no category costs nothing")
  func empty() throws {
    let table = try CostTable([], groups: [[]], deflator: ExactDecimal(1))
    #expect(table.rows.isEmpty && table.total.total == 0)
  }

  /// The published table of 15 kinds of crime, of which every cell of the ten columns is given, and
  /// their groups.
  @Test(
    "a published table of costs is met to the pound",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func published() throws {
    let text = try String(
      contentsOfFile: SharedData.path("reference/seeds/cost-appendix3.csv"), encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let crimes = rows.filter { $0[0] != "TOTAL" }
    let table = try CostTable(
      try crimes.map { row in
        (try #require(Int(row[1])), nil, try unit(Array(row[2..<11]), row[11]))
      }, groups: [[0, 1], [2, 3, 4, 5, 6], [7, 8]],
      deflator: try #require(ExactDecimal("1.211519125")))
    #expect(table.rows.count == 15)
    var cells = 0
    for row in table.rows {
      let published = crimes[try #require(row.category)][12...].map { Int($0) }
      #expect(row.components + [row.total] == published)
      cells += published.count
    }
    // Fifteen kinds by nine components and the total.
    #expect(cells == 150)
    // The published last row is rounded from exact sums, ours adds up the rows above.
    let all = try #require(rows.last)
    for (sum, published) in zip(table.total.components, all[12...]) {
      #expect(abs(sum - (Int(published) ?? 0)) <= 2)
    }
    for component in table.total.components.indices {
      #expect(
        table.total.components[component] == table.rows.reduce(0) { $0 + $1.components[component] })
    }
    for group in 0..<3 {
      #expect(table.total.groups[group] == table.rows.reduce(0) { $0 + $1.groups[group] })
    }
    #expect(table.total.incidents == 80_931 && table.total.total == 370_676_658)
    #expect(table.total.groups == [27_461_443, 237_762_906, 104_974_934])
    #expect(table.total.components.reduce(0, +) == 370_199_279)
  }
}
