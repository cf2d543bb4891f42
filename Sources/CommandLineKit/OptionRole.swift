/// What the value of an option names, and what the command does with it.
///
/// Completion, relative paths in configuration files, the watch over inputs and the check that no
/// output overwrites an input follow from it.
package enum OptionRole: Sendable, Equatable {
  /// No file.
  case value
  /// A file that is read. A shell offers files with one of the extensions, and folders; any file if
  /// there are none. The value may also have another form, which is no path.
  case reads([String], or: OtherForm? = nil)
  /// A name and a file that is read, `NAME=FILE`; the name ends at the first `=`.
  case readsNamed([String])
  /// A folder whose files are read.
  case readsFolder
  /// A file that is written. A shell offers files with one of the extensions, and folders.
  case writes([String])
  /// A folder that is written, and replaced as a whole.
  case writesFolder

  /// What an option accepts in place of a path.
  package enum OtherForm: Sendable, Equatable {
    /// A condition `FIELD=VALUE`.
    case condition
    /// Well-known text, such as `POLYGON ((0 0, 1 0, 1 1, 0 0))`.
    case wellKnownText

    /// Whether a value has this form.
    func matches(_ value: String) -> Bool {
      switch self {
      case .condition: value.dropFirst().contains("=")
      case .wellKnownText: value.hasSuffix(")") || value.uppercased().hasSuffix("EMPTY")
      }
    }
  }
}

extension OptionSpec {
  /// Finds the paths in a value of the option.
  ///
  /// - Parameter value: A value as typed.
  /// - Returns: The paths as typed; none if the value is no path.
  package func paths(in value: String) -> [String] {
    switch role {
    case .value: return []
    case .reads(_, or: let other?) where other.matches(value): return []
    case .readsNamed: return KeyedValue(argument: value).map { [$0.value] } ?? []
    case .reads, .readsFolder, .writes, .writesFolder:
      return isList
        ? value.split(separator: ",", omittingEmptySubsequences: false).map(String.init) : [value]
    }
  }

  /// Replaces the paths in a value of the option.
  ///
  /// - Parameters:
  ///   - value: A value as typed.
  ///   - replacement: Returns what stands for a path.
  /// - Returns: The value with the other paths.
  package func replacingPaths(in value: String, with replacement: (String) -> String) -> String {
    if case .readsNamed = role, let named = KeyedValue(argument: value) {
      return "\(named.key)=\(replacement(named.value))"
    }
    let paths = paths(in: value)
    return paths.isEmpty ? value : paths.map(replacement).joined(separator: ",")
  }

  /// What a shell completes.
  enum Completion {
    /// Nothing.
    case none
    /// Files with one of these extensions, and folders; any file if the list is empty.
    case file(extensions: [String])
    /// Folders.
    case directory
    /// One of the possible values.
    case possibleValues
  }

  /// What a shell completes while a value is typed.
  var completion: Completion {
    switch role {
    case .value: possibleValues.isEmpty ? .none : .possibleValues
    case .reads(let extensions, or: _), .readsNamed(let extensions), .writes(let extensions):
      .file(extensions: extensions)
    case .readsFolder, .writesFolder: .directory
    }
  }
}
