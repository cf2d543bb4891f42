/// How wide text is when drawn, estimated without a font.
///
/// Each character counts with the larger of its widths in Liberation Sans (which has the widths of
/// Helvetica and Arial) and DejaVu Sans, so that what is laid out with these widths fits whichever
/// of the named fonts a machine has.
package enum TextMetrics {
  /// Returns the width of a line of text.
  ///
  /// - Parameters:
  ///   - text: The line.
  ///   - size: The size of the type in points.
  ///   - isBold: Whether the type is bold.
  /// - Returns: The width in points, rather too large than too small.
  /// - Complexity: O(*n*) for *n* characters.
  package static func width(of text: some StringProtocol, size: Double, isBold: Bool = false)
    -> Double
  {
    var thousandths = 0
    for scalar in text.unicodeScalars { thousandths += advance(of: scalar, isBold: isBold) }
    return Double(thousandths) * size / 1000
  }

  /// Returns text broken at its spaces into lines that are no wider than a limit.
  ///
  /// A word wider than the limit, and the last line of those allowed, are cut with an ellipsis.
  ///
  /// - Parameters:
  ///   - text: The text; runs of spaces count as one.
  ///   - width: The limit in points.
  ///   - size: The size of the type in points.
  ///   - isBold: Whether the type is bold.
  ///   - limit: How many lines there may be.
  /// - Returns: The lines; none for text without a word.
  package static func lines(
    of text: String, within width: Double, size: Double, isBold: Bool = false, limit: Int = .max
  ) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      let longer = lines.last.map { "\($0) \(word)" } ?? String(word)
      let fits = self.width(of: longer, size: size, isBold: isBold) <= width
      if lines.isEmpty || (!fits && lines.count < limit) {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = longer
      }
    }
    return lines.map { cut($0, within: width, size: size, isBold: isBold) }
  }

  /// Returns a line cut with an ellipsis where it is wider than a limit.
  package static func cut(_ text: String, within width: Double, size: Double, isBold: Bool = false)
    -> String
  {
    guard self.width(of: text, size: size, isBold: isBold) > width else { return text }
    var shorter = Substring(text)
    while !shorter.isEmpty {
      shorter = shorter.dropLast()
      while shorter.last == " " { shorter = shorter.dropLast() }
      let candidate = shorter + "…"
      if self.width(of: candidate, size: size, isBold: isBold) <= width { return String(candidate) }
    }
    return "…"
  }

  /// Returns a character's width in thousandths of the size of the type.
  private static func advance(of scalar: Unicode.Scalar, isBold: Bool) -> Int {
    switch scalar.value {
    case 32...126: (isBold ? boldAdvances : regularAdvances)[Int(scalar.value) - 32]
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    // From Hangul Jamo onwards writing is mostly full-width, punctuation and Latin additions aside.
    case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0x1F000...0x3FFFF:
      1000
    case 0x2014, 0x2026, 0xC6, 0x152: 1090
    case 0x2010...0x2013, 0xB7, 0xB2, 0xB3, 0xB9: 560
    default:
      // Accented letters are as wide as those they come from: an upper-case M is the widest usual.
      scalar.properties.isUppercase ? 800 : scalar.properties.isAlphabetic ? 720 : 840
    }
  }

  // Characters 32 to 126, thousandths of the type size, the larger of LiberationSans-Regular and
  // DejaVuSans (hmtx advances, rounded up); then the same of their bold faces.
  private static let regularAdvances: [Int] = [
    318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637,
    637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 557, 1016, 685, 687, 723, 771, 667,
    611, 778, 752, 295, 500, 667, 558, 863, 749, 788, 667, 788, 723, 667, 611, 732, 685, 989, 686,
    667, 686, 391, 337, 391, 838, 557, 500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580,
    278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
  ]
  private static let boldAdvances: [Int] = [
    349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366, 696, 696, 696,
    696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611, 1000, 774, 763, 734, 831, 684,
    684, 821, 837, 373, 557, 775, 638, 996, 837, 851, 733, 851, 771, 721, 683, 813, 774, 1104, 771,
    725, 726, 458, 366, 458, 838, 557, 500, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666,
    343, 1042, 712, 688, 716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 366, 712, 838,
  ]
}
