// Coordinates that are not simply decimal numbers.

extension IncidentParser {
  /// Reads the coordinates of a row; returns why the row is rejected.
  ///
  /// Out of line, so that rows with plain numbers do not pay for it.
  @inline(never)
  mutating func readCoordinates(
    _ row: Int, _ fields: RowFields, _ longitude: inout Double, _ latitude: inout Double,
    _ firstIsBlank: inout Bool, _ secondIsBlank: inout Bool
  ) -> RowReason? {
    if coordinateReader.readsPositions {
      let field = unsafe QuotedText.unquoted(fields.field(x, ofRow: row))
      switch coordinateReader.place(of: unsafe field.span) {
      case .point(let x, let y): (longitude, latitude) = (x, y)
      case .blank: (firstIsBlank, secondIsBlank) = (true, true)
      case .notAPoint: return .geometryNotAPoint
      case .contradictory, .unreadable: return .positionNotUnderstood
      }
      return nil
    }
    let unreadable: RowReason = isFeatures ? .geometryNotAPoint : .coordinateNotANumber
    if !firstIsBlank {
      let field = unsafe QuotedText.unquoted(fields.field(x, ofRow: row))
      switch coordinateReader.value(of: unsafe field.span, .easting) {
      case .number(let number): longitude = number
      case .blank: firstIsBlank = true
      case .contradictory, .unreadable: return unreadable
      }
    }
    if !secondIsBlank {
      let field = unsafe QuotedText.unquoted(fields.field(y, ofRow: row))
      switch coordinateReader.value(of: unsafe field.span, .northing) {
      case .number(let number): latitude = number
      case .blank: secondIsBlank = true
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
