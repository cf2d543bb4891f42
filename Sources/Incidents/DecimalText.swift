import Glibc

/// Reads a decimal number from bytes, correctly rounded.
///
/// Blanks around the number are passed over. Digits with at most one point, a sign and an exponent
/// are a number; words such as `nan` and `inf` are not.
///
/// Numbers of up to 15 digits are a whole number divided by a power of ten, both exact in a double,
/// so that one division rounds correctly (Clinger 1990, https://doi.org/10.1145/93542.93557).
/// All others are read by the C library.
///
/// - Parameter text: The bytes; may be empty.
/// - Returns: The number, or not-a-number for anything else.
/// - Complexity: O(*n*) for *n* bytes.
@inline(__always)
func decimalNumber(in text: UnsafeBufferPointer<UInt8>) -> Double {
  var position = 0
  let end = text.count
  var isNegative = false
  // Bound: every access is at a position below `end`.
  if position < end, unsafe text[position] == UInt8(ascii: "-") {
    isNegative = true
    position += 1
  }
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
    let start = position
    while position < end {
      let digit = unsafe text[position] &- UInt8(ascii: "0")
      if digit > 9 { break }
      digits = digits &* 10 &+ UInt64(digit)
      position += 1
    }
    decimals = position - start
    count += decimals
  }
  // Up to 15 digits did not overflow, and are below 2^53.
  guard position == end, count >= 1, count <= 15 else {
    return unsafe unusualDecimalNumber(in: text)
  }
  let magnitude = Double(digits) / powersOfTen[decimals]
  return isNegative ? -magnitude : magnitude
}

/// 10^0 to 10^15, each exact in a double.
private let powersOfTen: InlineArray<16, Double> = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]

/// Reads a number with blanks, a plus sign, an exponent or many digits; not-a-number for the rest.
@inline(never)
private func unusualDecimalNumber(in text: UnsafeBufferPointer<UInt8>) -> Double {
  func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
  var bytes: [UInt8] = []
  // No number that anyone writes is longer; the limit keeps garbage cheap.
  guard text.count <= 400 else { return .nan }
  for position in 0..<text.count { unsafe bytes.append(text[position]) }
  while let last = bytes.last, isBlank(last) { bytes.removeLast() }
  let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
  bytes.removeFirst(start)
  // strtod also reads hexadecimal, infinity and not-a-number: only these characters may occur.
  let hasDigit = bytes.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  let isPlain = bytes.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
  guard hasDigit && isPlain else { return .nan }
  bytes.append(0)
  var parsed = 0
  let value = unsafe bytes.withUnsafeBufferPointer { buffer in
    unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
      var end: UnsafeMutablePointer<CChar>?
      guard let first = characters.baseAddress else { return Double.nan }
      let value = unsafe strtod(first, &end)
      if let end = unsafe end { parsed = unsafe UnsafePointer(end) - first }
      return value
    }
  }
  return parsed == bytes.count - 1 && value.isFinite ? value : .nan
}
