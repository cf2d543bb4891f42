/// The word for the areas of a layer, `ward`, `LSOA`, or the layer's name with `area`; or for the cells
/// of a grid.
package struct AreaNoun: Sendable, Equatable {
  /// The word for one area.
  package let singular: String
  /// The word for several.
  package let plural: String

  /// Finds the word.
  ///
  /// - Parameters:
  ///   - codeField: The field of the codes. The Office for National Statistics names it after the
  ///     kind of area and the year: `LSOA21CD`, `WD22CD`.
  ///   - layer: The name of the layer, used where the field tells nothing.
  package init(codeField: String, layer: String) {
    let field = codeField.uppercased()
    var stem = field.hasSuffix("CD") ? field.dropLast(2) : ""
    while stem.last?.isNumber ?? false { stem.removeLast() }
    let known = Self.kinds[String(stem)]
    let lowered = layer.lowercased()
    let named = Self.words.first { lowered.contains($0.plural.lowercased()) }
    if let (singular, plural) = known ?? named {
      (self.singular, self.plural) = (singular, plural)
    } else {
      singular = "area of \(layer)"
      plural = "areas of \(layer)"
    }
  }

  /// The word for the cells of a grid: `square cell of 50 m`.
  ///
  /// - Parameters:
  ///   - shape: Their shape: `square`.
  ///   - size: Their size with its unit.
  package init(cellsOfShape shape: String, size: String) {
    singular = "\(shape) cell of \(size)"
    plural = "\(shape) cells of \(size)"
  }

  /// Whether the areas are wards.
  package var isWard: Bool { singular == "ward" }

  /// The word for one area with its article: `a ward`, `an LSOA`.
  var indefinite: String {
    let first = singular.prefix(1)
    // Abbreviations are spelt out: an el, an em.
    let isSpelt = singular.prefix(2).allSatisfy(\.isUppercase)
    let startsOpen = isSpelt ? "AEFHILMNORSX".contains(first) : "aeiouAEIOU".contains(first)
    return "\(startsOpen ? "an" : "a") \(singular)"
  }

  /// The word for one area as a heading.
  package var heading: String { singular.prefix(1).uppercased() + singular.dropFirst() }

  /// The kinds of areas by the letters of their fields.
  private static let kinds: [String: (singular: String, plural: String)] = [
    "OA": ("output area", "output areas"),
    "LSOA": ("LSOA", "LSOAs"),
    "MSOA": ("MSOA", "MSOAs"),
    "WD": ("ward", "wards"),
    "LAD": ("district", "districts"),
    "CSP": ("partnership area", "partnership areas"),
    "PFA": ("police force area", "police force areas"),
    "PAR": ("parish", "parishes"),
  ]

  /// The words that are looked for in a layer's name.
  private static let words: [(singular: String, plural: String)] = [
    ("ward", "wards"), ("LSOA", "LSOAs"), ("MSOA", "MSOAs"), ("beat", "beats"),
    ("district", "districts"), ("borough", "boroughs"), ("sector", "sectors"),
    ("neighbourhood", "neighbourhoods"), ("precinct", "precincts"),
    ("area", "areas"),
  ]
}
