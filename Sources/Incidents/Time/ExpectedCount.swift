/// How many incidents are expected in some hours of the week, how many must and how many could lie
/// there.
///
/// The expected count is the sum of the chances of the incidents. It is kept in whole units of
/// 2^-86, so that the sum is the same in whatever order the incidents come and on however many
/// threads they are counted. The chance of a window of under thirty years is exact to 10^-16, the
/// sum of a million of them to 10^-10. Always must <= expected <= could.
package struct ExpectedCount: Sendable, Equatable {
  /// The units of one incident.
  @inlinable package static var unitsPerIncident: Int128 { 1 << 86 }

  /// The sum of the chances, in units.
  package internal(set) var units: Int128 = 0
  /// The number of incidents that must lie in the hours.
  package internal(set) var must = 0
  /// The number of incidents that could lie in the hours.
  package internal(set) var could = 0
  /// The number of incidents counted at all.
  package internal(set) var incidents = 0

  /// Creates a count of nothing.
  package init() {}

  /// The sum of the chances.
  package var expected: Double { Self.incidents(ofUnits: units) }

  /// Counts one incident.
  package mutating func add(_ share: WindowShare) { add(share, times: 1) }

  /// Counts several incidents that lie to the hours alike.
  @inline(__always)
  package mutating func add(_ share: WindowShare, times: Int) {
    incidents += times
    if share.isCertain {
      must += times
      could += times
      units += Int128(times) * Self.unitsPerIncident
    } else if share.isPossible {
      could += times
      units += Int128(times) * Int128(share.overlap) * Self.unitsPerSecond(of: share.length)
    }
  }

  /// Adds the count of other incidents.
  package mutating func merge(_ other: ExpectedCount) {
    units += other.units
    must += other.must
    could += other.could
    incidents += other.incidents
  }

  /// The count of the same incidents in all other hours.
  package var complement: ExpectedCount {
    var result = ExpectedCount()
    result.incidents = incidents
    result.units = Int128(incidents) * Self.unitsPerIncident - units
    result.must = incidents - could
    result.could = incidents - must
    return result
  }

  /// Divides one incident over the seconds of its window.
  ///
  /// - Parameter length: The seconds of the window, from 1 to 2^38, nearly nine thousand years.
  /// - Returns: The units of each second, rounded down.
  package static func unitsPerSecond(of length: Int64) -> Int128 {
    let divisor = UInt64(length)
    // Long division in two steps; the remainder is below 2^38, so that the shift loses nothing.
    let (high, remainder) = (UInt64(1) << 62).quotientAndRemainder(dividingBy: divisor)
    return Int128(high) << 24 + Int128(remainder << 24 / divisor)
  }

  /// Returns a number of units as incidents: the nearest number, or of two the even one.
  ///
  /// The general conversion of the standard library goes through generic code for every digit, and a
  /// pack has six million numbers to convert. Here the 64 leading bits are kept, the last of them
  /// set if anything is dropped, so that the processor rounds as it would the whole.
  package static func incidents(ofUnits units: Int128) -> Double {
    let size = units.magnitude
    let dropped = max(0, 64 - size.leadingZeroBitCount)
    let leading = UInt64(truncatingIfNeeded: size &>> UInt128(truncatingIfNeeded: dropped))
    let isExact = size.trailingZeroBitCount >= dropped
    let scale = Double(sign: .plus, exponent: dropped - 86, significand: 1)
    let incidents = Double(isExact ? leading : leading | 1) * scale
    return units < 0 ? -incidents : incidents
  }
}
