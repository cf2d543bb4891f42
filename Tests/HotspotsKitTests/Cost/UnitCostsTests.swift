import HotspotAnalysis
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Unit costs")
struct UnitCostsTests {
  private let folder = TemporaryFolder()

  private func costs(_ text: String) throws -> UnitCosts {
    try UnitCosts(try folder.file("costs.csv", text))
  }

  private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

  @Test("amounts are what people write, components what is neither category nor total")
  func reading() throws {
    let costs = try costs(
      """
      Unit costs,,,
      Total,Category,Harm,Police & courts
      "£1,380",Theft from person,20,£ 1360
      0.50,Robbery,.25,"1,234,567.25"

      """)
    #expect(costs.components == ["Harm", "Police & courts"])
    #expect(
      costs.rows == [
        .init(
          category: "Theft from person", components: [ExactDecimal(20), ExactDecimal(1360)],
          total: ExactDecimal(1380)),
        .init(
          category: "Robbery", components: [try decimal("0.25"), try decimal("1234567.25")],
          total: try decimal("0.5")),
      ])
    #expect(
      costs.matching(["robbery", "THEFT - FROM PERSON", "Theft", ""]) == [1, 0, nil, nil])
    let bytes = Array("category,total\nTheft,\"".utf8) + [0xA3] + Array("5\"\n".utf8)
    try folder.write(bytes, to: "old.csv")
    #expect(try UnitCosts(folder.path("old.csv")).rows[0].total == ExactDecimal(5))
  }

  @Test(
    "what is no amount of pounds from nought is refused with its place",
    arguments: [
      "-5", "−5", "n/a", "1,38", "12,34,567", "1 380", "5%", "€5", "1e3", "(5)", "££5", "£", ".",
      "1.2.3", ",500", "1234567890123456789",
    ])
  func badCosts(text: String) throws {
    #expect(
      throws: CostError.badCost(
        path: folder.path("costs.csv"), row: "line 3", category: "Robbery", column: "Harm",
        text: text)
    ) { try costs("category,Harm,total\nTheft,1,2\nRobbery,\"\(text)\",2\n") }
  }

  @Test("faults of the table are one line")
  func faults() throws {
    for (text, words) in [
      ("offence,total\nA,1\n", "there is no column 'category', its columns are 'offence', 'total'"),
      (
        "category,totals\nA,1\n",
        "there is no column 'total', its columns are 'category', 'totals'; did you mean"
      ),
      ("category,total\nA,\n", "line 2: 'total' of 'A' is empty, allowed are pounds from 0"),
      ("category,total\n,1\n", "line 2: the category is empty"),
      ("category,total\nA b,1\nB,1\na-B,2\n", "'a-B' has unit costs in line 2 and line 4, one row"),
      ("category,x,X,x,total\nA,1,1,1,1\n", "x"),
      ("category,total\n", ""),
    ] {
      let error = #expect(throws: (any Error).self) { try costs(text) }
      #expect("\(error.map { "\($0)" } ?? "")".contains(words), "\(text)")
    }
  }
}
