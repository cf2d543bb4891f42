/// What the first rows of a file say of a pair of columns that is named as metres are.
///
/// Exports often call longitude and latitude X and Y. Taken for metres of the British National Grid
/// they lie in the sea beyond Scilly, so the values decide: those within 180 and 90 are degrees.
struct CoordinateEvidence: Equatable {
  /// The pairs that can be degrees, in either order.
  private(set) var degrees = 0
  /// The pairs that can not.
  private(set) var others = 0

  /// Whether the columns hold degrees, going by most of their pairs.
  var isDegrees: Bool { degrees > others }

  /// Looks at a pair; what is not a number says nothing.
  mutating func observe(_ x: Double, _ y: Double) {
    if x.isNaN || y.isNaN || Self.isMark(x, y) { return }
    if Self.canBeDegrees(x, y) { degrees += 1 } else { others += 1 }
  }

  /// Returns whether a pair can be longitude and latitude, or the two exchanged, and is none of the
  /// marks that stand for no place.
  @inline(__always)
  static func isDegrees(_ x: Double, _ y: Double) -> Bool {
    abs(x) <= 180 && abs(y) <= 180 && canBeDegrees(x, y) && !isMark(x, y)
  }

  private static func canBeDegrees(_ x: Double, _ y: Double) -> Bool {
    (abs(x) <= 180 && abs(y) <= 90) || (abs(x) <= 90 && abs(y) <= 180)
  }

  /// Returns why a pair of numbers stands for no place; `nil` for any other.
  ///
  /// Many systems write zeros, ones, minus ones or nothing but nines where they know no place. The
  /// zeros may have been projected, so anything within a millionth of a degree or metre is one.
  @inline(never)
  static func mark(_ x: Double, _ y: Double) -> RowReason? {
    if abs(x) < 1e-6 && abs(y) < 1e-6 { return .coordinatesZero }
    guard x == y else { return nil }
    return abs(x) == 1 || nines.contains(abs(x)) ? .coordinatesPlaceholder : nil
  }

  /// 99, 999 and so on: beyond 90 degrees, and as metres no place where the two are the same.
  private static let nines: Set<Double> = [
    99, 999, 9_999, 99_999, 999_999, 9_999_999, 99_999_999, 999_999_999,
  ]

  private static func isMark(_ x: Double, _ y: Double) -> Bool {
    // An exchange of two marks is one too.
    mark(x, y) != nil || (x == x.rounded() && y == y.rounded() && abs(x) <= 1 && abs(y) <= 1)
  }
}
