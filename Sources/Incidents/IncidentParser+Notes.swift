// What is noted of rows that are not used.

extension IncidentParser {
  /// Counts why a row is not used, and keeps the first example of each reason.
  @inline(never)
  func note(
    _ reason: RowReason, _ row: Int, _ block: TextBlock, _ dialect: Dialect,
    _ tally: inout RowTally
  ) {
    tally.counts[reason.rawValue] += 1
    if countColumn >= 0, reason != .totalsRow, reason != .noteRow {
      tally.incidents[reason.rawValue] += incidents(row, RowFields(of: block)) ?? 0
    }
    if reason == .dateNotUnderstood { noteDateOrder(row, block, &tally) }
    if reason == .coordinateNotANumber || reason == .positionNotUnderstood {
      noteCoordinates(row, block, &tally)
    }
    if reason == .coordinateOutOfRange && isGeographic { noteRange(row, block, &tally) }
    if reason == .malformedQuotes { noteLineEnds(row, block, dialect, &tally) }
    let (file, ordinal) = (file, block.ordinal)
    if let example = tally.examples[reason.rawValue],
      (example.file, example.block) <= (file, ordinal)
    {
      return
    }
    // Features and rows of sheets have numbers and no lines.
    let lines = countsRows ? row : block.lines(beforeRow: row, dialect: dialect)
    tally.examples[reason.rawValue] = RowTally.Place(file: file, block: ordinal, line: lines)
  }

  /// Counts what coordinates look like that cannot be degrees.
  private func noteRange(_ row: Int, _ block: TextBlock, _ tally: inout RowTally) {
    let (longitude, latitude) =
      takesPositions
      ? (block.x[row], block.y[row])
      : (
        unsafe decimalNumber(in: QuotedText.unquoted(block.field(x, ofRow: row))),
        unsafe decimalNumber(in: QuotedText.unquoted(block.field(y, ofRow: row)))
      )
    if abs(latitude) <= 180 && abs(longitude) <= 90 { tally.outOfRange.exchanged += 1 }
    if abs(longitude) > 180 && abs(latitude) > 180 { tally.outOfRange.metres += 1 }
  }

  /// Keeps the first row that is several, because its line ends are of two kinds.
  @inline(never)
  func noteLineEnds(
    _ row: Int, _ block: TextBlock, _ dialect: Dialect, _ tally: inout RowTally
  ) {
    guard !countsRows, block.hasOtherLineEnd(row, dialect: dialect) else { return }
    let place = RowTally.Place(
      file: file, block: block.ordinal, line: block.lines(beforeRow: row, dialect: dialect))
    tally.lineEndFault = min(place, tally.lineEndFault ?? place)
  }
}
