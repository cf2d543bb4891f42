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

  /// Zeros, ones and minus ones stand for an unknown place in many systems.
  private static func isMark(_ x: Double, _ y: Double) -> Bool {
    x == x.rounded() && y == y.rounded() && abs(x) <= 1 && abs(y) <= 1
  }
}
