import Names

/// Lays out text in columns of a fixed width.
enum TextLayout {
  /// Lays out a label and its explanation side by side.
  ///
  /// The label begins in column 2, the explanation in column 28, or on the next line if the label
  /// is too long.
  static func entry(_ label: String, _ explanation: String, width: Int) -> [String] {
    let column = 28
    let indent = String(repeating: " ", count: column)
    var lines = explanation.wrapped(width: width - column).map { indent + $0 }
    let labelled = "  \(label)"
    guard labelled.count + 2 <= column, let first = lines.first else { return [labelled] + lines }
    lines[0] = labelled + first.dropFirst(labelled.count)
    return lines
  }

  /// Breaks a command line before options, each line but the last ending in a backslash.
  static func commandLine(_ line: String, width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for part in optionParts(of: line) {
      if current.isEmpty {
        current = "  \(part)"
      } else if current.count + 1 + part.count + 2 <= width {
        current += " \(part)"
      } else {
        lines.append("\(current) \\")
        current = "      \(part)"
      }
    }
    return lines + [current]
  }

  /// Splits a command line before each option.
  private static func optionParts(of line: String) -> [String] {
    var parts: [String] = []
    for word in line.split(separator: " ") {
      if word.hasPrefix("--") || parts.isEmpty {
        parts.append(String(word))
      } else {
        parts[parts.count - 1] += " \(word)"
      }
    }
    return parts
  }
}
