/// Reads the date columns of a file once, ahead of all else, to learn their order.
enum DateOrderScan {
  /// Gathers the evidence of date columns until it settles their order and their numbers.
  ///
  /// Where the first block has no value that could be read in two ways, the scan ends there. What
  /// the rest of the file has against the evidence is met while its rows are read for good, see
  /// ``DateOrderFault``.
  ///
  /// - Parameters:
  ///   - part: The file, or its part.
  ///   - columns: The columns of the start and the end; they share one order.
  ///   - beginning: The reader of the file, of which nothing but the header has been taken. A file
  ///     that cannot be read twice gives the rows that were read with it; they settle numbers alone.
  ///   - isOrderGiven: Whether the user gave the order, so that it is not looked for.
  ///   - isTimeFormatGiven: Whether the user said what numbers in columns of times mean.
  /// - Returns: The evidence.
  /// - Throws: ``IncidentError`` as for reading the file.
  static func evidence(
    of part: IncidentPart, columns: [IncidentParser.TimeColumn], beginning: TextReader,
    isOrderGiven: Bool,
    isTimeFormatGiven: Bool
  ) throws(IncidentError) -> DateOrderEvidence? {
    let dates = columns.filter { $0.parts == nil }
    var evidence = DateOrderEvidence()
    guard beginning.stream.canRepeat else {
      let isWhole = beginning.visitRowsAtHand { observe($0, dates, &evidence) }
      return isWhole || isTimeFormatGiven || !evidence.clocks.isOpen ? evidence : nil
    }
    // Rows that were read with the header are not read, or decompressed, a second time.
    if beginning.origin == nil {
      var atHand = evidence
      let isWhole = beginning.visitRowsAtHand { observe($0, dates, &atHand) }
      if isWhole
        || !atHand.isOpen(isOrderGiven: isOrderGiven, isTimeFormatGiven: isTimeFormatGiven)
      {
        return atHand
      }
    }
    // The names of columns do not matter here, so neither does what coordinates mean.
    let reader = try TextReader(part: part, features: FeatureSystem { _ in true })
    let block = TextBlock(capacity: TextReader.blockSize)
    let wanted = WantedColumns(dates.flatMap(\.columns), of: reader.header.count)
    repeat {
      do throws(TextFault) {
        guard try reader.fillReady(block, wanted) else { return evidence }
      } catch {
        // The reading proper meets the same fault and words it.
        return evidence
      }
      observe(block, dates, &evidence)
    } while evidence.isOpen(isOrderGiven: isOrderGiven, isTimeFormatGiven: isTimeFormatGiven)
    return evidence
  }

  /// Takes the rows of a block into account.
  private static func observe(
    _ block: TextBlock, _ columns: [IncidentParser.TimeColumn], _ evidence: inout DateOrderEvidence
  ) {
    for row in 0..<block.rowCount {
      for column in columns {
        evidence.observe(unsafe QuotedText.unquoted(block.field(column.date, ofRow: row)).span)
        if let time = column.time {
          evidence.observe(time: unsafe QuotedText.unquoted(block.field(time, ofRow: row)).span)
        }
      }
    }
  }
}
