import HotspotAnalysis

extension CrossTabulation {
  /// Returns the bands of the rows and of the columns.
  ///
  /// Bands without a column belong to the one side that is a column; of two, to that of numbers.
  ///
  /// - Parameter labels: The texts of each side; empty for one that is no column.
  /// - Returns: The bands of both; `nil` for a side that is not cut.
  /// - Throws: ``CrossTabulationError/unclearBands(rows:across:)``,
  ///   ``CrossTabulationError/noNumbers(column:examples:)``.
  func bandsOfSides(labels: [[String]]) throws(CrossTabulationError) -> [NumberBands?] {
    let columns = [rows.column, across.column]
    var found: [NumberBands?] = [nil, nil]
    for asked in bands {
      let place: Int
      if let name = asked.column {
        guard let named = columns.firstIndex(of: name) else {
          preconditionFailure("CrossTabulation: bands of a column that is not counted by")
        }
        place = named
      } else {
        let numeric = columns.indices.filter { columns[$0] != nil && Self.isOfNumbers(labels[$0]) }
        let named = columns.indices.filter { columns[$0] != nil }
        let candidates = named.count == 1 ? named : numeric
        guard candidates.count == 1 else {
          throw .unclearBands(rows: rows.heading, across: across.heading)
        }
        place = candidates[0]
      }
      let texts = labels[place].filter { !$0.isEmpty }
      if !texts.isEmpty, texts.allSatisfy({ PlainNumber.value(of: $0) == nil }) {
        throw .noNumbers(column: columns[place] ?? "", examples: Array(texts.prefix(3)))
      }
      found[place] = asked.bands
    }
    return found
  }

  /// Returns whether most of some texts are numbers.
  private static func isOfNumbers(_ labels: [String]) -> Bool {
    let texts = labels.filter { !$0.isEmpty }
    return 2 * texts.count { PlainNumber.value(of: $0) != nil } > texts.count
  }
}
