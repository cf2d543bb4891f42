/// A value that can be written on the command line.
///
/// The requirements have the names of swift-argument-parser's protocol. ``allowedValues`` is added
/// so that an error can say what is allowed. An enumeration of strings needs no code:
///
///     enum Kernel: String, CaseIterable, ExpressibleByArgument { case quartic, uniform }
package protocol ExpressibleByArgument: Sendable {
  /// Creates the value from the text of an argument; `nil` if the text is not allowed.
  init?(argument: String)

  /// The value as it would be typed; shown in help if it is a default.
  var defaultValueDescription: String { get }

  /// Every text allowed, if they are few; used in errors, help and completion.
  static var allValueStrings: [String] { get }

  /// What is allowed, phrased to follow "'x' is not": "a whole number".
  static var allowedValues: String { get }

  /// Whether the text is a comma-separated list, which a configuration file may write as an array.
  static var isList: Bool { get }
}

extension ExpressibleByArgument {
  /// None: there are too many to list.
  package static var allValueStrings: [String] { [] }

  /// False: the text is one value.
  package static var isList: Bool { false }

  /// Lists the texts allowed.
  package static var allowedValues: String { "one of \(allValueStrings.joined(separator: ", "))" }
}

extension ExpressibleByArgument where Self: RawRepresentable, RawValue == String {
  /// Creates the case whose raw value was typed.
  package init?(argument: String) { self.init(rawValue: argument) }

  /// The raw value.
  package var defaultValueDescription: String { rawValue }
}

extension ExpressibleByArgument where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// The raw values, in the order of declaration.
  package static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension String: ExpressibleByArgument {
  /// Accepts any text except the empty one, which is usually an unset shell variable.
  package init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    self = argument
  }

  /// The text itself.
  package var defaultValueDescription: String { self }

  /// "a text of at least one character".
  package static var allowedValues: String { "a text of at least one character" }
}

extension Int: ExpressibleByArgument {
  /// Reads a whole number in decimal digits.
  package init?(argument: String) { self.init(argument, radix: 10) }

  /// The number in decimal digits.
  package var defaultValueDescription: String { String(self) }

  /// "a whole number".
  package static var allowedValues: String { "a whole number" }
}

extension UInt64: ExpressibleByArgument {
  /// Reads a whole number in decimal digits.
  package init?(argument: String) { self.init(argument, radix: 10) }

  /// The number in decimal digits.
  package var defaultValueDescription: String { String(self) }

  /// "a whole number, zero or more".
  package static var allowedValues: String { "a whole number, zero or more" }
}

extension Double: ExpressibleByArgument {
  /// Reads a finite decimal number, with or without a power of ten.
  ///
  /// "nan", "inf" and hexadecimal digits, which Swift would also read, are refused.
  package init?(argument: String) {
    let isDecimal = argument.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"),
        UInt8(ascii: "-"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isDecimal, let value = Double(argument), value.isFinite else { return nil }
    self = value
  }

  /// The shortest decimal text, without ".0" for whole numbers.
  package var defaultValueDescription: String {
    let text = String(self)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// "a number".
  package static var allowedValues: String { "a number" }
}
