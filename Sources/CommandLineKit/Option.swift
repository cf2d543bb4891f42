import Names

/// An option with a value, declared once as a constant.
///
/// Parsing, help, defaults, completion and errors all follow from the declaration. Its type says
/// whether the option may be left out or repeated, as in swift-argument-parser:
///
///     static let cellSize = Option<Double>(
///       "cell-size", valueName: "METRES", help: "Width of a grid cell", default: 250)
///     static let map = Option<String?>("map", valueName: "FILE.svg", help: "Draw a map")
///     static let category = Option<[String]>("category", valueName: "NAME", help: "Keep only this")
///     static let near = Option<String>("near", valueName: "PLACE", help: "Centre of the circle")
///
///     try arguments.value(of: cellSize)  // Double, 250 if it was not given
///     try arguments.value(of: map)       // String?, nil if it was not given
///     try arguments.value(of: category)  // [String], in the order typed
///     try arguments.value(of: near)      // String; a usage error if it was not given
package struct Option<Value: Sendable>: Sendable {
  /// The description that a command lists in its `options`.
  package let spec: OptionSpec

  /// Converts the texts typed (none if the option was not given) to the value.
  let read: @Sendable ([String]) throws(UsageError) -> Value

  /// Declares an option with a default, or a required one without.
  ///
  /// - Parameters:
  ///   - name: The name after the two dashes.
  ///   - valueName: What the value stands for, in capitals.
  ///   - help: What the option does, without a full stop at the end.
  ///   - section: The heading under which help lists it.
  ///   - defaultValue: The value if the option is not given. Without it the option is required.
  ///   - role: What the value names, and what is done with it.
  ///   - rules: Which other options it needs and excludes.
  ///   - isRecorded: `false` if results cannot depend on the option.
  ///   - allowed: What is allowed, phrased to follow "'x' is not".
  ///   - isAllowed: A further condition on the value.
  package init(
    _ name: String, valueName: String, help: String, section: String = OptionSection.command,
    default defaultValue: Value? = nil, role: OptionRole = .value, rules: [OptionRule] = [],
    isRecorded: Bool = true, allowed: String? = nil,
    where isAllowed: @escaping @Sendable (Value) -> Bool = { _ in true }
  ) where Value: ExpressibleByArgument {
    let element = ElementReader(
      option: "--\(name)", allowed: allowed ?? Value.allowedValues, isAllowed: isAllowed)
    let spec = OptionSpec(
      name: name, valueName: valueName, help: help, section: section, of: Value.self,
      default: defaultValue, role: role, rules: rules, isRepeatable: false,
      isRequired: defaultValue == nil, isRecorded: isRecorded)
    self.spec = spec
    self.read = { (texts) throws(UsageError) in
      if let text = texts.first { return try element.read(text) }
      guard let defaultValue else { throw .missingOption(spec.usage) }
      return defaultValue
    }
  }

  /// Declares an option that may be left out, without a default.
  ///
  /// The parameters are those of an option with a default; `keys` are those of a list of `KEY=VALUE`.
  package init<Wrapped: ExpressibleByArgument>(
    _ name: String, valueName: String, help: String, section: String = OptionSection.command,
    role: OptionRole = .value, rules: [OptionRule] = [], isRecorded: Bool = true,
    allowed: String? = nil, keys: [String] = [],
    where isAllowed: @escaping @Sendable (Wrapped) -> Bool = { _ in true }
  ) where Value == Wrapped? {
    let element = ElementReader(
      option: "--\(name)", allowed: allowed ?? Wrapped.allowedValues, keys: keys,
      isAllowed: isAllowed)
    self.spec = OptionSpec(
      name: name, valueName: valueName, help: help, section: section, of: Wrapped.self,
      default: nil, role: role, rules: rules, isRepeatable: false, isRequired: false,
      isRecorded: isRecorded)
    self.read = { (texts) throws(UsageError) in
      guard let text = texts.first else { return nil }
      return try element.read(text)
    }
  }

  /// Declares an option that may be given any number of times; the values keep their order.
  ///
  /// The parameters are those of an option with a default.
  package init<Element: ExpressibleByArgument>(
    _ name: String, valueName: String, help: String, section: String = OptionSection.command,
    role: OptionRole = .value, rules: [OptionRule] = [], isRecorded: Bool = true,
    allowed: String? = nil,
    where isAllowed: @escaping @Sendable (Element) -> Bool = { _ in true }
  ) where Value == [Element] {
    let element = ElementReader(
      option: "--\(name)", allowed: allowed ?? Element.allowedValues, isAllowed: isAllowed)
    self.spec = OptionSpec(
      name: name, valueName: valueName, help: help, section: section, of: Element.self,
      default: nil, role: role, rules: rules, isRepeatable: true, isRequired: false,
      isRecorded: isRecorded)
    self.read = { (texts) throws(UsageError) in
      var values: [Element] = []
      for text in texts { values.append(try element.read(text)) }
      return values
    }
  }
}

/// A switch: an option without a value, which is either given or not.
package struct Flag: Sendable {
  /// The description that a command lists in its `options`.
  package let spec: OptionSpec

  /// Declares a switch.
  ///
  /// - Parameters:
  ///   - name: The name after the two dashes.
  ///   - shortName: The letter after a single dash, if there is one.
  ///   - help: What the switch does, without a full stop at the end.
  ///   - section: The heading under which help lists it.
  ///   - rules: Which other options it needs and excludes.
  ///   - isRecorded: `false` if results cannot depend on the switch.
  package init(
    _ name: String, shortName: Character? = nil, help: String,
    section: String = OptionSection.command, rules: [OptionRule] = [], isRecorded: Bool = true
  ) {
    self.spec = OptionSpec(
      name: name, shortName: shortName, valueName: nil, help: help, section: section,
      defaultText: nil, possibleValues: [], role: .value, rules: rules, isList: false,
      isRepeatable: false, isRequired: false, isRecorded: isRecorded)
  }
}

/// The heading under which a command's own options are listed.
package enum OptionSection {
  /// The heading of the options that only this command has.
  package static let command = "Options"
  /// The heading of the options that every command has.
  package static let general = "General"
}

// MARK: -

/// Reads one value of an option, or says what is wrong with it.
private struct ElementReader<Element: ExpressibleByArgument>: Sendable {
  let option: String
  let allowed: String
  var keys: [String] = []
  let isAllowed: @Sendable (Element) -> Bool

  func read(_ text: String) throws(UsageError) -> Element {
    guard let element = Element(argument: text), isAllowed(element) else {
      // A single value is no replacement for a list with one mistake in it.
      let names = text.contains(",") ? [] : Element.allValueStrings
      throw .invalidValue(
        text, option: option, allowed: allowed,
        suggestions: keys.isEmpty ? Suggestion.closest(to: text, among: names) : nearKeys(text))
    }
    return element
  }

  /// Returns the keys that are like the first wrong one of a list of `KEY=VALUE`.
  private func nearKeys(_ text: String) -> [String] {
    let typed = text.split(separator: ",").compactMap { $0.split(separator: "=").first }
    guard let wrong = typed.first(where: { !keys.contains(String($0)) }) else { return [] }
    return Suggestion.closest(to: String(wrong), among: keys)
  }
}

extension OptionSpec {
  /// Describes an option whose values have a known type.
  fileprivate init<Element: ExpressibleByArgument>(
    name: String, valueName: String, help: String, section: String, of type: Element.Type,
    default defaultValue: Element?, role: OptionRole, rules: [OptionRule], isRepeatable: Bool,
    isRequired: Bool,
    isRecorded: Bool
  ) {
    self.init(
      name: name, shortName: nil, valueName: valueName, help: help, section: section,
      defaultText: defaultValue?.defaultValueDescription, possibleValues: type.allValueStrings,
      role: role, rules: rules,
      isList: type.isList, isRepeatable: isRepeatable, isRequired: isRequired,
      isRecorded: isRecorded)
  }
}
