/// What the program tells the shell when it ends, after sysexits.h.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Everything asked for was done.
  case done = 0
  /// The command line was wrong (`EX_USAGE`).
  case usage = 64
  /// An input is not what it must be (`EX_DATAERR`).
  case badData = 65
  /// An input is not there, or may not be read (`EX_NOINPUT`).
  case noInput = 66
  /// A fault of the program itself (`EX_SOFTWARE`).
  case ourFault = 70
  /// An output cannot be created (`EX_CANTCREAT`).
  case cannotWrite = 73
  /// Reading or writing failed on the way (`EX_IOERR`).
  case readOrWriteFailed = 74

  /// The meaning in a few words, for help and README.
  package var meaning: String {
    switch self {
    case .done: "done"
    case .usage: "the command line is wrong"
    case .badData: "the data are not fit to use"
    case .noInput: "an input is missing"
    case .ourFault: "a fault of the program"
    case .cannotWrite: "an output cannot be written"
    case .readOrWriteFailed: "reading or writing failed"
    }
  }
}

/// An error that knows which status the program ends with.
///
/// An error without this conformance counts as our own fault, status 70.
package protocol ExitStatusConvertible: Error {
  /// The status the program ends with when this error reaches the top.
  var exitStatus: ExitStatus { get }
}
