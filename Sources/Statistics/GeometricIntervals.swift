import Glibc

/// Returns the upper bounds of classes each of which is the same number of times the one before.
///
/// For values that spread over several orders of magnitude, such as counts in a city: every class
/// spans the same factor.
///
///     geometricBreaks(of: [1, 10, 100], classes: 2)  // [10, 100]
///
/// - Parameters:
///   - values: Finite values above zero, in any order.
///   - classes: How many classes are wanted, at least 1; one comes back when all values are equal.
/// - Returns: Increasing bounds, the largest value last; empty without values.
/// - Complexity: O(*n*).
package func geometricBreaks(of values: [Double], classes: Int) -> [Double] {
  precondition(classes >= 1, "geometricBreaks: fewer than one class")
  guard let smallest = values.min(), let largest = values.max() else { return [] }
  precondition(smallest > 0, "geometricBreaks: a value that is not above zero")
  guard smallest < largest else { return [largest] }
  let ratio = largest / smallest
  return (1..<classes).map { smallest * pow(ratio, Double($0) / Double(classes)) } + [largest]
}
