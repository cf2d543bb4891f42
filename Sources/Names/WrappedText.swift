extension String {
  /// Returns the text in lines of at most `width` characters, broken at spaces.
  ///
  /// A word longer than the width has a line of its own. Line breaks in the text are kept.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  package func wrapped(width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > width {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? String(word) : " \(word)"
      }
      return lines + [line]
    }
  }
}
