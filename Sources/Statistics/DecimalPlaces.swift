import Glibc

/// Decimals with which numbers of one list are written, so that the smallest has enough digits.
///
///     let places = DecimalPlaces(of: 12.345, digits: 3)   // one place
///     places.roundedDown(12.39)                           // 12.3, the number written so
package struct DecimalPlaces: Sendable, Equatable {
  /// How many decimals are written, nine at most.
  package let count: Int

  /// Chooses the decimals.
  ///
  /// - Parameters:
  ///   - smallest: The smallest of the numbers, above zero.
  ///   - digits: How many significant digits it has at least.
  package init(of smallest: Double, digits: Int) {
    let leading = smallest > 0 && smallest.isFinite ? Int(log10(smallest).rounded(.down)) : 0
    count = min(9, max(0, digits - 1 - leading))
  }

  /// The step between two numbers that are written so.
  package var unit: Double { 1 / scale }

  /// Returns the nearest number that is written so.
  package func rounded(_ number: Double) -> Double { (number * scale).rounded() / scale }

  /// Returns the largest number that is written so and is no larger.
  package func roundedDown(_ number: Double) -> Double { (number * scale).rounded(.down) / scale }

  // Dividing by a power of ten rounds once: 123 / 10 is the number written 12.3.
  private var scale: Double { (0..<count).reduce(1.0) { scale, _ in scale * 10 } }
}
