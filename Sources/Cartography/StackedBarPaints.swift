/// How the parts of stacked bars are painted: dark to light, so that greyscale keeps their order.
struct StackedBarPaints {
  /// The paint of each part.
  let paints: [Paint]

  /// Chooses paints.
  ///
  /// Lightness falls by equal steps as for the classes of maps. Of more than three parts every second
  /// has falling lines too, because neighbours then differ little in grey.
  ///
  /// - Parameter count: How many parts there are, 1 to ``StackedBarChart/partLimit``.
  init(count: Int) {
    paints = Palette.sequential(classes: count).reversed().enumerated().map { position, colour in
      let ink = Self.ink(on: colour)
      let isHatched = count > 3 && position % 2 == 1
      return Paint(
        fill: colour, hatch: isHatched ? Hatch(kind: .falling, spacing: 4, ink: ink) : nil)
    }
  }

  /// The colour of text and lines on a part: the one that stands out more, as in ``HourScale``.
  static func ink(on colour: Colour) -> Colour {
    colour.lightness < 54 ? Palette.paper : Palette.ink
  }
}
