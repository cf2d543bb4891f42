/// Why a result cannot be written.
public enum OutputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file or folder cannot be made.
  case cannotCreate(path: String, reason: String)
  /// Writing began and failed.
  case cannotWrite(path: String, reason: String)
  /// Nobody reads standard output any more.
  case readerClosed
  /// The name's extension is not that of a format that can be written.
  case unknownFormat(path: String, allowed: String)
  /// The format knows one coordinate system, and another is asked for.
  case fixedSystem(path: String, system: String, format: String)
  /// An input file could not be read a second time for its digest.
  case cannotDigest(path: String)

  /// Whether writing began before it failed.
  package var isWriteFailure: Bool {
    if case .cannotWrite = self { true } else { false }
  }

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .cannotCreate(let path, let reason): "cannot write '\(path)': \(reason)"
    case .cannotWrite(let path, let reason): "cannot finish writing '\(path)': \(reason)"
    case .readerClosed: "cannot write to standard output: nobody reads it"
    case .unknownFormat(let path, let allowed):
      "cannot write '\(path)': the extension tells the format, and \(allowed) can be written"
    case .fixedSystem(let path, let system, let format):
      "cannot write '\(path)' in '\(system)': \(format)"
    case .cannotDigest(let path): "cannot compute the digest of '\(path)': it cannot be read again"
    }
  }
}
