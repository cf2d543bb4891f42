import Boundaries
import Cartography
import Interchange
package import Statistics
import Tasking

/// How closely what areas have goes together with the values of a table.
package struct AreaCorrelation: Sendable {
  /// What is compared with the table, in words: `incidents`.
  let subject: String
  /// The table.
  package let values: AreaValues
  /// The areas in words.
  let noun: AreaNoun
  /// The coefficients, or why there are none.
  package let outcome: Result<Correlation, Correlation.Absence>

  /// Compares two columns of areas.
  ///
  /// - Parameters:
  ///   - subject: What the first column is, in words.
  ///   - first: What the areas have; `nil` where that is not known.
  ///   - values: The table that it is compared with.
  ///   - layer: The areas.
  /// - Complexity: O(*n* log *n*).
  init(of subject: String, _ first: [Double?], with values: AreaValues, layer: BoundaryLayer) {
    self.subject = subject
    self.values = values
    noun = AreaNoun(codeField: layer.codeField, layer: layer.name)
    outcome = Result { () throws(Correlation.Absence) in try Correlation(first, values.values) }
  }

  /// The table that is compared with, and the coefficients.
  var choice: Choice {
    let found = try? outcome.get()
    return Choice(
      "correlation",
      .object([
        .init("of", .text(subject)), .init("with", .text(values.column)),
        .init("with_code_field", .text(values.codeColumn)),
        .init("n", found.map { .integer($0.pairs) } ?? .null),
        .init("spearman", .optional(found?.spearman)),
        .init("pearson", .optional(found?.pearson)), .init("absent", .optional(absence)),
      ]),
      sentences: [
        "correlation: '\(values.column)' of '\(values.fileName)', \(values.words)", sentence,
      ])
  }

  /// The coefficients with their base and caveat, or why there are none.
  package var sentence: String {
    let start = "correlation of \(subject) with '\(values.column)'"
    guard case .success(let found) = outcome else {
      return "\(start): none, because \(absence ?? "")"
    }
    func text(_ coefficient: Double) -> String { NumberWords.decimal(coefficient, places: 2) }
    return "\(start): Spearman's coefficient \(text(found.spearman)), Pearson's "
      + "\(text(found.pearson)), n = \(NumberWords.grouped(found.pairs)) \(noun.plural); it is of areas, "
      + "not of the people in them, and tells no cause"
  }

  /// Why there are no coefficients; `nil` if there are.
  private var absence: String? {
    guard case .failure(let reason) = outcome else { return nil }
    return switch reason {
    case .tooFewPairs(let pairs):
      "\(NumberWords.grouped(pairs)) of the \(noun.plural) "
        + "\(pairs == 1 ? "has" : "have") both, at least \(Correlation.fewestPairs) are needed"
    case .firstIsConstant: "the \(noun.plural) that have both have all the same \(subject)"
    case .secondIsConstant: "all \(noun.plural) have the same '\(values.column)'"
    }
  }
}
