import Glibc

/// The numbers that stand at the lines of a chart, from 0 up in steps of 1, 2 or 5 times a power of
/// ten.
struct ChartAxis {
  /// The numbers, from 0 on; the last is at least the largest value.
  let ticks: [Double]
  /// How many decimal places they are printed with.
  let places: Int

  /// Makes an axis.
  ///
  /// - Parameters:
  ///   - largest: The largest value; 0 or more.
  ///   - count: How many steps there may be; at least 1.
  init(upTo largest: Double, steps count: Int) {
    guard largest > 0 else {
      (ticks, places) = ([0, 1], 0)
      return
    }
    let least = largest / Double(count)
    var exponent = Int(log10(least).rounded(.down))
    var leading = 1
    func step() -> Double {
      exponent < 0
        ? Double(leading) / pow(10, Double(-exponent)) : Double(leading) * pow(10, Double(exponent))
    }
    while step() < least * (1 - 1e-9) {
      (leading, exponent) =
        leading == 1 ? (2, exponent) : leading == 2 ? (5, exponent) : (1, exponent + 1)
    }
    let last = Int((largest / step() * (1 - 1e-9)).rounded(.up))
    ticks = (0...max(1, last)).map { Double($0) * step() }
    places = min(9, max(0, -exponent))
  }

  /// The last of the numbers, where the axis ends.
  var end: Double { ticks[ticks.count - 1] }

  /// Returns a number of the axis as it is printed.
  func text(_ number: Double) -> String { NumberWords.decimal(number, places: places) }
}
