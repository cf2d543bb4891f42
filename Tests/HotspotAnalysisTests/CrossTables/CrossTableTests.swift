import Statistics
import Tables
import Testing

@testable import HotspotAnalysis

@Suite struct CrossTableTests {
  static let fruit = CrossSide(
    heading: "Fruit", names: ["apple", "pear", "fig", "plum"], order: .largestFirst)
  static let months = CrossSide(
    heading: "month", names: ["2025-01", "2025-02"], order: .given, canBeCut: false)

  /// Worked by hand: apples 1 + 2 and one without a month, pears 7, figs 3 + 4, plums none; five
  /// have no fruit, one neither.
  static let cells: [CrossTable.Cell] = [
    .init(row: 0, column: 0, amount: 1), .init(row: 0, column: 1, amount: 2),
    .init(row: 0, column: nil, amount: 1), .init(row: 1, column: 1, amount: 7),
    .init(row: 2, column: 0, amount: 3), .init(row: 2, column: 1, amount: 4),
    .init(row: nil, column: 0, amount: 5), .init(row: nil, column: nil, amount: 1),
  ]

  private func table(
    top: Int? = nil, topColumns: Int? = nil, knownOnly: Bool = false, of side: CrossSide = fruit
  ) -> CrossTable {
    var options = CrossTable.Options()
    options.topRows = top
    options.topColumns = topColumns
    options.knownOnly = knownOnly
    return CrossTable(Self.cells, rows: side, columns: Self.months, options: options)
  }

  @Test(
    "rows stand by their totals, the largest first, then by name, and what is not recorded last")
  func counts() {
    let table = table()
    #expect(table.rows.map(\.name) == ["fig", "pear", "apple", "not_recorded"])
    #expect(table.columns.map(\.name) == ["2025-01", "2025-02", "not_recorded"])
    #expect(table.amounts == [[3, 4, 0], [0, 7, 0], [1, 2, 1], [5, 0, 1]])
    #expect(table.rowTotals == [7, 7, 4, 6])
    #expect(table.columnTotals == [9, 13, 2])
    #expect(table.total == 24)
    #expect(table.notRecorded == (6, 2, 7))
  }

  @Test("with known values only, what lacks one of the two is left out, and how much that is stays")
  func known() {
    let table = table(knownOnly: true)
    #expect(table.rows.map(\.name) == ["fig", "pear", "apple"])
    #expect(table.columns.map(\.name) == ["2025-01", "2025-02"])
    #expect(table.amounts == [[3, 4], [0, 7], [1, 2]])
    #expect(table.total == 17)
    #expect(table.notRecorded.either == 7)
  }

  @Test("the rest is gathered into one line, so that sums hold")
  func top() {
    let table = table(top: 1)
    #expect(table.rows.map(\.name) == ["fig", "Other", "not_recorded"])
    #expect(table.rows[1].kind == .rest(2))
    #expect(table.amounts == [[3, 4, 0], [1, 9, 1], [5, 0, 1]])
    #expect(table.total == 24)
    // Months stay whole.
    #expect(self.table(topColumns: 1).columns.count == 3)
  }

  @Test("an order that is given stays, also of the largest")
  func given() {
    let side = CrossSide(heading: "Age", names: ["9", "10", "11", "12"], order: .given)
    #expect(table(of: side).rows.map(\.name) == ["9", "10", "11", "not_recorded"])
    #expect(table(top: 2, of: side).rows.map(\.name) == ["10", "11", "Other", "not_recorded"])
  }

  @Test("lines are kept without amounts where they shall be")
  func empty() {
    let side = CrossSide(
      heading: "Age", names: ["a", "b", "c", "d"], order: .given, showsEmpty: true)
    #expect(table(of: side).rows.map(\.name) == ["a", "b", "c", "d", "not_recorded"])
    let nothing = CrossTable([], rows: Self.fruit, columns: Self.months)
    #expect(nothing.rows.map(\.name) == ["not_recorded"])
    #expect(nothing.total == 0)
    #expect(nothing.featureTable(name: "t", share: .all, isWhole: true).rowCount == 1)
  }

  @Test("fractions are of their row, their column or all, and their base stands beside them")
  func shares() {
    let rows = table().featureTable(name: "t", share: .rows, isWhole: true)
    #expect(
      rows.columns.map(\.name) == ["Fruit", "2025-01", "2025-02", "not_recorded", "Total", "base"])
    #expect(rows[column: "2025-02"]?.values == .reals([4 / 7, 1, 0.5, 0]))
    #expect(rows[column: "Total"]?.values == .reals([1, 1, 1, 1]))
    #expect(rows[column: "base"]?.values == .integers([7, 7, 4, 6]))

    let across = table().featureTable(name: "t", share: .across, isWhole: true)
    #expect(across.columns[0].values == .text(["fig", "pear", "apple", "not_recorded", "base"]))
    let first: [Double?] = [3.0 / 9, 0, 1.0 / 9, 5.0 / 9, 9]
    #expect(across[column: "2025-01"]?.values == .reals(first))
    let totals: [Double?] = [7.0 / 24, 7.0 / 24, 4.0 / 24, 6.0 / 24, 24]
    #expect(across[column: "Total"]?.values == .reals(totals))
    #expect(across[column: "base"] == nil)

    let all = table().featureTable(name: "t", share: .all, isWhole: true)
    let second: [Double?] = [4.0 / 24, 7.0 / 24, 2.0 / 24, 0]
    #expect(all[column: "2025-02"]?.values == .reals(second))
    #expect(all[column: "base"]?.values == .integers([24, 24, 24, 24]))
  }

  @Test("a row without anything has no fractions, and neither has a column")
  func noBase() {
    let side = CrossSide(
      heading: "Age", names: ["a", "b", "c", "d"], order: .given, showsEmpty: true)
    let rows = table(of: side).featureTable(name: "t", share: .rows, isWhole: true)
    let first: [Double?] = [0.25, 0, 3.0 / 7, nil, 5.0 / 6]
    #expect(rows[column: "2025-01"]?.values == .reals(first))
    let known = CrossTable(
      [.init(row: 0, column: 0, amount: 2)], rows: Self.fruit, columns: Self.months)
    let across = known.featureTable(name: "t", share: .across, isWhole: true)
    #expect(across[column: "not_recorded"]?.values == .reals([nil, nil, 0]))
  }

  @Test("counts are whole numbers, estimates are not")
  func types() {
    let table = table()
    #expect(
      table.featureTable(name: "t", share: nil, isWhole: true)[column: "Total"]?.values
        == .integers([7, 7, 4, 6]))
    #expect(
      table.featureTable(name: "t", share: nil, isWhole: false)[column: "Total"]?.values
        == .reals([7, 7, 4, 6]))
  }

  @Test("values that are called as other lines are told from them")
  func names() {
    let side = CrossSide(
      heading: "Kind", names: ["Other", "not_recorded", "Total", "Total (value)"], order: .given)
    var options = CrossTable.Options()
    options.topRows = 3
    let cells = (0..<4).map { CrossTable.Cell(row: $0, column: $0, amount: Double(9 - $0)) }
    let table = CrossTable(cells, rows: side, columns: side, options: options)
    #expect(
      table.rows.map(\.name)
        == ["Other (value)", "not_recorded (value)", "Total (value)", "Other", "not_recorded"])
    #expect(
      table.columns.map(\.name)
        == [
          "Other", "not_recorded (value)", "Total (value) (value)", "Total (value)", "not_recorded",
        ])
    let names = table.featureTable(name: "t", share: .rows, isWhole: true).columns.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test("cells of fewer than five are small, and fractions of fewer than twenty")
  func small() {
    let table = table()
    #expect(table.smallCells == 6)
    #expect(table.isSmall(row: 0, column: 0, share: nil))
    #expect(!table.isSmall(row: 1, column: 0, share: nil))
    #expect(table.isSmall(row: 1, column: 0, share: .rows))
    #expect(!table.isSmall(row: 1, column: 1, share: .all))
  }

  @Test("the sums are those of the slow obvious way, however cells are shuffled", arguments: 1...8)
  func law(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let (rowCount, columnCount) = (Int(random.next() % 12) + 1, Int(random.next() % 9) + 1)
    func side(_ count: Int, _ order: CrossSide.Order) -> CrossSide {
      CrossSide(heading: "S\(count)", names: (0..<count).map { "v\($0)" }, order: order)
    }
    let incidents: [(Int?, Int?)] = (0..<500).map { _ in
      let (row, column) = (Int(random.next() % 15), Int(random.next() % 12))
      return (row < rowCount ? row : nil, column < columnCount ? column : nil)
    }
    var options = CrossTable.Options()
    options.topRows = seed % 2 == 0 ? 3 : nil
    options.topColumns = seed % 3 == 0 ? 2 : nil
    let cells = incidents.map { CrossTable.Cell(row: $0.0, column: $0.1, amount: 1) }
    let sides = (side(rowCount, .largestFirst), side(columnCount, .given))
    let table = CrossTable(cells, rows: sides.0, columns: sides.1, options: options)
    let shuffled = CrossTable(
      cells.shuffled(using: &random), rows: sides.0, columns: sides.1, options: options)
    #expect(shuffled.amounts == table.amounts && shuffled.rows == table.rows)
    #expect(table.total == 500)
    let kept = (Set(table.rows.compactMap(\.value)), Set(table.columns.compactMap(\.value)))
    func holds(_ line: CrossLine, _ value: Int?, _ kept: Set<Int>) -> Bool {
      switch line.kind {
      case .value: line.value == value
      case .rest: value.map { !kept.contains($0) } ?? false
      case .notRecorded: value == nil
      }
    }
    for (row, line) in table.rows.enumerated() {
      for (column, other) in table.columns.enumerated() {
        let count = incidents.count { holds(line, $0.0, kept.0) && holds(other, $0.1, kept.1) }
        #expect(table.amounts[row][column] == Double(count))
      }
    }
    // No line of its own holds fewer than one that has gone into the rest.
    let totals = (0..<rowCount).map { value in incidents.count { $0.0 == value } }
    let least = kept.0.map { totals[$0] }.min() ?? 0
    #expect((0..<rowCount).allSatisfy { kept.0.contains($0) || totals[$0] <= least })
  }

  /// Adjusted residuals worked with SciPy: `chi2_contingency` for the expected counts, the rest by
  /// the formula.
  @Test("the cell that stands out most is that of the largest adjusted residual")
  func standout() throws {
    // Rows robbery, theft; columns night, day, and what is not recorded.
    let side = CrossSide(heading: "Type", names: ["robbery", "theft"], order: .given)
    let when = CrossSide(heading: "night", names: ["night", "day"], order: .given)
    let cells: [CrossTable.Cell] = [
      .init(row: 0, column: 0, amount: 74), .init(row: 0, column: 1, amount: 26),
      .init(row: 1, column: 0, amount: 380), .init(row: 1, column: 1, amount: 620),
      .init(row: 0, column: nil, amount: 9000),
    ]
    let found = try #require(CrossTable(cells, rows: side, columns: when).standout)
    #expect((found.row, found.column) == (0, 0))
    // Expected 41.27; 41.27 (1 - 100/1100) (1 - 454/1100) = 22.03; 32.73 / 4.694.
    #expect(abs(found.residual - 6.972) < 0.001)
    #expect(found.shareOfRow == 0.74)
    #expect(abs(found.shareOfAll - 454.0 / 1100) < 1e-12)
  }

  @Test("nothing stands out of a table of one row, of few incidents, or of independent ones")
  func noStandout() {
    let one = CrossSide(heading: "a", names: ["x"], order: .given)
    let two = CrossSide(heading: "b", names: ["y", "z"], order: .given)
    func table(_ rows: CrossSide, _ amounts: [[Double]]) -> CrossTable {
      CrossTable(
        amounts.enumerated().flatMap { row, amounts in
          amounts.enumerated().map { CrossTable.Cell(row: row, column: $0, amount: $1) }
        }, rows: rows, columns: two)
    }
    #expect(table(one, [[30, 900]]).standout == nil)
    #expect(table(two, [[9, 0], [0, 9]]).standout == nil)
    #expect(table(two, [[100, 200], [50, 100]]).standout == nil)
  }
}
