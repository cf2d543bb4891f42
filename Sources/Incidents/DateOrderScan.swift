/// Reads the date columns of a file once, ahead of all else, to learn their order.
enum DateOrderScan {
  /// Gathers the evidence of date columns until it settles their order.
  ///
  /// Where the first block has no date that could be read in two ways, dates are written year first
  /// or in words, and the scan ends there. What the rest of the file has against the evidence is
  /// met while its rows are read for good, see ``DateOrderFault``.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - columns: The positions of the date columns; they share one order.
  ///   - isRepeatable: Whether the file can be read a second time. Where it cannot, there is no
  ///     evidence.
  ///   - isOrderGiven: Whether the user gave the order, so that only the first block is looked at,
  ///     for serial numbers.
  /// - Returns: The evidence, or `nil` where the file cannot be read twice.
  /// - Throws: ``IncidentError`` as for reading the file.
  static func evidence(
    path: String, columns: [Int], isRepeatable: Bool, isOrderGiven: Bool
  ) throws(IncidentError) -> DateOrderEvidence? {
    guard isRepeatable else { return nil }
    // The names of columns do not matter here, so neither does what coordinates mean.
    let reader = try TextReader(path: path, features: FeatureSystem { _ in true })
    let block = TextBlock(capacity: TextReader.blockSize)
    let wanted = WantedColumns(columns, of: reader.header.count)
    var evidence = DateOrderEvidence()
    while true {
      do throws(TextFault) {
        guard try reader.fillReady(block, wanted) else { return evidence }
      } catch {
        // The reading proper meets the same fault and words it.
        return evidence
      }
      for row in 0..<block.rowCount {
        for column in columns {
          evidence.observe(unsafe QuotedText.unquoted(block.field(column, ofRow: row)).span)
        }
      }
      switch evidence.state {
      case .notNeeded, .settled, .mixed: return evidence
      case .open: if isOrderGiven { return evidence }
      }
    }
  }
}
