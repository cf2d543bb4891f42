import Names

/// A configuration file: options in JSON5, for command lines that are long or used repeatedly.
///
/// Names are those of the options without dashes. A flag is `true` or `false`. A repeatable option
/// takes an array or a single value; an option whose value is a list takes an array too.
///
///     // Marlowick, every month
///     {
///       "boundaries": ["lsoa.shp", "wards.shp"],
///       days: ["fri", "sat"],
///       top: 10,
///     }
struct ConfigurationFile {
  /// The path, as typed.
  let path: String
  /// The entries, in the order of the file.
  let members: [JSON5Value.Member]

  /// Reads a file.
  ///
  /// - Throws: ``ConfigurationError/unreadable(path:reason:)``,
  ///   ``ConfigurationError/notText(path:)``,
  ///   ``ConfigurationError/syntax(path:line:column:reason:)`` or
  ///   ``ConfigurationError/notAnObject(path:found:)``.
  init(path: String) throws(ConfigurationError) {
    let bytes = try SmallFile.read(path)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(path: path) }
    try self.init(path: path, text: text)
  }

  /// Reads a text as if it were in a file.
  ///
  /// - Throws: ``ConfigurationError/syntax(path:line:column:reason:)`` or
  ///   ``ConfigurationError/notAnObject(path:found:)``.
  init(path: String, text: String) throws(ConfigurationError) {
    let value: JSON5Value
    do throws(JSON5Reader.Failure) {
      value = try JSON5Reader.read(text)
    } catch {
      throw .syntax(
        path: path, line: error.place.line, column: error.place.column, reason: error.reason)
    }
    guard case .object(let members) = value.content else {
      throw .notAnObject(path: path, found: value.kind)
    }
    self.path = path
    self.members = members
  }

  /// Returns the entries as options of a command.
  ///
  /// Relative paths, which in the file are relative to its own folder, become relative to the
  /// working folder.
  ///
  /// - Parameter options: Every option the command knows.
  /// - Returns: The options in the order of the file, each with its position as `file:line`.
  /// - Throws: ``ConfigurationError/unknownName(path:line:name:suggestions:)``,
  ///   ``ConfigurationError/typedOnly(path:line:name:)`` or
  ///   ``ConfigurationError/wrongKind(path:line:name:found:allowed:)``.
  func options(
    among options: [OptionSpec]
  ) throws(ConfigurationError) -> [(option: Arguments.RecordedOption, origin: String)] {
    var result: [(option: Arguments.RecordedOption, origin: String)] = []
    for member in members {
      guard let spec = options.first(where: { $0.name == member.name }) else {
        let known = options.filter { !$0.isTypedOnly }.map(\.name)
        throw .unknownName(
          path: path, line: member.place.line, name: member.name,
          suggestions: Suggestion.closest(to: member.name, among: known))
      }
      guard !spec.isTypedOnly else {
        throw .typedOnly(path: path, line: member.place.line, name: member.name)
      }
      guard let values = try values(of: member, for: spec) else { continue }
      result.append(
        (
          Arguments.RecordedOption(name: spec.name, values: values),
          "\(path):\(member.place.line)"
        ))
    }
    return result
  }

  // MARK: -

  /// Returns an option's values as they would be typed; `nil` for a flag that is `false`.
  private func values(
    of member: JSON5Value.Member, for spec: OptionSpec
  ) throws(ConfigurationError) -> [String]? {
    if spec.isFlag {
      guard case .boolean(let isSet) = member.value.content else {
        throw wrongKind(member.value, of: member, allowed: "true or false")
      }
      return isSet ? [] : nil
    }
    guard case .array(let elements) = member.value.content else {
      let allowed =
        spec.isRepeatable || spec.isList
        ? "a text, a number or an array of them" : "a text or a number"
      return [resolved(try single(member.value, of: member, allowed: allowed), for: spec)]
    }
    guard spec.isRepeatable || spec.isList else {
      throw wrongKind(member.value, of: member, allowed: "a text or a number")
    }
    var texts: [String] = []
    for element in elements {
      texts.append(
        resolved(
          try single(element, of: member, allowed: "an array of texts or numbers"), for: spec)
      )
    }
    guard !texts.isEmpty else { return nil }
    return spec.isRepeatable ? texts : [texts.joined(separator: ",")]
  }

  private func single(
    _ value: JSON5Value, of member: JSON5Value.Member, allowed: String
  ) throws(ConfigurationError) -> String {
    switch value.content {
    case .text(let text): return text
    case .number(let number): return number
    default: throw wrongKind(value, of: member, allowed: allowed)
    }
  }

  private func wrongKind(
    _ value: JSON5Value, of member: JSON5Value.Member, allowed: String
  ) -> ConfigurationError {
    .wrongKind(
      path: path, line: value.place.line, name: member.name, found: value.kind, allowed: allowed)
  }

  /// Returns a value with the paths in it relative to the working folder.
  private func resolved(_ text: String, for spec: OptionSpec) -> String {
    guard let slash = path.lastIndex(of: "/") else { return text }
    return spec.replacingPaths(in: text) { path in
      let isOther = path.isEmpty || path == "-" || path.hasPrefix("/")
      return isOther ? path : "\(self.path[...slash])\(path)"
    }
  }
}
