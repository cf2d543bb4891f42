/// A sum of numbers without rounding, and so the same for any order and any split of them.
///
///     var sum = ExactSum()
///     for number in [1e16, 1, -1e16] { sum.add(number) }
///     sum.value      // 1
///
/// Numbers are whole multiples of powers of two. Those of 32 neighbouring powers are added in a whole number
/// of 128 bits, which holds 2^42 of them.
package struct ExactSum: Sendable, Equatable {
  /// The sum of numbers of like magnitude: `units` times two to the power of 32 `power`.
  package struct Part: Sendable, Equatable {
    /// The power of 2^32.
    package let power: Int
    /// How many of them.
    package fileprivate(set) var units: Int128

    /// Creates a part.
    package init(power: Int, units: Int128) { (self.power, self.units) = (power, units) }
  }

  /// The parts, the smallest power first, none of zero units.
  package private(set) var parts: [Part] = []

  /// Creates a sum of nothing.
  package init() {}

  /// Adds up finite numbers; traps for others.
  package init(_ numbers: [Double]) {
    for number in numbers { add(number) }
  }

  /// Creates the sum of parts, the smallest power first, each power once.
  package init(parts: [Part]) { self.parts = parts }

  /// Adds a finite number; traps for others.
  package mutating func add(_ number: Double) {
    precondition(number.isFinite, "ExactSum: a number is not finite")
    if number == 0 { return }
    let part = Part(number)
    add(part)
  }

  /// Adds another sum.
  package mutating func merge(_ other: ExactSum) {
    for part in other.parts { add(part) }
  }

  /// Adds numbers of like magnitude.
  package mutating func add(_ part: Part) {
    // There are one to three of them as a rule.
    let place = parts.firstIndex { $0.power >= part.power } ?? parts.count
    if place < parts.count, parts[place].power == part.power {
      parts[place].units += part.units
      if parts[place].units == 0 { parts.remove(at: place) }
    } else {
      parts.insert(part, at: place)
    }
  }

  /// The sum as a number: exact if it has one part of 53 bits, else within two roundings for each part.
  package var value: Double {
    parts.reduce(0) { sum, part in
      sum + Double(sign: .plus, exponent: 32 * part.power, significand: Double(part.units))
    }
  }
}

extension ExactSum.Part {
  /// Takes a number apart.
  package init(_ number: Double) {
    let isNormal = number.exponentBitPattern > 0
    let significand = Int128(number.significandBitPattern) + (isNormal ? 1 << 52 : 0)
    // The power of two of the last bit, from -1074.
    let exponent = max(1, Int(number.exponentBitPattern)) - 1075
    let power = (exponent + 64 * 32) / 32 - 64
    let units = significand << Int128(exponent - 32 * power)
    self.init(power: power, units: number < 0 ? -units : units)
  }
}
