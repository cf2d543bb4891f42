public import Interchange

/// Something that was chosen or found on the way to a result.
///
/// A result has one list of them, from which a console, a manifest, a page and the notes of a map
/// all take what they say.
public struct Choice: Sendable, Equatable {
  /// The stable name, in snake_case.
  public var key: String
  /// The value, as programs read it.
  public var value: JSONValue
  /// The same for people, a line for each thing to know, without full stops; empty for what only
  /// programs ask.
  public var sentences: [String]

  /// Describes a choice.
  public init(_ key: String, _ value: JSONValue, _ sentences: String...) {
    self.init(key, value, sentences: sentences)
  }

  /// Describes a choice with a list of sentences.
  public init(_ key: String, _ value: JSONValue, sentences: [String]) {
    self.key = key
    self.value = value
    self.sentences = sentences
  }
}

extension [Choice] {
  /// The choices as manifests carry them.
  package var members: [JSONValue.Member] { map { .init($0.key, $0.value) } }
}
