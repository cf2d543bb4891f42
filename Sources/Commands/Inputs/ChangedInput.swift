import CommandLineKit

/// A file was written to, replaced or removed between the start of the run and its last look.
struct ChangedInput: Error, Equatable, CustomStringConvertible, ExitStatusConvertible {
  /// The file; `-` is standard input.
  var path: String

  var description: String {
    "cannot use '\(path == "-" ? "standard input" : path)': it changed while it was read\n"
      + "  help: run it again when nothing writes to it, or on a copy"
  }

  var exitStatus: ExitStatus { .readOrWriteFailed }
}
