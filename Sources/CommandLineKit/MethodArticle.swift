/// An article on what a command computes: the name of its file and, if it is about one option, that
/// option: `"ComparingDensities --relative-to"`.
package struct MethodArticle: Sendable, Equatable, ExpressibleByStringLiteral {
  /// The name of the file, without extension.
  package let name: String
  /// The option with which the command computes it; `nil` if it needs none.
  package let option: String?

  /// Reads `Name`, or `Name --option value`.
  package init(stringLiteral text: String) {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    name = words[0]
    option = words.dropFirst().first
  }
}
