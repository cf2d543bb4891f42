/// A value of a JSON5 document, with the place where it begins.
struct JSON5Value: Sendable, Equatable {
  /// Where something stands in a text, both counted from one; columns in characters.
  struct Place: Sendable, Equatable {
    var line: Int
    var column: Int
  }

  /// A name with its value.
  struct Member: Sendable, Equatable {
    var name: String
    var place: Place
    var value: JSON5Value
  }

  /// What the value is.
  enum Content: Sendable, Equatable {
    case text(String)
    /// A number, as a decimal text that keeps every digit that was written.
    case number(String)
    case boolean(Bool)
    case null
    case array([JSON5Value])
    case object([Member])
  }

  var content: Content
  var place: Place

  /// The kind of value in words: "an array".
  var kind: String {
    switch content {
    case .text: "a text"
    case .number: "a number"
    case .boolean(let value): "\(value)"
    case .null: "null"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
