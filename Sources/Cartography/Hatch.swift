/// Marks over the ground of a shape, which say on greyscale prints what colours say on others.
package struct Hatch: Hashable, Sendable {
  /// What the marks are.
  package enum Kind: Hashable, Sendable {
    /// Lines that rise to the right: nothing is known.
    case rising
    /// Lines that fall to the right: low.
    case falling
    /// Dots: high.
    case dots
  }

  /// What the marks are.
  package var kind: Kind
  /// How far apart they are, in points.
  package var spacing: Double
  /// Their colour.
  package var ink: Colour

  /// For areas without data.
  package static let absent = Hatch(kind: .rising, spacing: 4, ink: Palette.hatch)

  /// Returns the marks of a class of significance; none for what is not significant.
  ///
  /// The surer, the closer they are. On dark grounds they are white.
  ///
  /// - Parameter level: From -3, a cold spot at 99 %, to 3, a hot spot at 99 %.
  /// - Returns: The marks.
  package static func significance(_ level: Int) -> Hatch? {
    guard level != 0 else { return nil }
    let spacing = [7, 4.8, 3.2][min(abs(level), 3) - 1]
    return Hatch(
      kind: level > 0 ? .dots : .falling, spacing: spacing,
      ink: abs(level) == 3 ? Palette.paper : Palette.ink)
  }
}
