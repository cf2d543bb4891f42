/// Why the coordinates of a file cannot be read: its columns contradict themselves, or nothing tells
/// what they mean.
package enum CoordinateError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Some numbers have decimal points and others decimal commas.
  case mixedMarks(path: String, column: String, point: String, comma: String)
  /// A number goes against the decimal mark that the first rows have.
  case otherMark(path: String, column: String, example: String, isComma: Bool)
  /// A comma may be a decimal one, of degrees, or of thousands of metres.
  case unsettledMarks(path: String, column: String, example: String)
  /// Positions of one column are in two systems.
  case mixedSystems(path: String, column: String, first: String, second: String)
  /// A position is in another system than those of the first rows.
  case otherSystem(path: String, column: String, example: String, system: String)
  /// Some pairs can only have their longitude first and others only their latitude.
  case mixedOrders(path: String, column: String, first: String, second: String)
  /// A pair goes against the order that the others have.
  case otherOrder(path: String, column: String, example: String, order: PositionColumn.Order)
  /// A column that was named as one of positions has none.
  case notPositions(path: String, column: String, example: String?)

  /// What was found and what is allowed.
  package var description: String {
    switch self {
    case .mixedMarks(let path, let column, let point, let comma):
      "\(path): cannot read the numbers of column '\(column)': '\(comma)' has a decimal comma and "
        + "'\(point)' a decimal point, one of them is allowed in a file"
    case .otherMark(let path, let column, let example, let isComma):
      "\(path): cannot read the numbers of column '\(column)': '\(example)' goes against the decimal "
        + "\(isComma ? "commas" : "points") of the first rows, one mark is allowed in a file"
    case .unsettledMarks(let path, let column, let example):
      "\(path): cannot read the numbers of column '\(column)': the comma in '\(example)' may be a "
        + "decimal one, of degrees, or stand for thousands of metres, and no row tells which"
    case .mixedSystems(let path, let column, let first, let second):
      "\(path): the positions of column '\(column)' are in two systems: '\(first)' and '\(second)'"
    case .otherSystem(let path, let column, let example, let system):
      "\(path): the positions of column '\(column)' are in two systems: the first rows are in "
        + "\(system), and '\(example)' is not"
    case .mixedOrders(let path, let column, let first, let second):
      "\(path): cannot read the positions of column '\(column)': '\(first)' can only have its "
        + "longitude first and '\(second)' only its latitude, one order is allowed"
    case .otherOrder(let path, let column, let example, let order):
      "\(path): cannot read the positions of column '\(column)': '\(example)' can only have its "
        + (order == .xFirst
          ? "latitude first, the others have their longitude"
          : "longitude first, the others have their latitude")
    case .notPositions(let path, let column, let example):
      "\(path): column '\(column)' has no position in its first rows"
        + (example.map { ": '\($0)' is none of those that are read (\(Self.forms))" } ?? "")
    }
  }

  /// The forms of positions that are read.
  static let forms =
    "such as (51.5, -0.12), POINT (-0.12 51.5), hexadecimal WKB, a GeoJSON point, TQ 305 805, "
    + "51°30'30\"N 0°7'15\"W"
}
