/// The colours of maps: safe for colour-blind readers and for black-and-white printers.
package enum Palette {
  /// The colour of areas where nothing happened.
  package static let zero = Colour(0xE6E6E6)
  /// The ground of areas without data, which are hatched.
  package static let absent = Colour(0xFFFFFF)
  /// The lines of the hatch of areas without data.
  package static let hatch = Colour(0x8C8C8C)
  /// The paper.
  package static let paper = Colour(0xFFFFFF)
  /// Text that is read first.
  package static let ink = Colour(0x262626)
  /// Text and lines that step back.
  package static let quietInk = Colour(0x595959)
  /// Lines of backdrops: halfway between the lightest and the darkest class, so that they show on
  /// both.
  package static let backdrop = Colour(0x878787)
  /// The ground of the areas of backdrops.
  package static let backdropGround = Colour(0xEDEDED)
  /// Thin rules between rows and around swatches.
  package static let rule = Colour(0xBFBFBF)

  /// Returns colours for classes from low to high: pale yellow over orange to dark red.
  ///
  /// Lightness falls by equal steps from 86 to 27 (CIE L*), so that the order survives greyscale
  /// and every kind of colour blindness; hue and chroma follow the sequential yellow-orange-red of
  /// Harrower & Brewer (2003), https://doi.org/10.1179/000870403235002042, in Ottosson's Oklab.
  /// Above seven classes, which nobody tells apart, colours between are mixed.
  ///
  /// - Parameter classes: How many classes there are.
  /// - Returns: One colour for each class, the lightest first.
  package static func sequential(classes: Int) -> [Colour] {
    guard classes > 0 else { return [] }
    guard classes > tables.count else { return tables[classes - 1].map(Colour.init) }
    let longest = sequential(classes: tables.count)
    return (0..<classes).map { index in
      let place = Double(index) * Double(longest.count - 1) / Double(classes - 1)
      let below = min(Int(place), longest.count - 2)
      return longest[below].mixed(with: longest[below + 1], part: place - Double(below))
    }
  }

  /// Returns colours for bands of density: neutral for the lowest, then as for classes.
  package static func bands(_ count: Int) -> [Colour] {
    [zero] + sequential(classes: max(1, count - 1))
  }

  /// Colours for classes −3 to 3 around a neutral middle: blue for low, red for high.
  ///
  /// Both arms darken outwards, so that greyscale shows how far from the middle a class lies; the
  /// side is told by hue, and on greyscale prints by a hatch. After ColorBrewer's RdBu.
  package static let diverging: [Colour] = [
    0x2166AC, 0x67A9CF, 0xBBD9E9, 0xF2F2F2, 0xFBC9AE, 0xE8775A, 0xB2182B,
  ].map(Colour.init)

  /// Returns the colour of one of some classes on one side of a neutral middle.
  ///
  /// - Parameters:
  ///   - step: The class, 1 for the one next to the middle, negative on the low side.
  ///   - count: How many classes the side has; at least as many.
  /// - Returns: A colour of ``diverging``, or one between two of them; a single class has the middle one
  ///   of its side.
  package static func diverging(step: Int, of count: Int) -> Colour {
    let place = count > 1 ? 1 + 2 * Double(abs(step) - 1) / Double(count - 1) : 2
    let below = min(Int(place), 2)
    func colour(_ level: Int) -> Colour { diverging[3 + (step < 0 ? -level : level)] }
    return colour(below).mixed(with: colour(below + 1), part: place - Double(below))
  }

  private static let tables: [[UInt32]] = [
    [0xD04F00],
    [0xEFD689, 0x74222B],
    [0xEFD689, 0xD96702, 0x74222B],
    [0xEFD689, 0xE98B0D, 0xC73F0A, 0x74222B],
    [0xEFD689, 0xED9E2E, 0xD96702, 0xB7311B, 0x74222B],
    [0xEFD689, 0xECAA42, 0xE37D0B, 0xD04F00, 0xAD291E, 0x74222B],
    [0xEFD689, 0xECB24E, 0xE98B0D, 0xD96702, 0xC73F0A, 0xA32823, 0x74222B],
  ]
}
