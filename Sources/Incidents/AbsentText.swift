/// The texts that people and programs write for nothing: `NULL`, `#N/A`, `\N`, `(null)`, `TBC`,
/// `Not recorded`, a dash, a question mark.
///
/// One list, whatever the column holds: dates, coordinates, categories, names of places, references.
/// A number is never nothing here: what zeros mean depends on the column.
package enum AbsentText {
  /// Returns whether a text says nothing; blanks on both sides do not count.
  package static func isAbsent(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return isAbsent(bytes.span, bytes.span.trimmedRange)
  }

  /// Returns whether a field says nothing, at little cost for one that is long or begins with a digit.
  ///
  /// The length is looked at first: references of one file are equally long, and begin with a letter
  /// or a digit as it happens.
  @inline(__always)
  static func isAbsent(_ text: Span<UInt8>) -> Bool {
    let range = text.trimmedRange
    if range.isEmpty { return true }
    return range.count <= 32 && text[range.lowerBound] &- 0x30 > 9 && isAbsent(text, range)
  }

  /// Returns whether part of a field says nothing.
  ///
  /// - Parameters:
  ///   - text: The field.
  ///   - range: The part without blanks on either side; an empty one is nothing.
  /// - Returns: Whether it is one of the texts for nothing.
  /// - Complexity: O(1): anything longer than 32 bytes says something.
  static func isAbsent(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 32 else { return false }
    // The letters in lower case, packed with the first the highest, and what stands around them.
    var (first, second): (UInt64, UInt64) = (0, 0)
    var letters = 0
    var marks = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      position += 1
      let lower = byte | 0x20
      if lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") {
        if letters < 8 {
          first = first << 8 | UInt64(lower)
        } else {
          second = second << 8 | UInt64(lower)
        }
        letters += 1
        if letters > 16 { return false }
        continue
      }
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"),
        UInt8(ascii: "_"), UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "\""),
        UInt8(ascii: "'"), UInt8(ascii: ":"), UInt8(ascii: "~"):
        break
      case 0x96, 0x97:  // Dashes of Windows-1252.
        break
      case 0xE2 where text.byte(at: position, before: range.upperBound) == 0x80:
        // Dashes from U+2010 to U+2015.
        guard text.byte(at: position + 1, before: range.upperBound) & 0xF8 == 0x90 else {
          return false
        }
        position += 2
      case UInt8(ascii: "#"), UInt8(ascii: "\\"), UInt8(ascii: "!"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        marks += 1
      default:
        return false
      }
    }
    // `####` is a date that a spreadsheet had no room for.
    if letters == 0 { return marks == 0 }
    if letters == 1 {
      return range.count == 2 && text[range.lowerBound] == UInt8(ascii: "\\")
        && first == UInt64(UInt8(ascii: "n"))
    }
    return words.contains { $0.first == first && $0.second == second }
  }

  private static let words: [(first: UInt64, second: UInt64)] = [
    "anonymised", "anonymized", "confidential", "null", "na", "nan", "nat", "nil", "none",
    "nonerecorded", "nk", "nodate", "nolocation", "blank", "empty", "missing",
    "notapplicable",
    "notavailable", "notdisclosed", "notentered", "notgiven", "notknown", "notprovided",
    "notrecorded", "notset",
    "notspecified", "notstated", "notyetknown", "pending", "redacted", "suppressed", "tba", "tbc",
    "tbd",
    "unavailable", "undefined", "unk", "unknown",
    "unrecorded", "unspecified", "withheld",
  ].map { word in
    let bytes = Array(word.utf8)
    func packed(_ part: ArraySlice<UInt8>) -> UInt64 { part.reduce(0) { $0 << 8 | UInt64($1) } }
    return (packed(bytes.prefix(8)), packed(bytes.dropFirst(8)))
  }
}
