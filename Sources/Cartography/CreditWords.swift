/// Whom the sources of a figure ask to be named, at its foot.
enum CreditWords {
  /// Returns the lines of credit as one paragraph; none without any.
  static func notes(_ credits: [String]) -> [String] {
    guard !credits.isEmpty else { return [] }
    let lines = credits.map { line in
      line.last.map { ".!?".contains($0) } ?? true ? line : "\(line)."
    }
    return [lines.joined(separator: " ")]
  }
}
