/// A position in whole units of length, as one number: centimetres of a plane, or ten-millionths of a
/// degree, which are a centimetre too.
struct PackedPosition: Sendable {
  /// The number.
  let key: UInt64

  /// Rounds a position.
  @inline(__always)
  init(x: Double, y: Double) {
    let east = UInt64(UInt32(truncatingIfNeeded: Int64(x.rounded())))
    key = east << 32 | UInt64(UInt32(truncatingIfNeeded: Int64(y.rounded())))
  }

  /// Reads a number.
  init(key: UInt64) { self.key = key }

  /// The first coordinate: systems in metres reach twenty thousand kilometres from their origin, which
  /// has room.
  var x: Int32 { Int32(bitPattern: UInt32(truncatingIfNeeded: key >> 32)) }
  /// The second coordinate.
  var y: Int32 { Int32(bitPattern: UInt32(truncatingIfNeeded: key)) }
}
