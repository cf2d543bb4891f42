/// A value of a JSON5 document, with its position.
struct JSON5Value: Sendable, Equatable {
  /// A position in a text, counted from one; columns are characters.
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
    /// A number, as decimal text with every digit as written.
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
