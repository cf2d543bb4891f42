/// Returns the upper bounds of classes of equal width from the smallest to the largest value.
///
///     equalIntervalBreaks(of: [0, 3, 10], classes: 2)  // [5, 10]
///
/// - Parameters:
///   - values: Finite values in any order.
///   - classes: How many classes are wanted, at least 1; one comes back when all values are equal.
/// - Returns: Increasing bounds, the largest value last; empty without values.
/// - Complexity: O(*n*).
package func equalIntervalBreaks(of values: [Double], classes: Int) -> [Double] {
  precondition(classes >= 1, "equalIntervalBreaks: fewer than one class")
  guard let smallest = values.min(), let largest = values.max() else { return [] }
  let width = (largest - smallest) / Double(classes)
  guard width > 0 else { return [largest] }
  return (1..<classes).map { smallest + width * Double($0) } + [largest]
}
