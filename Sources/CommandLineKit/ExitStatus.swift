/// The exit status of the program, after sysexits.h.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Everything asked for was done.
  case done = 0
  /// The command line was wrong (`EX_USAGE`).
  case usage = 64
  /// An input is invalid (`EX_DATAERR`).
  case badData = 65
  /// An input does not exist or is not readable (`EX_NOINPUT`).
  case noInput = 66
  /// An internal error (`EX_SOFTWARE`).
  case ourFault = 70
  /// An output cannot be created (`EX_CANTCREAT`).
  case cannotWrite = 73
  /// Reading or writing failed (`EX_IOERR`).
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

/// An error that determines the exit status.
///
/// The ``Program`` is asked about other errors; those that it does not know are internal, status 70.
package protocol ExitStatusConvertible: Error {
  /// The status the program ends with when this error reaches the top.
  var exitStatus: ExitStatus { get }
}
