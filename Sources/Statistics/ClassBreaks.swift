/// The classes of a map: the numbers at which one colour ends and the next begins.
///
/// A class holds the values from its own threshold (included) up to the next (excluded); the first
/// class is open below and the last above, so that every value has a class, also on another map
/// that is drawn with the same breaks. Where zero is a class by itself it comes first and holds
/// zero alone, and the other classes hold what is above.
///
///     let breaks = try ClassBreaks(of: [0, 0, 3, 5, 40, 44, 300], classes: 3)
///     breaks.thresholds            // [20, 200]
///     breaks.classIndex(of: 0)     // 0
///     breaks.classIndex(of: 5)     // 1
///     breaks.classIndex(of: 300)   // 3
package struct ClassBreaks: Equatable, Sendable {
  /// Whether zero is the first class, by itself.
  package let separatesZero: Bool
  /// Where each class but the first (the first above zero) begins, increasing.
  package let thresholds: [Double]
  /// The smallest and the largest value, zero aside where it is a class by itself, that the
  /// breaks were made for; `nil` if there was none or the breaks were given.
  package let range: ClosedRange<Double>?

  /// The number of classes, the one above zero included where nothing but zeros was seen.
  package var classCount: Int { thresholds.count + (separatesZero ? 2 : 1) }

  /// Takes thresholds chosen by a person or kept from an earlier map.
  ///
  /// - Parameters:
  ///   - thresholds: Where each class but the first begins; at least one.
  ///   - separatesZero: Whether zero is a class by itself; the thresholds are then above zero.
  ///   - range: The range that the thresholds were made for, where it is known.
  /// - Throws: ``ClassBreaksError/noThresholds`` without any,
  ///   ``ClassBreaksError/unorderedThresholds`` when they are not finite and increasing, and
  ///   ``ClassBreaksError/thresholdNotAboveZero(_:)`` beside a class for zero.
  package init(
    thresholds: [Double], separatesZero: Bool, range: ClosedRange<Double>? = nil
  ) throws(ClassBreaksError) {
    guard let first = thresholds.first else { throw .noThresholds }
    guard thresholds.allSatisfy(\.isFinite), zip(thresholds, thresholds.dropFirst()).allSatisfy(<)
    else { throw .unorderedThresholds }
    if separatesZero && first <= 0 { throw .thresholdNotAboveZero(first) }
    self.separatesZero = separatesZero
    self.thresholds = thresholds
    self.range = range
  }

  /// Cuts values into classes, none of them empty, at the most readable numbers.
  ///
  /// The method says which values belong together; each threshold is then the roundest number
  /// between the classes it parts, so that rounding moves no value. Whole values give whole
  /// thresholds. Zero is a class by itself when it occurs and no value is below it.
  ///
  /// - Parameters:
  ///   - values: Finite values in any order.
  ///   - method: Which values belong together.
  ///   - classes: How many classes are wanted beside the one for zero, at least 1; fewer are made
  ///     when fewer values differ.
  /// - Throws: ``ClassBreaksError/negativeValue(_:)`` for geometric intervals and equal shares of values
  ///   below zero.
  package init(
    of values: [Double], method: ClassificationMethod = .naturalBreaks, classes: Int = 5
  ) throws(ClassBreaksError) {
    precondition(values.allSatisfy(\.isFinite), "ClassBreaks: a value that is not finite")
    let smallest = values.min() ?? 0
    if method.needsValuesFromZero && smallest < 0 { throw .negativeValue(smallest) }
    separatesZero = smallest == 0 && values.contains(0)
    let sorted = (separatesZero ? values.filter { $0 > 0 } : values).sorted()
    guard let first = sorted.first, let last = sorted.last else {
      (thresholds, range) = ([], nil)
      return
    }
    range = first...last
    var thresholds: [Double] = []
    var start = sorted.startIndex
    for bound in method.upperBounds(of: sorted, classes: classes).dropLast() {
      guard let next = sorted[start...].firstIndex(where: { $0 > bound }), next > start else {
        continue
      }
      thresholds.append(roundestNumber(above: sorted[next - 1], through: sorted[next]))
      start = next
    }
    self.thresholds = thresholds
  }

  /// Cuts values of which some lie below zero into classes that do not cross zero.
  ///
  /// Those below zero and those above are cut apart, each side into about half as many classes; zero is
  /// the lowest of the first class above.
  ///
  /// - Parameters:
  ///   - values: Finite values in any order, at least one below zero.
  ///   - method: Which values belong together.
  ///   - classes: How many classes are wanted; an odd number is rounded up.
  /// - Throws: ``ClassBreaksError/negativeValue(_:)`` for geometric intervals and equal shares.
  package init(
    aroundZero values: [Double], method: ClassificationMethod = .naturalBreaks, classes: Int = 5
  ) throws(ClassBreaksError) {
    let low = values.filter { $0 < 0 }
    let high = values.filter { $0 > 0 }
    let each = (classes + 1) / 2
    let below = try ClassBreaks(of: low, method: method, classes: each)
    let above = try ClassBreaks(of: high, method: method, classes: each)
    let middle: [Double] = low.count < values.count ? [0] : []
    separatesZero = false
    thresholds = below.thresholds + middle + above.thresholds
    range = values.min().flatMap { lowest in values.max().map { lowest...$0 } }
  }

  /// Returns the class of a value: 0 for the lowest.
  ///
  /// - Parameter value: A finite value; one below zero counts as zero where zero is a class.
  /// - Returns: An index below ``classCount``.
  /// - Complexity: O(log *k*) for *k* classes.
  package func classIndex(of value: Double) -> Int {
    if separatesZero && value <= 0 { return 0 }
    var (low, high) = (0, thresholds.count)
    while low < high {
      let middle = (low + high) / 2
      if thresholds[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low + (separatesZero ? 1 : 0)
  }
}

/// Why values could not be cut into classes.
public enum ClassBreaksError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No threshold was given.
  case noThresholds
  /// The thresholds are not finite numbers in increasing order.
  case unorderedThresholds
  /// A threshold is not above zero though zero is a class by itself.
  case thresholdNotAboveZero(Double)
  /// A value is below zero where the method needs values above.
  case negativeValue(Double)

  /// The error in words.
  public var description: String {
    switch self {
    case .noThresholds:
      "cannot use the class breaks: none was given, at least one is needed"
    case .unorderedThresholds:
      "cannot use the class breaks: they are not in increasing order, each must exceed the one before"
    case .thresholdNotAboveZero(let threshold):
      "cannot use the class break '\(threshold)': zero is a class by itself, "
        + "so breaks must be above zero"
    case .negativeValue(let value):
      "cannot make classes of equal factors or shares: the value \(value) is below zero, "
        + "only zero and more are allowed"
    }
  }
}
