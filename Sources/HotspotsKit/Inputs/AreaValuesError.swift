import Incidents
import Names

/// Why the values of areas cannot be read from a table.
public enum AreaValuesError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The table lacks a column.
  case noSuchColumn(path: String, name: String, header: [String])
  /// No column holds codes of the areas.
  case noCodes(path: String, layer: String, header: [String], purpose: ValuePurpose = .values)
  /// A code has two rows.
  case repeatedCode(path: String, code: String)
  /// No area gets a value.
  case noValue(path: String, code: String, value: String)
  /// A value is neither a number nor one of the texts for none.
  case notANumber(place: String, found: String, column: String)
  /// A value has a decimal point, another a decimal comma.
  case mixedMarks(point: String, pointPlace: String, comma: String, commaPlace: String)
  /// The comma of a value may be decimal or of thousands.
  case unsettledComma(place: String, found: String, column: String)
  /// A value has a percent sign, another has none.
  case mixedPercentages(place: String, found: String, other: String, otherPlace: String)
  /// A population is below zero.
  case negativePopulation(place: String, found: String, column: String)

  /// Says which fields cannot be read, and where they stand.
  init(_ fault: NumberColumn.Fault, _ table: DelimitedTable, rows: [Int], column: Int) {
    func place(_ row: Int) -> String { "'\(table.path)', \(table.place(ofRow: rows[row]))" }
    func text(_ row: Int) -> String { table.rows[rows[row]][column] }
    let name = table.header[column]
    self =
      switch fault {
      case .notANumber(let row): .notANumber(place: place(row), found: text(row), column: name)
      case .mixedMarks(let point, let comma):
        .mixedMarks(
          point: text(point), pointPlace: place(point), comma: text(comma),
          commaPlace: place(comma))
      case .unsettledComma(let row):
        .unsettledComma(place: place(row), found: text(row), column: name)
      case .mixedPercentages(let row, let other):
        .mixedPercentages(
          place: place(row), found: text(row), other: text(other), otherPlace: place(other))
      }
  }

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .noSuchColumn(let path, let name, let header):
      "cannot read '\(path)': there is no column '\(name)', its columns are "
        + Suggestion.list(header) + Suggestion.question(Suggestion.closest(to: name, among: header))
    case .noCodes(let path, let layer, let header, _):
      "cannot read '\(path)': no column holds codes of '\(layer)', its columns are "
        + Suggestion.list(header)
    case .repeatedCode(let path, let code):
      "cannot read '\(path)': the code '\(code)' has more than one row, one for each area is allowed"
    case .noValue(let path, let code, let value):
      "cannot read '\(path)': no code in '\(code)' is that of an area with a number in '\(value)', at "
        + "least one is needed"
    case .notANumber(let place, let found, let column):
      "cannot read \(place): '\(found)' in '\(column)' is not a number; numbers are allowed, and "
        + "nothing, 'n/a', '-', '*' or '[c]' where there is none"
    case .mixedMarks(let point, let pointPlace, let comma, let commaPlace):
      "cannot read \(commaPlace): '\(comma)' has a decimal comma and '\(point)' (\(pointPlace)) a "
        + "decimal point, one of them is allowed in a column"
    case .unsettledComma(let place, let found, let column):
      "cannot read \(place): the comma of '\(found)' in '\(column)' may be decimal or of thousands, "
        + "because semicolons separate the fields; a decimal point, or no mark of thousands, tells it"
    case .mixedPercentages(let place, let found, let other, let otherPlace):
      "cannot read \(otherPlace): '\(other)' has no percent sign and '\(found)' (\(place)) has one, all "
        + "numbers of a column or none may have it"
    case .negativePopulation(let place, let found, let column):
      "cannot read \(place): the population '\(found)' in '\(column)' is below zero, zero and more is "
        + "allowed"
    }
  }
}
