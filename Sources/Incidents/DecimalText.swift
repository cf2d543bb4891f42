import Glibc

/// Reads a decimal number from bytes, correctly rounded.
///
/// Blanks around the number are passed over. Digits with at most one point, a sign and an exponent
/// are a number; words such as `nan` and `inf` are not.
///
/// Numbers of up to 15 digits are a whole number divided by a power of ten, both exact in a double,
/// so that one division rounds correctly (Clinger 1990, https://doi.org/10.1145/93542.93557).
/// Up to 19 digits are divided as whole numbers, to more bits than a double has. All others are
/// read by the C library.
///
/// - Parameter text: The bytes; may be empty.
/// - Returns: The number, or not-a-number for anything else.
/// - Complexity: O(*n*) for *n* bytes.
@inline(__always)
func decimalNumber(in text: UnsafeBufferPointer<UInt8>) -> Double {
  let end = text.count
  // Bound: every access is at a position below `end`. Signs come and go, so that nothing here jumps
  // by them.
  let isNegative = unsafe end > 0 && text[0] == UInt8(ascii: "-")
  var position = isNegative ? 1 : 0
  var digits: UInt64 = 0
  let wholeStart = position
  while position < end {
    let digit = unsafe text[position] &- UInt8(ascii: "0")
    if digit > 9 { break }
    digits = digits &* 10 &+ UInt64(digit)
    position += 1
  }
  var count = position - wholeStart
  var decimals = 0
  if position < end, unsafe text[position] == UInt8(ascii: ".") {
    position += 1
    decimals = end - position
    count += decimals
    // Bound: the eight bytes up to the end lie in the text.
    if decimals >= 1, decimals <= 8, end >= 8, let base = unsafe UnsafeRawPointer(text.baseAddress),
      let fraction = unsafe lastDigits(
        decimals,
        of: UInt64(littleEndian: base.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self)))
    {
      digits = digits &* wholePowersOfTen[decimals] &+ fraction
      position = end
    }
    while position < end {
      let digit = unsafe text[position] &- UInt8(ascii: "0")
      if digit > 9 { break }
      digits = digits &* 10 &+ UInt64(digit)
      position += 1
    }
  }
  // Up to 19 digits did not overflow.
  guard position == end, count >= 1, count <= 19 else {
    return unsafe unusualDecimalNumber(in: text)
  }
  // Up to 15 digits are below 2^53. Signed numbers are converted in one instruction.
  let magnitude =
    count <= 15
    ? Double(Int64(bitPattern: digits)) / powersOfTen[decimals]
    : quotient(of: digits, decimals: decimals)
  return Double(bitPattern: magnitude.bitPattern | (isNegative ? 1 << 63 : 0))
}

/// Reads a decimal number from bytes, correctly rounded; not-a-number for anything else.
@inline(__always)
func decimalNumber(in text: Span<UInt8>) -> Double {
  unsafe text.withUnsafeBufferPointer { unsafe decimalNumber(in: $0) }
}

/// Returns a whole number divided by a power of ten, correctly rounded.
///
/// - Parameters:
///   - digits: The number.
///   - decimals: The power, at most 19.
/// - Returns: The double nearest to the exact quotient; of two as near the even one.
@inline(never)
private func quotient(of digits: UInt64, decimals: Int) -> Double {
  if digits == 0 { return 0 }
  var divisor: UInt64 = 1
  for _ in 0..<decimals { divisor *= 10 }
  // Both with their highest bit set, so that the quotient has at least 63 bits, of which a double
  // keeps 53; what is left over decides ties through the lowest bit.
  let (shift, divisorShift) = (digits.leadingZeroBitCount, divisor.leadingZeroBitCount)
  let numerator = digits << UInt64(shift)
  let (whole, rest) = (divisor << UInt64(divisorShift)).dividingFullWidth(
    (high: numerator >> 1, low: numerator << 63))
  let rounded = Double(rest == 0 ? whole : whole | 1)
  // The exponent lies between -127 and 0: the scaling is exact.
  return rounded * Double(sign: .plus, exponent: divisorShift - shift - 63, significand: 1)
}

/// Returns the number that the last of eight characters are.
///
/// Neighbours are joined to pairs, pairs to fours and fours to eight (Lemire 2021,
/// https://doi.org/10.1002/spe.2984).
///
/// - Parameters:
///   - count: How many, 1 to 8.
///   - characters: The eight, the first in the lowest byte.
/// - Returns: The number, or `nil` if one of them is no digit.
@inline(__always)
private func lastDigits(_ count: Int, of characters: UInt64) -> UInt64? {
  let others = UInt64(truncatingIfNeeded: 64 - 8 * count)
  let zeros: UInt64 = 0x3030_3030_3030_3030
  let values = ((characters >> others) << others | zeros & ((1 << others) &- 1)) ^ zeros
  // A digit is left with its value, below 10; adding 6 to any other reaches the upper four bits.
  if (values | (values &+ 0x0606_0606_0606_0606)) & 0xf0f0_f0f0_f0f0_f0f0 != 0 { return nil }
  let pairs = (values &* 10 &+ values >> 8) & 0x00ff_00ff_00ff_00ff
  let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_ffff_0000_ffff
  return (fours &* 10_000 &+ fours >> 32) & 0xffff_ffff
}

/// 10^0 to 10^8.
private let wholePowersOfTen: InlineArray<9, UInt64> = [
  1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
]

/// 10^0 to 10^15, each exact in a double.
private let powersOfTen: InlineArray<16, Double> = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]

/// Reads a number with blanks, a plus sign, an exponent or many digits; not-a-number for the rest.
@inline(never)
private func unusualDecimalNumber(in text: UnsafeBufferPointer<UInt8>) -> Double {
  // No number that anyone writes is longer; the limit keeps garbage cheap.
  let longest = 400
  guard text.count <= longest else { return .nan }
  func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
  var (start, end) = (0, text.count)
  // Bound: every access is at a position from `start` to below `end`.
  while start < end, unsafe isBlank(text[start]) { start += 1 }
  while start < end, unsafe isBlank(text[end - 1]) { end -= 1 }
  return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: longest + 1) { copy in
    var hasDigit = false
    for position in start..<end {
      let byte = unsafe text[position]
      // strtod also reads hexadecimal, infinity and not-a-number: only these may occur.
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        break
      default: return .nan
      }
      // Bound: `end - start` is at most `longest`, and one more place is left for the NUL.
      unsafe copy[position - start] = CChar(byte)
    }
    guard hasDigit, let first = copy.baseAddress else { return .nan }
    unsafe copy[end - start] = 0
    var stop: UnsafeMutablePointer<CChar>?
    let value = unsafe strtod(first, &stop)
    let parsed = unsafe stop.map { unsafe $0 - first }
    return parsed == end - start && value.isFinite ? value : .nan
  }
}
