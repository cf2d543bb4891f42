// Coordinates that are not simply decimal numbers.

extension IncidentParser {
  /// The coordinates of a row as far as they are known.
  struct RowPlace {
    var x: Double
    var y: Double
    var xIsBlank: Bool
    var yIsBlank: Bool
  }

  /// Reads the coordinates of a row; returns why the row is rejected.
  ///
  /// Out of line, so that rows with plain numbers do not pay for it.
  @inline(never)
  mutating func readCoordinates(
    _ row: Int, _ fields: RowFields, _ place: inout RowPlace
  ) -> RowReason? {
    if coordinateReader.readsPositions {
      let field = unsafe QuotedText.unquoted(fields.field(x, ofRow: row))
      switch coordinateReader.place(of: unsafe field.span) {
      case .point(let x, let y): (place.x, place.y) = (x, y)
      case .blank: (place.xIsBlank, place.yIsBlank) = (true, true)
      case .notAPoint: return .geometryNotAPoint
      case .contradictory, .unreadable: return .positionNotUnderstood
      }
      return nil
    }
    let unreadable: RowReason = isFeatures ? .geometryNotAPoint : .coordinateNotANumber
    if !place.xIsBlank {
      let field = unsafe QuotedText.unquoted(fields.field(x, ofRow: row))
      switch coordinateReader.value(of: unsafe field.span, .easting) {
      case .number(let number): place.x = number
      case .blank: place.xIsBlank = true
      case .contradictory, .unreadable: return unreadable
      }
    }
    if !place.yIsBlank {
      let field = unsafe QuotedText.unquoted(fields.field(y, ofRow: row))
      switch coordinateReader.value(of: unsafe field.span, .northing) {
      case .number(let number): place.y = number
      case .blank: place.yIsBlank = true
      case .contradictory, .unreadable: return unreadable
      }
    }
    return nil
  }

  /// Keeps the first coordinate that is written in another way than its column.
  @inline(never)
  func noteCoordinates(_ row: Int, _ block: TextBlock, _ tally: inout RowTally) {
    let place = RowTally.Place(file: file, block: block.ordinal, line: row)
    if let first = tally.coordinateFault, first.place < place { return }
    var reader = coordinateReader
    for (column, axis) in [(x, AngleText.Axis.easting), (y, .northing)] {
      let field = unsafe QuotedText.unquoted(block.field(column, ofRow: row))
      var kind: CoordinateFault.Kind?
      if reader.readsPositions {
        if case .contradictory(let found) = reader.place(of: unsafe field.span) { kind = found }
      } else if reader.value(of: unsafe field.span, axis) == .contradictory {
        kind = .otherMark
      }
      guard let kind else { continue }
      tally.coordinateFault = CoordinateFault(
        place: place, column: column,
        text: String(unsafe QuotedText.text(block.field(column, ofRow: row)).prefix(40)),
        kind: kind)
      return
    }
  }
}
