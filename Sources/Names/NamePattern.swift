/// How names of columns and fields are compared: without case, blanks and punctuation, so `Crime ID`, `crime_id` and
/// `CrimeID` are one name.
package enum NamePattern {
  /// Returns the letters and digits of a header, in lower case.
  package static func plain(_ name: String) -> String {
    String(
      name.lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
      })
  }

  /// Returns the names that a line of a table stands for, the first alternatives first.
  ///
  ///     NamePattern.names("(crime|offence) no")  // ["crimeno", "offenceno"]
  ///
  /// - Parameter line: Words in lower case; alternatives stand in parentheses and may be empty.
  /// - Returns: Names as ``plain(_:)`` has them.
  package static func names(_ line: String) -> [String] {
    var names = [""]
    var rest = line.utf8[...]
    while let next = rest.first {
      if next == UInt8(ascii: "("), let end = rest.firstIndex(of: UInt8(ascii: ")")) {
        let words = rest[rest.index(after: rest.startIndex)..<end]
          .split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
          .map { letters($0) }
        names = names.flatMap { name in words.map { name + $0 } }
        rest = rest[rest.index(after: end)...]
      } else {
        let end = rest.firstIndex(of: UInt8(ascii: "(")) ?? rest.endIndex
        let word = letters(rest[..<end])
        names = names.map { $0 + word }
        rest = rest[end...]
      }
    }
    return names
  }

  private static func letters(_ text: Substring.UTF8View) -> String {
    String(Substring(text).filter { $0 != " " })
  }
}
