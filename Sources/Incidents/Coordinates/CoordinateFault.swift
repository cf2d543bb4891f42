/// A coordinate, met while rows are read, that is written in another way than its column.
///
/// It ends the reading with a ``CoordinateError``: one such value puts all the others in doubt.
struct CoordinateFault: Sendable, Equatable {
  /// What the value goes against.
  enum Kind: Sendable, Equatable {
    /// The decimal mark.
    case otherMark
    /// The system of positions.
    case otherSystem
    /// The order of pairs.
    case otherOrder
  }

  /// Where the row stands; its line is the row's number within the block.
  var place: RowTally.Place
  /// The position of the column.
  var column: Int
  /// The value as it is written.
  var text: String
  /// What it goes against.
  var kind: Kind
}

extension IncidentSource {
  /// Words what a value says against how its column is read.
  func error(for fault: CoordinateFault) -> CoordinateError {
    let (name, text) = (columns.header[fault.column], fault.text)
    let reading = coordinates
    switch fault.kind {
    case .otherMark:
      return .otherMark(
        path: path, column: name, example: text, isComma: !reading.marks.isPlain)
    case .otherSystem:
      return .otherSystem(
        path: path, column: name, example: text, system: reading.position?.crs ?? crs)
    case .otherOrder:
      return .otherOrder(
        path: path, column: name, example: text, order: reading.position?.order ?? .xFirst)
    }
  }
}
