/// Several values in one word, separated by commas: `--days fri,sat`.
package struct CommaSeparated<Element: ExpressibleByArgument>: ExpressibleByArgument {
  /// The values in the order typed; never empty.
  package let elements: [Element]

  /// Creates a list that stands for a default.
  package init(_ elements: [Element]) { self.elements = elements }

  /// Reads the values; `nil` if one of them is not allowed.
  package init?(argument: String) {
    var elements: [Element] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let element = Element(argument: String(part)) else { return nil }
      elements.append(element)
    }
    self.elements = elements
  }

  /// The values with commas between them.
  package var defaultValueDescription: String {
    elements.map(\.defaultValueDescription).joined(separator: ",")
  }

  /// The texts allowed for one of the values.
  package static var allValueStrings: [String] { Element.allValueStrings }

  /// True.
  package static var isList: Bool { true }

  /// Describes the values allowed and says that commas separate them.
  package static var allowedValues: String {
    Element.allValueStrings.isEmpty
      ? "a list, separated by commas, where each is \(Element.allowedValues)"
      : "a list, separated by commas, of \(Element.allValueStrings.joined(separator: ", "))"
  }
}

extension CommaSeparated: Equatable where Element: Equatable {}

/// A key and its value in one word: `latitude=LAT`.
package struct KeyedValue: ExpressibleByArgument, Equatable {
  /// The text before the first `=`.
  package let key: String
  /// The text after the first `=`.
  package let value: String

  /// Creates a pair.
  package init(key: String, value: String) {
    self.key = key
    self.value = value
  }

  /// Reads a pair; `nil` if the `=` or the key is missing; the value may be empty.
  package init?(argument: String) {
    let sides = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty else { return nil }
    self.init(key: String(sides[0]), value: String(sides[1]))
  }

  /// The pair as typed.
  package var defaultValueDescription: String { "\(key)=\(value)" }

  /// "a pair KEY=VALUE".
  package static var allowedValues: String { "a pair KEY=VALUE" }
}
