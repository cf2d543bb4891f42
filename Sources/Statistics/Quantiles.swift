/// Returns the upper bounds of classes that hold about equally many values.
///
/// The bounds are the quantiles at 1/*k*, 2/*k*, … 1, interpolated linearly between neighbouring
/// values (type 7 of Hyndman & Fan 1996, https://doi.org/10.2307/2684934). Equal bounds, which many
/// equal values cause, are returned once.
///
///     quantileBreaks(of: [1, 2, 3, 4, 5], classes: 2)  // [3, 5]
///
/// - Parameters:
///   - values: Finite values in any order.
///   - classes: How many classes are wanted, at least 1.
/// - Returns: Increasing bounds, the largest value last; empty without values.
/// - Complexity: O(*n* log *n*).
package func quantileBreaks(of values: [Double], classes: Int) -> [Double] {
  precondition(classes >= 1, "quantileBreaks: fewer than one class")
  let sorted = values.sorted()
  guard let last = sorted.last else { return [] }
  var bounds: [Double] = []
  for classIndex in 1..<max(classes, 1) {
    let place = Double(sorted.count - 1) * Double(classIndex) / Double(classes)
    let below = Int(place)
    let bound = sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
    if bounds.last != bound && bound < last { bounds.append(bound) }
  }
  return bounds + [last]
}
