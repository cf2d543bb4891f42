import Testing

@testable import Cartography

@Suite("Palette")
struct PaletteTests {
  // By NumPy: 116 * (linear(rgb) @ [0.2126, 0.7152, 0.0722]) ** (1 / 3) - 16, to one place.
  @Test(
    "lightness is CIE L*",
    arguments: [
      (0x000000, 0.0), (0xFFFFFF, 100), (0xEFD689, 86.1), (0xD96702, 56.5), (0x74222B, 26.8),
      (0x808080, 53.6),
    ] as [(UInt32, Double)])
  func lightness(_ digits: UInt32, _ expected: Double) {
    #expect(abs(Colour(digits).lightness - expected) < 0.06)
  }

  @Test("every class is darker than the one before, by enough to be told apart", arguments: 2...9)
  func monotone(_ classes: Int) {
    let steps = Palette.sequential(classes: classes).map(\.lightness)
    #expect(steps.count == classes)
    for (lighter, darker) in zip(steps, steps.dropFirst()) {
      #expect(lighter - darker >= 50 / Double(classes))
    }
  }

  @Test("zero is lighter than the lowest class and darker than paper")
  func zero() {
    #expect(Palette.zero.lightness > Palette.sequential(classes: 5)[0].lightness + 4)
    #expect(Palette.zero.lightness < Palette.paper.lightness - 6)
  }

  @Test("both arms of the diverging colours darken outwards alike")
  func diverging() {
    let steps = Palette.diverging.map(\.lightness)
    #expect(steps.count == 7)
    for place in 0..<3 {
      #expect(steps[place] + 8 < steps[place + 1])
      #expect(steps[6 - place] + 8 < steps[5 - place])
      #expect(abs(steps[place] - steps[6 - place]) < 6)
    }
  }

  @Test("ink is readable on paper: a contrast of at least 7 to 1")
  func contrast() {
    // L* 38 and less against white is 7:1 (WCAG 2, luminance (1.05) / (Y + 0.05)).
    #expect(Palette.ink.lightness < 38 && Palette.quietInk.lightness < 38)
  }

  @Test("no class is no colour, and colours are written as six digits")
  func text() {
    #expect(Palette.sequential(classes: 0) == [])
    #expect(Palette.sequential(classes: 1).count == 1)
    #expect(Colour(0x00010F).text == "#00010f")
  }
}
