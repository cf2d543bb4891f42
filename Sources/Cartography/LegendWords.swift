package import Statistics

/// Says in words which values each class holds.
package enum LegendWords {
  /// Returns one label for each class, the lowest first.
  ///
  /// Classes of whole numbers are written without overlap (`25 – 79`), others with their upper end
  /// excluded (`0.5 to under 2`). The ends are those of the values the breaks were made for; where
  /// a class is open, because the values on the map go beyond or the ends are not known, it says
  /// `and over` or `under`.
  ///
  /// - Parameters:
  ///   - breaks: The classes.
  ///   - values: The values on the map.
  ///   - isWhole: Whether values are whole numbers.
  /// - Returns: As many labels as there are classes.
  package static func labels(of breaks: ClassBreaks, values: [Double], isWhole: Bool) -> [String] {
    let range = breaks.range.flatMap { range in
      values.allSatisfy { range.contains($0) || (breaks.separatesZero && $0 == 0) } ? range : nil
    }
    let isWhole = isWhole && breaks.thresholds.allSatisfy { $0 == $0.rounded() }
    let places = isWhole ? 0 : breaks.thresholds.map(NumberWords.places).max() ?? 0
    func text(_ number: Double) -> String { NumberWords.decimal(number, places: places) }

    let starts = [lowest(of: breaks, range: range, isWhole: isWhole)] + breaks.thresholds
    let ends = breaks.thresholds + [nil] as [Double?]
    var labels = zip(starts, ends).map { start, end in
      switch (start, end) {
      case (nil, nil): breaks.separatesZero ? "above 0" : "any value"
      case (let start?, nil): open(from: start, range: range, isWhole: isWhole, places: places)
      case (nil, let end?):
        breaks.separatesZero ? "above 0, under \(text(end))" : "under \(text(end))"
      case (let start?, let end?):
        isWhole ? wholeRange(start, end - 1) : "\(text(start)) to under \(text(end))"
      }
    }
    if breaks.separatesZero { labels.insert("0", at: 0) }
    return labels
  }

  /// Returns where the first class above zero begins, for people.
  private static func lowest(of breaks: ClassBreaks, range: ClosedRange<Double>?, isWhole: Bool)
    -> Double?
  {
    if breaks.separatesZero { return isWhole ? 1 : nil }
    return isWhole ? range?.lowerBound : nil
  }

  /// Returns the label of the class without an upper threshold.
  private static func open(
    from start: Double, range: ClosedRange<Double>?, isWhole: Bool, places: Int
  ) -> String {
    guard isWhole, let range else {
      return "\(NumberWords.decimal(start, places: places)) and over"
    }
    return wholeRange(start, range.upperBound)
  }

  private static func wholeRange(_ start: Double, _ end: Double) -> String {
    let first = NumberWords.decimal(start, places: 0)
    // A dash beside a minus sign is hard to read.
    let dash = start < 0 ? "to" : "–"
    return start >= end ? first : "\(first) \(dash) \(NumberWords.decimal(end, places: 0))"
  }
}
