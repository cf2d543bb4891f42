import CommandLineKit

/// Where a result goes, and in which format.
struct OutputTarget: Sendable {
  /// The file; `-` is standard output.
  let path: String
  /// The format.
  let format: OutputFormat
}

extension Arguments {
  /// Reads `--output` and `--format`.
  ///
  /// - Parameter formats: The formats of the result, that of standard output first.
  /// - Returns: Where it goes: `--format` alone is for standard output; `nil` if neither is given.
  /// - Throws: What ``OutputFormat/choose(path:named:allowed:usual:)`` throws.
  func target(in formats: [OutputFormat]) throws(UsageError) -> OutputTarget? {
    let named = try value(of: OutputFormat.option)
    guard let path = try value(of: SharedOptions.output) ?? (named == nil ? nil : "-") else {
      return nil
    }
    return OutputTarget(
      path: path, format: try OutputFormat.choose(path: path, named: named, allowed: formats))
  }

  /// Reads `--output` and `--format` where a result must go somewhere.
  ///
  /// - Throws: What ``target(in:)`` throws, and ``UsageError/missingOption(_:)``.
  func requiredTarget(in formats: [OutputFormat]) throws(UsageError) -> OutputTarget {
    guard let target = try target(in: formats) else {
      throw .missingOption(SharedOptions.output.spec.usage)
    }
    return target
  }
}
