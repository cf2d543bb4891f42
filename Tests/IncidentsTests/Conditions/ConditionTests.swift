import Testing

@testable import Incidents

@Suite("Conditions on rows")
struct ConditionTests {
  private func name(_ text: String, _ position: Int) -> Condition.Name {
    Condition.Name(text: text, position: position)
  }

  /// The condition without the places of its names, so that texts can be compared.
  private func words(_ condition: Condition) -> String {
    func value(_ value: Condition.Value) -> String {
      switch value {
      case .number(let number): "\(number)"
      case .text(let text): "'\(text)'"
      }
    }
    switch condition {
    case .compare(let name, let comparison, let other):
      return "\(name.text) \(comparison) \(value(other))"
    case .isOne(let name, of: let values):
      return "\(name.text) in [\(values.map(value).joined(separator: " "))]"
    case .like(let name, let pattern): return "\(name.text) like '\(pattern)'"
    case .isEmpty(let name): return "\(name.text) empty"
    case .not(let inner): return "not(\(words(inner)))"
    case .all(let parts): return "all(\(parts.map(words).joined(separator: "; ")))"
    case .any(let parts): return "any(\(parts.map(words).joined(separator: "; ")))"
    }
  }

  @Test("a comparison is a column, an operator and a value")
  func comparison() throws {
    #expect(
      try Condition("outcome = \"Under investigation\"")
        == .compare(name("outcome", 0), .equal, .text("Under investigation")))
    #expect(
      try Condition("  speed>=-30.5") == .compare(name("speed", 2), .greaterOrEqual, .number(-30.5))
    )
  }

  static let forms: [(String, String)] = [
    ("a = 1", "a equal 1.0"), ("a == 1", "a equal 1.0"), ("a != 1", "a different 1.0"),
    ("a <> 1", "a different 1.0"), ("a < 1", "a less 1.0"), ("a <= 1", "a lessOrEqual 1.0"),
    ("a > 1", "a greater 1.0"), ("a>=1e2", "a greaterOrEqual 100.0"),
    ("a = '1'", "a equal '1'"), ("a = 'it''s'", "a equal 'it's'"),
    ("a = \"say \"\"no\"\"\"", "a equal 'say \"no\"'"),
    ("`Crime type` = \"x\"", "Crime type equal 'x'"),
    ("\"Crime type\" = 'x'", "Crime type equal 'x'"),
    ("`a``b` is empty", "a`b empty"),
    ("straße_2 = 'ä'", "straße_2 equal 'ä'"),
    ("a in (1, 'b',\"c\")", "a in [1.0 'b' 'c']"),
    ("a NOT IN (1)", "not(a in [1.0])"),
    ("a like '%x%'", "a like '%x%'"), ("a not like 'x'", "not(a like 'x')"),
    ("a Is Empty", "a empty"), ("a is not empty", "not(a empty)"),
    ("a=1 or b=2 and c=3", "any(a equal 1.0; all(b equal 2.0; c equal 3.0))"),
    ("a=1 and b=2 or c=3", "any(all(a equal 1.0; b equal 2.0); c equal 3.0)"),
    ("(a=1 or b=2) and c=3", "all(any(a equal 1.0; b equal 2.0); c equal 3.0)"),
    ("not a=1 and b=2", "all(not(a equal 1.0); b equal 2.0)"),
    ("not (a=1 and b=2)", "not(all(a equal 1.0; b equal 2.0))"),
    ("not not a=1", "not(not(a equal 1.0))"),
    ("`not` = 1", "not equal 1.0"), ("in-flight = 1", "in-flight equal 1.0"),
  ]

  @Test("not binds tighter than and, and tighter than or", arguments: forms)
  func readForm(text: String, meaning: String) throws {
    #expect(words(try Condition(text)) == meaning)
  }

  static let faults: [(String, Int, String)] = [
    ("", 0, "the name of a column"), ("   ", 3, "the name of a column"),
    ("a", 1, "an operator"), ("a =", 3, "a number or text in quotes"),
    ("a = b", 4, "a number or text in quotes"), ("a = `b`", 4, "a number or text in quotes"),
    ("a = 2017-01", 4, "a number or text in quotes"),
    ("Crime type = 'x'", 6, "an operator"), ("'a' = 1", 0, "the name of a column"),
    ("5 = a", 0, "the name of a column"), ("a = 1 b = 2", 6, "'and', 'or' or the end"),
    ("(a = 1", 6, "'and', 'or' or ')'"), ("a = 1)", 5, "'and', 'or' or the end"),
    ("a in 1", 5, "'('"), ("a in ()", 6, "a number or text in quotes"),
    ("a in (1", 7, "',' or ')'"), ("a not 1", 6, "'in' or 'like'"),
    ("a is 1", 5, "'empty' or 'not'"), ("a is not 1", 9, "'empty'"),
    ("a like 5", 7, "text in quotes"), ("a = 1 and", 9, "the name of a column"),
    ("or a = 1", 0, "the name of a column"), ("a ; b", 2, "a name, a value or an operator"),
    ("a = 1 & b = 2", 6, "a name, a value or an operator"),
  ]

  @Test("what is not understood is shown with its place", arguments: faults)
  func showFault(text: String, position: Int, expected: String) {
    do {
      let condition = try Condition(text)
      Issue.record("understood as \(words(condition))")
    } catch {
      guard case .notUnderstood(let expression, let found, let words) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(expression == text && found == position, "\(error)")
      #expect(words.hasPrefix(expected), "\(words)")
      let lines = error.description.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 3 && lines[2] == String(repeating: " ", count: 4 + position) + "^")
    }
  }

  @Test("a quote without end is shown where it begins")
  func openQuote() {
    #expect(throws: ConditionError.unclosedQuote(expression: "a = \"b", position: 4)) {
      try Condition("a = \"b")
    }
    #expect(throws: ConditionError.unclosedQuote(expression: "`a = 1", position: 0)) {
      try Condition("`a = 1")
    }
  }

  @Test("depth beyond all sense is refused, not a crash")
  func depth() throws {
    let many = String(repeating: "(", count: 100_000)
    #expect(throws: ConditionError.self) { try Condition(many + "a=1") }
    let nots = String(repeating: "not ", count: 100_000)
    #expect(throws: ConditionError.self) { try Condition(nots + "a=1") }
    let fine = String(repeating: "(", count: 99) + "a=1" + String(repeating: ")", count: 99)
    #expect(words(try Condition(fine)) == "a equal 1.0")
  }
}
