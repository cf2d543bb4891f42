/// Returns the most readable number above one limit and at most another.
///
/// The multiple of the largest step 1, 2 or 5 times a power of ten that has one there; of several,
/// the one nearest to the middle, the lower of two as near. Whole limits give a whole number.
///
///     roundestNumber(above: 541, through: 570)    // 550
///     roundestNumber(above: 24, through: 25)      // 25
///     roundestNumber(above: 0.31, through: 0.47)  // 0.4
///
/// - Parameters:
///   - low: The limit that the number exceeds.
///   - high: The limit that the number reaches at most; above `low`, both finite.
/// - Returns: The number; `high` itself where no decimal of 17 places lies between.
/// - Complexity: O(1).
package func roundestNumber(above low: Double, through high: Double) -> Double {
  precondition(low < high && low.isFinite && high.isFinite, "roundestNumber: no room")
  if low < 0 && high >= 0 { return 0 }
  let middle = low + (high - low) / 2
  var largestExponent = 0
  while largestExponent < 308 && powerOfTen(largestExponent) <= max(abs(low), abs(high)) {
    largestExponent += 1
  }
  for exponent in stride(from: largestExponent, through: -17, by: -1) {
    for leading in [5.0, 2.0, 1.0] {
      // Dividing by a power of ten rounds once: 3 / 10 is the number written 0.3, 3 * 0.1 is not.
      let scale = powerOfTen(abs(exponent))
      func multiple(_ count: Double) -> Double {
        exponent < 0 ? count * leading / scale : count * leading * scale
      }
      let quotient = exponent < 0 ? middle * scale / leading : middle / scale / leading
      let nearest = quotient.rounded(.down)
      let candidates = [nearest, nearest + 1].map(multiple).filter { $0 > low && $0 <= high }
      let best = candidates.min { abs($0 - middle) < abs($1 - middle) }
      if let best { return best }
    }
  }
  return high
}

/// Returns a power of ten, exact up to 10^22.
private func powerOfTen(_ exponent: Int) -> Double {
  var power = 1.0
  for _ in 0..<exponent { power *= 10 }
  return power
}
