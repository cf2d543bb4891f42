import Glibc

/// The axis of quotients: equal factors are equally far apart, so that twice and half lie alike about 1.
package struct QuotientAxis: Sendable {
  /// The numbers along the axis, 1 among them, from low to high.
  package let ticks: [Double]

  /// Makes an axis that has all of some quotients.
  ///
  /// - Parameter values: The quotients; those of 0, which no such axis has, lie at its low end.
  package init(over values: [Double]) {
    let positive = values.filter { $0 > 0 && $0.isFinite }
    let (low, high) = (positive.min() ?? 1, positive.max() ?? 1)
    let first = Self.steps.lastIndex { $0 <= min(low, 0.5) * (1 + 1e-9) } ?? 0
    let last = Self.steps.firstIndex { $0 >= max(high, 2) * (1 - 1e-9) } ?? Self.steps.count - 1
    ticks = Array(Self.steps[first...last])
  }

  /// Returns where a quotient lies, from 0 at the low end to 1 at the high end.
  package func place(of quotient: Double) -> Double {
    guard quotient > 0 else { return 0 }
    let (low, high) = (log(ticks[0]), log(ticks[ticks.count - 1]))
    return min(max((log(quotient) - low) / (high - low), 0), 1)
  }

  /// Returns a number of the axis as it is printed.
  package static func text(_ tick: Double) -> String {
    NumberWords.decimal(tick, places: tick < 0.1 ? 2 : tick < 1 ? 1 : 0)
  }

  /// Returns a quotient as it is printed.
  package static func words(_ quotient: Double) -> String {
    NumberWords.decimal(quotient, places: quotient < 10 ? 2 : 1)
  }

  private static let steps = [
    0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000,
  ]
}
