/// A decimal number of nought or more, exactly as it is written.
///
/// Binary fractions hold few decimal ones exactly, so that a product which ends in a half may be
/// rounded the wrong way.
///
///     let deflator = ExactDecimal("1.211519125")
///     ExactDecimal.roundedProduct([ExactDecimal(49_632), ExactDecimal(20), deflator!])   // 1202602
public struct ExactDecimal: Sendable, Hashable, CustomStringConvertible {
  /// The digits without the decimal point, as a number.
  let digits: UInt64
  /// How many of them follow the point; no nought ends them.
  let places: Int

  /// The most digits that a number may have, noughts at its ends not counted.
  public static let mostDigits = 18

  /// Takes a whole number of nought or more.
  public init(_ number: Int) {
    precondition(number >= 0, "ExactDecimal: a negative number")
    (digits, places) = (UInt64(number), 0)
  }

  /// Takes a number of nought or more to its sixth decimal place; `nil` for numbers of more than
  /// ``mostDigits`` digits then, and for what is no such number.
  public init?(rounding number: Double) {
    let millionths = (number * 1e6).rounded()
    guard millionths >= 0, millionths < 1e18 else { return nil }
    self.init(digits: UInt64(millionths), places: 6)
  }

  /// Reads digits with at most one point among them, such as `1380`, `1.211519125` and `.5`; `nil` for
  /// other text and for more than ``mostDigits`` digits.
  ///
  /// - Parameter text: The text without blanks, signs and separators.
  public init?(_ text: some StringProtocol) {
    var digits: UInt64 = 0
    var (places, noughts, count): (Int?, Int, Int) = (nil, 0, 0)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "."), places == nil {
        places = 0
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      count += 1
      if byte == UInt8(ascii: "0"), places != nil {
        // They count only if another digit follows.
        noughts += 1
        continue
      }
      for _ in 0...noughts {
        guard digits < 100_000_000_000_000_000 else { return nil }
        digits *= 10
      }
      digits += UInt64(byte - UInt8(ascii: "0"))
      if places != nil { places = (places ?? 0) + noughts + 1 }
      noughts = 0
    }
    guard count > 0, (places ?? 0) <= Self.mostDigits else { return nil }
    (self.digits, self.places) = (digits, places ?? 0)
  }

  private init(digits: UInt64, places: Int) {
    var (digits, places) = (digits, places)
    while places > 0, digits.isMultiple(of: 10) {
      digits /= 10
      places -= 1
    }
    (self.digits, self.places) = (digits, places)
  }

  /// Returns the product of numbers, rounded once to a whole number, halves up.
  ///
  /// - Parameter factors: The numbers.
  /// - Returns: The product; `nil` if its digits before rounding do not fit into 128 bits, which hold
  ///   any 38, or if what is rounded does not fit into an `Int`.
  public static func roundedProduct(_ factors: [ExactDecimal]) -> Int? {
    guard let product = product(factors), let one = power(product.places) else { return nil }
    let (whole, rest) = product.digits.quotientAndRemainder(dividingBy: one)
    return Int(exactly: rest >= one - rest ? whole + 1 : whole)
  }

  /// Returns products as whole numbers that add up to the exact sum of all, rounded once.
  ///
  /// Each is rounded by itself, halves up. If these add up to less than the sum, as many as it takes of
  /// those that lost most are one more; if to more, of those that gained most one less. The first of
  /// equals goes before.
  ///
  /// - Parameter products: The factors of each product.
  /// - Returns: The numbers and their sum; `nil` as for ``roundedProduct(_:)``.
  public static func roundedColumn(_ products: [[ExactDecimal]]) -> (cells: [Int], sum: Int)? {
    var exact: [(digits: UInt128, places: Int)] = []
    for factors in products {
      guard let product = product(factors) else { return nil }
      exact.append(product)
    }
    let places = exact.map(\.places).max() ?? 0
    guard let one = power(places) else { return nil }
    var (cells, rests): ([Int], [UInt128]) = ([], [])
    var (sum, added): (UInt128, Int) = (0, 0)
    for product in exact {
      guard let factor = power(places - product.places) else { return nil }
      let (digits, isTooLong) = product.digits.multipliedReportingOverflow(by: factor)
      let (larger, isTooLarge) = sum.addingReportingOverflow(digits)
      let (whole, rest) = digits.quotientAndRemainder(dividingBy: one)
      guard !isTooLong, !isTooLarge,
        let cell = Int(exactly: rest >= one - rest ? whole + 1 : whole)
      else { return nil }
      let (total, hasOverflown) = added.addingReportingOverflow(cell)
      if hasOverflown { return nil }
      (sum, added) = (larger, total)
      cells.append(cell)
      rests.append(rest)
    }
    let (whole, rest) = sum.quotientAndRemainder(dividingBy: one)
    guard let rounded = Int(exactly: rest >= one - rest ? whole + 1 : whole) else { return nil }
    let lost = cells.indices.filter { rests[$0] > 0 && rests[$0] < one - rests[$0] }
      .sorted { (rests[$1], $0) < (rests[$0], $1) }
    let gained = cells.indices.filter { rests[$0] >= one - rests[$0] }
      .sorted { (rests[$0], $0) < (rests[$1], $1) }
    for cell in lost.prefix(max(0, rounded - added)) { cells[cell] += 1 }
    for cell in gained.prefix(max(0, added - rounded)) { cells[cell] -= 1 }
    return (cells, rounded)
  }

  /// Returns the exact sum of numbers; `nil` if it has more than ``mostDigits`` digits.
  public static func sum(_ numbers: [ExactDecimal]) -> ExactDecimal? {
    let places = numbers.map(\.places).max() ?? 0
    var sum: UInt128 = 0
    for number in numbers {
      // At most 18 digits and 18 noughts, which fit however many numbers there are in memory.
      sum += UInt128(number.digits) * (power(places - number.places) ?? 1)
      if sum >= 1_000_000_000_000_000_000 { return nil }
    }
    return ExactDecimal(digits: UInt64(sum), places: places)
  }

  private static func product(_ factors: [ExactDecimal]) -> (digits: UInt128, places: Int)? {
    var (product, places): (UInt128, Int) = (1, 0)
    for factor in factors {
      if factor.digits == 0 { return (0, 0) }
      let (longer, isTooLong) = product.multipliedReportingOverflow(by: UInt128(factor.digits))
      if isTooLong { return nil }
      product = longer
      places += factor.places
    }
    return (product, places)
  }

  /// Returns a power of ten; `nil` for those that do not fit.
  private static func power(_ places: Int) -> UInt128? {
    places <= 38 ? (0..<places).reduce(UInt128(1)) { power, _ in power * 10 } : nil
  }

  /// The number as it is written.
  public var description: String {
    let text = String(digits)
    guard places > 0 else { return text }
    let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    return "\(padded.dropLast(places)).\(padded.suffix(places))"
  }

  /// The nearest floating-point number.
  public var double: Double { Double(description) ?? 0 }
}

extension ExactDecimal {
  /// Whether the number is nought.
  public var isZero: Bool { digits == 0 }
}
