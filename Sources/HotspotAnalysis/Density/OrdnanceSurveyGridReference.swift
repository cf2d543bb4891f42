package import Geometry

/// A place in Great Britain as people say it: two letters for the square of 100 km and as many
/// figures east as north, such as `TQ 300 804`.
///
/// Figures are cut off, not rounded: a reference names the square whose south-western corner it is.
///
/// After Ordnance Survey, *A guide to coordinate systems in Great Britain*, section 7.3.
package struct OrdnanceSurveyGridReference: Sendable, Equatable, CustomStringConvertible {
  /// The coordinate system that references are made from, the British National Grid.
  package static let crs = "EPSG:27700"

  /// The reference, its parts separated by spaces.
  package let description: String

  /// Makes the reference of a place.
  ///
  /// - Parameters:
  ///   - place: A position in the British National Grid (EPSG:27700), in metres.
  ///   - figures: The figures for each axis, 1 to 5; 3 name a square of 100 m.
  ///
  /// Fails outside the lettered squares, which reach 700 km east and 1,300 km north.
  package init?(of place: Point, figures: Int = 3) {
    precondition((1...5).contains(figures), "OrdnanceSurveyGridReference: 1 to 5 figures")
    guard place.x >= 0, place.x < 700_000, place.y >= 0, place.y < 1_300_000 else { return nil }
    let (east, eastRest) = Int(place.x).quotientAndRemainder(dividingBy: 100_000)
    let (north, northRest) = Int(place.y).quotientAndRemainder(dividingBy: 100_000)
    // The grid of letters begins 1,000 km west and 500 km south of the grid's origin; its rows are
    // lettered from the north.
    let (bigEast, bigNorth) = ((east + 10) / 5, (north + 5) / 5)
    let letters =
      Self.letter(column: bigEast, row: bigNorth)
      + Self.letter(column: east % 5, row: north % 5)
    description = "\(letters) \(Self.cut(eastRest, figures)) \(Self.cut(northRest, figures))"
  }

  /// The letters of a block of five by five from the south, without the letter I.
  private static let rows = ["VWXYZ", "QRSTU", "LMNOP", "FGHJK", "ABCDE"]

  /// Returns the letter of a square in a block of five by five, lettered from the north-west without
  /// the letter I.
  private static func letter(column: Int, row: Int) -> String {
    String(Array(rows[row])[column])
  }

  private static func cut(_ rest: Int, _ figures: Int) -> String {
    let digits = "\(100_000 + rest)".dropFirst()
    return String(digits.prefix(figures))
  }
}
