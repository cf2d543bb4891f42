import Testing

@testable import Incidents

@Suite("Conditions as text")
struct ConditionTextTests {
  @Test(
    "a condition is written as an expression of the same meaning",
    arguments: [
      ("outcome='Under investigation'", "outcome = 'Under investigation'"),
      ("\"Crime type\" != \"O'Neil\"", "`Crime type` != 'O''Neil'"),
      (
        "speed>=30 and not(note is empty or speed<10.5)",
        "speed >= 30 and not (note is empty or speed < 10.5)"
      ),
      ("(a = 1 or b = 2) and c like '%x%'", "(a = 1 or b = 2) and c like '%x%'"),
      ("a not in ('x', 3) or not b is not empty", "not a in ('x', 3) or not not b is empty"),
      ("`in` = 1", "`in` = 1"),
    ])
  func text(expression: String, expected: String) throws {
    let condition = try Condition(expression)
    #expect(condition.description == expected)
    #expect(try Condition(condition.description).description == expected)
  }
}
