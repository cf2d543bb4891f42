/// Returns the upper bounds of classes that each hold about an equal part of the sum of all values.
///
/// From the largest value down each class takes values until it holds its equal part of what the classes
/// before have left, ending where that is nearest; equal values go together. One area that holds a third of
/// all incidents is then a class by itself, and the others divide the rest between them.
///
///     equalShareBreaks(of: [50, 20, 10, 10, 5, 5], classes: 5)  // [5, 10, 20, 50]
///
/// The highest class holds about 1/*k* of the sum, so that a map says where a fifth of everything lies. It
/// suits values that add up, such as counts, and skewed ones above all; of rates the sum means nothing.
///
/// - Parameters:
///   - values: Finite values from zero, in any order.
///   - classes: How many classes are wanted, at least 1; fewer come back where fewer values differ, or
///     where equal ones hold several parts.
/// - Returns: The largest value of each class, increasing; empty without values.
/// - Complexity: O(*n* log *n*).
package func equalShareBreaks(of values: [Double], classes: Int) -> [Double] {
  precondition(classes >= 1, "equalShareBreaks: fewer than one class")
  let sorted = values.sorted(by: >)
  guard let largest = sorted.first, let smallest = sorted.last else { return [] }
  precondition(smallest >= 0, "equalShareBreaks: a value below zero")
  var left = sorted.reduce(0, +)
  var bounds = [largest]
  var next = 0
  for remaining in stride(from: classes, to: 1, by: -1) {
    let part = left / Double(remaining)
    let start = next
    var held = 0.0
    while next < sorted.count {
      let end = sorted[next...].firstIndex { $0 < sorted[next] } ?? sorted.count
      let equal = sorted[next] * Double(end - next)
      if next > start && abs(held + equal - part) >= abs(held - part) { break }
      held += equal
      next = end
    }
    guard next < sorted.count else { break }
    bounds.append(sorted[next])
    left -= held
  }
  return bounds.reversed()
}
