/// What may stand in an XML file: escaped text and safe identifiers.
package enum XMLText {
  /// Returns text with markup characters escaped and characters that XML forbids replaced.
  ///
  ///     XMLText.escaped("Bow & \"Bell\"")  // Bow &amp; &quot;Bell&quot;
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return result
  }

  /// Returns a code as part of an identifier, different for different codes.
  ///
  /// ASCII letters, digits and hyphens stay; every other character becomes its hexadecimal number
  /// between underscores.
  ///
  ///     XMLText.identifier("E01000001")  // E01000001
  ///     XMLText.identifier("A 1")        // A_20_1
  package static func identifier(_ code: String) -> String {
    var result = ""
    for scalar in code.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": result.unicodeScalars.append(scalar)
      default: result += "_" + String(scalar.value, radix: 16) + "_"
      }
    }
    return result
  }

  /// Returns whether XML 1.0 allows a character; line breaks and tabs are not wanted in names.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
      && scalar.value != 0xFFFE && scalar.value != 0xFFFF
  }
}
