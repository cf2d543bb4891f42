/// Numbers as people read them: thousands separated by commas, as many places as asked for.
package enum NumberWords {
  /// Returns a whole number with thousands separators: `66,502`.
  package static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = number < 0 ? "−" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0 && (digits.count - position) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// Returns a whole number to three digits, for one that was estimated: `66,500`.
  package static func toThreeDigits(_ number: Int) -> String {
    var unit = 1
    while number / unit >= 1000 { unit *= 10 }
    return grouped((number + unit / 2) / unit * unit)
  }

  /// Returns a number rounded to some decimal places, with thousands separators: `1,234.50`.
  ///
  /// Halves are rounded away from zero. Numbers beyond fifteen digits are not printed exactly.
  ///
  /// - Parameters:
  ///   - number: The number; finite.
  ///   - places: How many decimal places, 0 to 9.
  /// - Returns: The text.
  package static func decimal(_ number: Double, places: Int) -> String {
    precondition(number.isFinite && (0...9).contains(places), "NumberWords.decimal: no such number")
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = (number.magnitude * Double(scale)).rounded()
    guard let units = Int(exactly: scaled) else { return "\(number)" }
    let sign = number < 0 && units > 0 ? "−" : ""
    let whole = grouped(units / scale)
    guard places > 0 else { return sign + whole }
    let fraction = String(units % scale)
    let zeros = String(repeating: "0", count: places - fraction.count)
    return "\(sign)\(whole).\(zeros)\(fraction)"
  }

  /// Returns a share as a percentage with one place: `26.7%`.
  ///
  /// - Parameter share: A fraction of one.
  /// - Returns: The percentage; `<0.1%` where it would else be written as none.
  package static func percent(_ share: Double) -> String {
    share > 0 && share < 0.0005 ? "<0.1%" : decimal(share * 100, places: 1) + "%"
  }

  /// Returns how many decimal places expected counts are printed with, so that each has about three
  /// digits and all of one table the same.
  ///
  /// - Parameter largest: The largest of them.
  /// - Returns: The number of places.
  package static func placesForWeights(upTo largest: Double) -> Int {
    largest >= 100 ? 0 : largest >= 10 ? 1 : 2
  }

  /// Returns how many decimal places write a number exactly, six at most.
  package static func places(of number: Double) -> Int {
    var scale = 1.0
    for places in 0..<6 {
      let scaled = number * scale
      if abs(scaled - scaled.rounded()) < 1e-9 * max(1, abs(scaled)) { return places }
      scale *= 10
    }
    return 6
  }

  /// Returns a length without needless decimals: `50`, `12.5`.
  package static func length(_ metres: Double) -> String {
    decimal(metres, places: places(of: metres))
  }
}
