import Statistics

/// Classes of differences around none: three steps of fewer, about as many, three steps of more.
package struct ChangeClasses: Sendable, Equatable {
  /// Where the steps begin, alike on both sides, increasing; up to three.
  package let steps: [Double]
  /// The class of each difference, from -3 to 3.
  package let classes: [Int]

  /// Cuts differences by how large they are, on either side, by natural breaks at the most readable
  /// numbers.
  ///
  /// - Parameter differences: The differences; finite.
  /// - Complexity: O(*n* log *n*) for *n* differences.
  package init(differences: [Double]) {
    let sizes = differences.map(abs).filter { $0 > 0 }
    // Beside a class for zero, which is in the middle with the smallest differences.
    let breaks = try? ClassBreaks(of: sizes + [0], classes: 4)
    var steps = breaks?.thresholds ?? []
    if steps.isEmpty, let size = sizes.first { steps = [roundestNumber(above: 0, through: size)] }
    self.steps = steps
    classes = differences.map { difference in
      // With fewer steps the outer classes are kept: what differs most is darkest.
      let step = steps.count { abs(difference) >= $0 }
      let size = step == 0 ? 0 : step + 3 - steps.count
      return difference < 0 ? -size : size
    }
  }

  /// The labels of the classes that there may be, the lowest first, each with its class.
  package var labels: [(level: Int, label: String)] {
    // A key has two classes or more, also where nothing differs.
    guard let first = steps.first else { return [(-1, "fewer"), (0, "as many"), (1, "more")] }
    let places = steps.map(NumberWords.places).max() ?? 0
    func text(_ number: Double) -> String { NumberWords.decimal(number, places: places) }
    let sides = steps.indices.map { place -> (Int, String) in
      let level = place + 1 + 3 - steps.count
      return place + 1 < steps.count
        ? (level, "\(text(steps[place])) to under \(text(steps[place + 1]))")
        : (level, "\(text(steps[place])) and over")
    }
    return sides.reversed().map { (-$0.0, "\($0.1) fewer") }
      + [(0, "under \(text(first))")] + sides.map { ($0.0, "\($0.1) more") }
  }

  /// Returns which differences a class holds, as an expression of QGIS.
  ///
  /// - Parameters:
  ///   - level: The class, one of ``labels``.
  ///   - difference: The expression of the difference.
  /// - Returns: The expression.
  func filter(of level: Int, _ difference: String) -> String {
    guard let first = steps.first else {
      return "\(difference) \(level < 0 ? "<" : level > 0 ? ">" : "=") 0"
    }
    if level == 0 { return "abs(\(difference)) < \(first)" }
    let step = abs(level) - 4 + steps.count
    let (from, to) = level < 0 ? ("<= -", "> -") : (">= ", "< ")
    let low = "\(difference) \(from)\(steps[step])"
    return step + 1 < steps.count
      ? "\(low) AND \(difference) \(to)\(steps[step + 1])" : low
  }
}
