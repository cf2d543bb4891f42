import Geometry

/// The colours and the rounding of expected counts, the same for all tables of a chart.
struct HourScale {
  /// The largest count of one hour of the week.
  let largest: Double
  /// How many decimal places counts are printed with.
  let places: Int

  /// The colours from the lowest to the highest count; so many that steps are not seen.
  static let colours = Palette.sequential(classes: 64)

  /// Creates the scale of tables.
  init(largest: Double) {
    self.largest = largest
    places = NumberWords.placesForWeights(upTo: largest)
  }

  /// Returns the colour of a count, in proportion to it; that of none is grey.
  func fill(_ count: Double) -> Colour {
    guard count > 0, largest > 0 else { return Palette.zero }
    let step = Int((count / largest * Double(Self.colours.count)).rounded(.down))
    return Self.colours[min(max(step, 0), Self.colours.count - 1)]
  }

  /// Returns the colour of text upon a colour, the one of ink and paper that stands out more.
  ///
  /// Their contrasts (WCAG 2.2) are equal, and 3.9, at the lightness of 54.
  func ink(on fill: Colour) -> Colour { fill.lightness < 54 ? Palette.paper : Palette.ink }

  /// Returns a count as it is printed.
  func text(_ count: Double) -> String { NumberWords.decimal(count, places: places) }

  /// Returns the colours side by side, the lightest at the left, as a key shows them.
  static func marks(in bar: Box) -> [Mark] {
    let step = bar.width / Double(colours.count)
    return colours.enumerated().map { index, colour in
      let left = bar.minX + Double(index) * step
      // Each reaches under the next, so that no light shows between them.
      let right = min(left + step * 2, bar.maxX)
      return .rectangle(
        Box(minX: left, minY: bar.minY, maxX: right, maxY: bar.maxY), Paint(fill: colour))
    }
  }
}
