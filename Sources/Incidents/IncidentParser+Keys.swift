// Keys that count once: the first row with each is used, later ones are set aside.

extension IncidentParser {
  /// Notes the key of a row, which is looked up when it is the batch's turn.
  func addKey(
    _ row: Int, _ fields: RowFields, to table: inout IncidentTable, position: Int?,
    _ unplaced: RowReason?
  ) {
    let field = unsafe QuotedText.unquoted(fields.field(unique, ofRow: row))
    table.keys.append(
      KeyedRow(
        key: FieldKey(of: unsafe field.span), row: row, position: position, unplaced: unplaced)
    )
  }

  /// Sets the rows aside that have the key of an earlier one, once the batches before have.
  ///
  /// - Parameters:
  ///   - table: The batch of the block; those set aside are taken out.
  ///   - block: The block, as it was parsed.
  ///   - register: The keys that have come.
  ///   - dialect: How the file separates rows.
  ///   - tally: Receives the counts.
  func setRepeatedAside(
    from table: inout IncidentTable, of block: TextBlock, by register: KeyRegister,
    dialect: Dialect, tally: inout RowTally
  ) {
    if unique < 0 { return }
    let keys = table.keys
    var isRepeated = [Bool](repeating: false, count: keys.count)
    register.takeTurn(table.sequence, isLast: table.isLast) { register in
      for (place, keyed) in keys.enumerated() where !keyed.key.isBlank {
        isRepeated[place] = register.isRepeated(
          keyed.key, isPlaced: keyed.unplaced == nil || request.keepsUnplaced)
      }
    }
    var isKept = [Bool](repeating: true, count: table.count)
    for (keyed, isRepeated) in zip(keys, isRepeated) {
      if isRepeated {
        note(.repeated, keyed.row, block, dialect, &tally)
        if let resolver = request.windows {
          tally.times.remove(notes(of: keyed.row, RowFields(of: block), resolver))
        }
        if let position = keyed.position { isKept[position] = false }
      } else if let unplaced = keyed.unplaced {
        note(unplaced, keyed.row, block, dialect, &tally)
      }
    }
    if isKept.contains(false) { table.keep(where: isKept) }
  }

  /// Returns what was noticed about the window of a row, to be taken back.
  private func notes(of row: Int, _ fields: RowFields, _ resolver: WindowResolver) -> TimeNotes {
    var notes = TimeNotes()
    _ = WindowReading(
      start: start?.parse(fields, row) ?? ParsedTime(.absent),
      end: end?.parse(fields, row) ?? ParsedTime(.absent), by: resolver,
      within: request.filter.hours, notes: &notes)
    return notes
  }
}
