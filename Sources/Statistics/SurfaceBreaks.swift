/// The numbers at which the bands of a surface begin, rounded to what a key prints.
///
/// Isopleths run along the very numbers that are printed beside them. Cells at zero have no class: over
/// much ground they would be most of all, and every quantile one of them.
///
///     SurfaceBreaks(of: [0, 0, 10, 20, 60], method: .equalIntervals, classes: 2).breaks   // [35]
package struct SurfaceBreaks: Sendable, Equatable {
  /// Where each band but the lowest begins, ascending.
  package let breaks: [Double]
  /// The decimals with which they are printed.
  package let places: DecimalPlaces
  /// How many cells were left out for being zero.
  package let zeros: Int

  /// The significant digits of the lowest break.
  private static let digits = 3

  /// Cuts the values of a surface into bands.
  ///
  /// - Parameters:
  ///   - values: The densities of cells, from zero, in any order.
  ///   - method: Which of them belong together.
  ///   - classes: How many bands are wanted, at least one; fewer are made when fewer values differ.
  package init(of values: [Double], method: ClassificationMethod, classes: Int) {
    let present = values.filter { $0 > 0 }
    zeros = values.count - present.count
    let bounds = method.upperBounds(of: present, classes: classes).dropLast()
    var digits = Self.digits
    var places = DecimalPlaces(of: bounds.first ?? 1, digits: digits)
    // More digits where bounds lie so close that rounding would join them.
    while places.count < 9, Set(bounds.map(places.rounded)).count < bounds.count {
      digits += 1
      places = DecimalPlaces(of: bounds.first ?? 1, digits: digits)
    }
    self.places = places
    breaks = Set(bounds.map(places.rounded).filter { $0 > 0 }).sorted()
  }
}
