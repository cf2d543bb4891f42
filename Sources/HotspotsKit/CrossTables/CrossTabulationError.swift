import Cartography
import Names

/// Why a cross table cannot be laid out.
public enum CrossTabulationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There are more columns of values than can be read.
  case tooManyColumns(heading: String, count: Int, limit: Int)
  /// Bands are asked for without a column, and either both sides are columns of numbers or neither.
  case unclearBands(rows: String, across: String)
  /// A column that is to be cut into bands has no number.
  case noNumbers(column: String, examples: [String])

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .tooManyColumns(let heading, let count, let limit):
      "cannot lay out '\(heading)' across: it has \(NumberWords.grouped(count)) values, at most "
        + "\(limit) columns are allowed"
    case .unclearBands(let rows, let across):
      "cannot tell which column the bands are of: '\(rows)' or '\(across)'"
    case .noNumbers(let column, let examples):
      "cannot cut '\(column)' into bands: none of its values is a number, there are "
        + Suggestion.list(examples)
    }
  }
}
