public import Interchange

/// Something that was chosen or found while a result was computed.
///
/// A result has one list of them, which console, manifest, page and map notes share.
public struct Choice: Sendable, Equatable {
  /// The stable name, in snake_case.
  public var key: String
  /// The value for programs.
  public var value: JSONValue
  /// Sentences for people, without full stops; empty if only programs need the value.
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
