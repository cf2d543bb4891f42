import Glibc

/// Text on its way to a file, as bytes; numbers are written without Foundation.
package struct ByteBuffer: Sendable {
  /// The bytes, and space for more behind them.
  private var storage: [UInt8]
  /// How many bytes there are.
  package private(set) var count: Int

  /// Creates an empty buffer.
  package init() { self.init([]) }

  /// Creates a buffer that holds bytes.
  package init(_ bytes: [UInt8]) {
    storage = bytes
    count = bytes.count
  }

  /// The bytes so far.
  package var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// Forgets the bytes and keeps the storage.
  package mutating func removeAll() { count = 0 }

  /// Makes space for more bytes.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > storage.count { grow(to: count + more) }
  }

  @inline(never)
  private mutating func grow(to needed: Int) {
    let size = max(needed, storage.count * 2, 1024)
    // From an array: one after the other, repeated elements take debug builds a microsecond each.
    storage += [UInt8](repeating: 0, count: size - storage.count)
  }

  /// Appends one byte.
  @inline(__always)
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  /// Appends text.
  package mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends the bytes of another buffer.
  package mutating func append(_ other: ByteBuffer) { append(contentsOf: other.bytes) }

  private mutating func append(contentsOf bytes: some Collection<UInt8>) {
    reserve(bytes.count)
    for byte in bytes {
      storage[count] = byte
      count += 1
    }
  }

  /// Appends a whole number.
  package mutating func append(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(units: UInt64(value.magnitude), decimals: 0)
  }

  /// Appends a real number with at most so many decimals, rounded to the nearest, ties to even.
  ///
  /// Zeros at the end are left out, and so is the sign of zero. The rounding is that of the
  /// number's exact value: where the scaled number is near a tie, the error of the scaling decides.
  ///
  /// - Parameters:
  ///   - value: A finite number below 2^53 when scaled.
  ///   - decimals: How many decimals, 0 to 9.
  @inline(__always)
  package mutating func append(_ value: Double, decimals: Int) {
    guard let units = Self.units(abs(value), decimals: decimals) else {
      append("\(value)")
      return
    }
    if value < 0 && units != 0 { append(UInt8(ascii: "-")) }
    append(units: units, decimals: decimals)
  }

  /// Returns how many units of the last decimal a number has, rounded to the nearest, ties to even;
  /// `nil` from 2^53 on.
  @inline(__always)
  private static func units(_ magnitude: Double, decimals: Int) -> UInt64? {
    let scale = powersOfTen(decimals)
    let scaled = magnitude * scale
    var rounded = scaled.rounded(.down)
    let fraction = scaled - rounded
    if abs(fraction - 0.5) < 1e-3 {
      // Exact: the product's rounding error, by a fused multiply-add.
      let error = (-scaled).addingProduct(magnitude, scale)
      let excess = (fraction - 0.5) + error
      if excess > 0 || (excess == 0 && rounded.truncatingRemainder(dividingBy: 2) == 1) {
        rounded += 1
      }
    } else if fraction > 0.5 {
      rounded += 1
    }
    return rounded < 0x1p53 ? UInt64(rounded) : nil
  }

  /// Appends a count of units of the last decimal as a number with a point, zeros at the end left
  /// out.
  @inline(__always)
  private mutating func append(units: UInt64, decimals: Int) {
    // From the last digit to the first; 2^53 has 16 digits, and there are at most 12 decimals.
    var reversed = InlineArray<32, UInt8>(repeating: UInt8(ascii: "0"))
    var (rest, length, skipped) = (units, 0, 0)
    var isTrailing = true
    for _ in 0..<decimals {
      let digit = UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      if isTrailing && digit == 0 {
        skipped += 1
        continue
      }
      isTrailing = false
      reversed[length] = UInt8(ascii: "0") &+ digit
      length += 1
    }
    if skipped < decimals {
      reversed[length] = UInt8(ascii: ".")
      length += 1
    }
    repeat {
      reversed[length] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      length += 1
    } while rest != 0
    append(reversed: reversed, length: length)
  }

  /// Appends bytes that were gathered from the last to the first.
  @inline(__always)
  private mutating func append(reversed: InlineArray<32, UInt8>, length: Int) {
    reserve(length)
    var position = length
    while position > 0 {
      position -= 1
      storage[count] = reversed[position]
      count += 1
    }
  }

  /// Appends a number with the fewest digits that read back as the same double.
  ///
  /// Whole numbers are written without a point; numbers that are not finite as `null`.
  package mutating func append(shortest value: Double) {
    guard value.isFinite else {
      append("null")
      return
    }
    if value == value.rounded() && abs(value) < 1e15 {
      append(Int(value))
    } else {
      append("\(value)")
    }
  }

  /// Appends a number with at most nine significant digits.
  package mutating func append(significant value: Double) {
    guard value.isFinite else { return }
    if value == value.rounded() && abs(value) < 1e9 {
      append(Int(value))
      return
    }
    // As many decimals as nine significant digits leave, for numbers of everyday size.
    var wholeDigits = 0
    var magnitude = abs(value)
    while magnitude >= 1 {
      magnitude /= 10
      wholeDigits += 1
    }
    if wholeDigits > 0 && wholeDigits <= 9 {
      append(value, decimals: 9 - wholeDigits)
      return
    }
    let (digits, exponent) = Self.nineDigits(abs(value))
    if value < 0 { append(UInt8(ascii: "-")) }
    if exponent < 0 && exponent >= -4 {
      append(units: digits, decimals: 8 - exponent)
    } else {
      append(units: digits, decimals: 8)
      append("e\(exponent)")
    }
  }

  /// Returns the first nine digits of a positive number, rounded, and the power of ten of the first
  /// of them.
  private static func nineDigits(_ value: Double) -> (digits: UInt64, exponent: Int) {
    var exponent = Int(log10(value).rounded(.down))
    var magnitude = scaled(value, byPowerOfTen: -exponent)
    // The logarithm of a number just below a power of ten can be that of the power, and be rounded.
    if magnitude >= 10 {
      exponent += 1
      magnitude = scaled(value, byPowerOfTen: -exponent)
    } else if magnitude < 1 {
      exponent -= 1
      magnitude = scaled(value, byPowerOfTen: -exponent)
    }
    // A little below ten at most.
    let digits = units(magnitude, decimals: 8) ?? 0
    return digits == 1_000_000_000 ? (digits / 10, exponent + 1) : (digits, exponent)
  }

  /// Multiplies by a power of ten, rounding once for powers up to 10^22, which are exact.
  private static func scaled(_ value: Double, byPowerOfTen exponent: Int) -> Double {
    var (value, rest) = (value, abs(exponent))
    while rest > 0 {
      let step = min(rest, 22)
      let power =
        powersOfTen(min(step, 9)) * powersOfTen(min(max(step - 9, 0), 9))
        * powersOfTen(max(step - 18, 0))
      value = exponent < 0 ? value / power : value * power
      rest -= step
    }
    return value
  }

  @inline(__always)
  private static func powersOfTen(_ exponent: Int) -> Double {
    switch exponent {
    case 7: 1e7
    case 0: 1
    case 1: 1e1
    case 2: 1e2
    case 3: 1e3
    case 4: 1e4
    case 5: 1e5
    case 6: 1e6
    case 8: 1e8
    default: 1e9
    }
  }
}
