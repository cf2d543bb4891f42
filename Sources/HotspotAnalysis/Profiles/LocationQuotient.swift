import Glibc
import Statistics

/// How much larger a category's share of an area's incidents is than its share of all incidents.
///
/// With *x* the area's incidents of the category, *a* all of the area's, *c* all of the category's and
/// *n* all incidents, *q* = (*x* / *a*) / (*c* / *n*): 1 for the same mix as everywhere, 2 for twice the
/// share. The 95 % interval is that of log *q*, whose variance is 1/*x* − 1/*a* − 1/*c* + (2*q* − 1)/*n*: *x* is
/// part of *c*, so that the two shares are not independent.
///
/// After Brantingham & Brantingham (1998), *Crime Prevention Studies* 8, 263–288.
package struct LocationQuotient: Sendable, Equatable {
  /// The quotient.
  package let value: Double
  /// The ends of the 95 % interval; `nil` if the area has none of the category.
  package let interval: (low: Double, high: Double)?

  /// Compares two shares; fails if the area or the category has no incident.
  ///
  /// - Parameters:
  ///   - count: The area's incidents of the category.
  ///   - area: All incidents of the area.
  ///   - category: All incidents of the category.
  ///   - all: All incidents.
  package init?(of count: Double, area: Double, category: Double, all: Double) {
    guard area > 0, category > 0 else { return nil }
    // Products first: of whole numbers a quotient of 1 is then exactly 1.
    value = count * all / (area * category)
    guard count > 0 else {
      interval = nil
      return
    }
    let variance = 1 / count - 1 / area - 1 / category + (2 * value - 1) / all
    // Rounding may leave less than nothing where one area has all, and the quotient does not vary.
    let reach = exp(Self.score * max(0, variance).squareRoot())
    interval = (value / reach, value * reach)
  }

  /// Whether the category has more than its share, and chance does not explain it: the whole interval
  /// lies above 1.
  package var isAbove: Bool { value > 1 && (interval?.low ?? 0) > 1 + 1e-9 }

  /// Compares all numbers.
  package static func == (left: LocationQuotient, right: LocationQuotient) -> Bool {
    left.value == right.value && left.interval?.low == right.interval?.low
      && left.interval?.high == right.interval?.high
  }

  private static let score = NormalDistribution.quantile(of: 0.975)
}
