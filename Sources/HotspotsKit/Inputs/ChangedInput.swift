/// A file was written to, replaced or removed between the start of the run and its last look.
public struct ChangedInput: Error, Equatable, CustomStringConvertible {
  /// The file; `-` is standard input.
  public var path: String

  /// What was found.
  public var description: String {
    "cannot use '\(path == "-" ? "standard input" : path)': it changed while it was read"
  }
}
