import Names

/// What is wrong with a configuration file.
package enum ConfigurationError: Error, Equatable, ExitStatusConvertible {
  /// The file does not exist or is not readable.
  case unreadable(path: String, reason: String)
  /// The file is not UTF-8 text.
  case notText(path: String)
  /// The file is not JSON5; with the line, the column and what was found there.
  case syntax(path: String, line: Int, column: Int, reason: String)
  /// The file holds something other than an object.
  case notAnObject(path: String, found: String)
  /// No option has this name.
  case unknownName(path: String, line: Int, name: String, suggestions: [String])
  /// An option that is allowed on the command line only.
  case typedOnly(path: String, line: Int, name: String)
  /// A value of the wrong kind.
  case wrongKind(path: String, line: Int, name: String, found: String, allowed: String)

  /// Missing input for a file that cannot be read, otherwise a usage error: the file is part of the
  /// command line.
  package var exitStatus: ExitStatus {
    if case .unreadable = self { .noInput } else { .usage }
  }
}

extension ConfigurationError: CustomStringConvertible {
  /// The error in one line, followed by a line of help if there is any.
  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read '\(path)': \(reason)"
    case .notText(let path): "cannot read '\(path)': it is not UTF-8 text"
    case .syntax(let path, let line, let column, let reason):
      "\(path):\(line):\(column): \(reason)"
    case .notAnObject(let path, let found):
      """
      cannot read options from '\(path)': it holds \(found), an object is allowed
        help: write names and values in braces, as in { "top": 10 }
      """
    case .unknownName(let path, let line, let name, let suggestions):
      "\(path):\(line): unknown option '\(name)'\(Suggestion.question(suggestions))"
    case .typedOnly(let path, let line, let name):
      "\(path):\(line): '\(name)' can be used on the command line only"
    case .wrongKind(let path, let line, let name, let found, let allowed):
      "\(path):\(line): '\(name)' is \(found), \(allowed) is allowed"
    }
  }
}
