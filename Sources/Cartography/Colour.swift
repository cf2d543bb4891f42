import Glibc

/// A colour of the sRGB space.
package struct Colour: Hashable, Sendable {
  /// The red part, 0 to 255.
  package let red: UInt8
  /// The green part, 0 to 255.
  package let green: UInt8
  /// The blue part, 0 to 255.
  package let blue: UInt8

  /// Creates a colour from its six hexadecimal digits, as in `0xRRGGBB`.
  package init(_ digits: UInt32) {
    red = UInt8(truncatingIfNeeded: digits >> 16)
    green = UInt8(truncatingIfNeeded: digits >> 8)
    blue = UInt8(truncatingIfNeeded: digits)
  }

  /// The colour as SVG and CSS write it: `#rrggbb`.
  package var text: String {
    let digits = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    let hexadecimal = String(digits, radix: 16)
    return "#" + String(repeating: "0", count: 6 - hexadecimal.count) + hexadecimal
  }

  /// How light the colour looks, from 0 for black to 100 for white (CIE L*).
  ///
  /// What remains of a colour on a black-and-white print. After IEC 61966-2-1 and CIE 15:2004.
  package var lightness: Double {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    return luminance <= 216.0 / 24389 ? luminance * 24389 / 27 : 116 * cbrt(luminance) - 16
  }

  /// Returns the colour part of the way to another, mixed in sRGB.
  ///
  /// - Parameters:
  ///   - other: The colour at the far end.
  ///   - part: How far, from 0 for this colour to 1 for the other.
  /// - Returns: The mixture.
  func mixed(with other: Colour, part: Double) -> Colour {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt32 {
      UInt32((Double(a) + (Double(b) - Double(a)) * part).rounded())
    }
    return Colour(mix(red, other.red) << 16 | mix(green, other.green) << 8 | mix(blue, other.blue))
  }
}
