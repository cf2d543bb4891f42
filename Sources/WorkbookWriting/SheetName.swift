/// The names on the tabs of sheets.
///
/// A name has 1 to 31 characters, none of `[]:*?/\`, no apostrophe at either end, is not `History`
/// and differs from all others in more than the case of letters.
enum SheetName {
  private static let longest = 31

  /// Returns names that are valid and differ, as near to those given as can be, in their order.
  static func valid(_ names: [String]) -> [String] {
    var taken: Set<String> = ["history"]
    return names.map { name in
      let wished = cut(cleaned(name), to: longest)
      var (candidate, number) = (wished, 1)
      while !taken.insert(candidate.lowercased()).inserted {
        number += 1
        let ending = " (\(number))"
        candidate = cut(wished, to: longest - ending.count) + ending
      }
      return candidate
    }
  }

  private static func cleaned(_ name: String) -> String {
    var scalars = name.unicodeScalars.map { scalar -> Unicode.Scalar in
      let isControl = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
      return isControl || "[]:*?/\\".unicodeScalars.contains(scalar) ? "-" : scalar
    }
    while let first = scalars.first, first == "'" || first == " " { scalars.removeFirst() }
    return trimmed(String(String.UnicodeScalarView(scalars)))
  }

  /// Returns a name that spreadsheet programs count as so many characters at most, in UTF-16.
  private static func cut(_ name: String, to length: Int) -> String {
    var name = name
    while name.utf16.count > length { name.removeLast() }
    return trimmed(name)
  }

  private static func trimmed(_ name: String) -> String {
    var name = name
    while name.hasSuffix("'") || name.hasSuffix(" ") { name.removeLast() }
    return name.isEmpty ? "Sheet" : name
  }
}
