import Glibc

extension ConsoleError {
  /// Describes a sink's failure with the system's text for it.
  init(_ failure: TextSink.Failure) {
    switch failure {
    case .readerClosed: self = .readerClosed
    case .refused(let number):
      // strerror returns a text that ends in a null byte, for any number.
      self = .cannotWrite(reason: unsafe String(cString: strerror(number)).lowercased())
    }
  }
}

extension Console {
  /// Creates the console of this process: its standard output and standard error.
  ///
  /// From then on, writing to a closed pipe is an error instead of a signal that ends the process,
  /// so that a command whose reader has gone (`hotspots query ... | head`) can clean up and exit
  /// with status 0. The width is that of the environment variable `COLUMNS`, or 80.
  package static func ofProcess() -> Console {
    signal(SIGPIPE, SIG_IGN)
    return Console(
      output: TextSink(descriptor: STDOUT_FILENO), error: TextSink(descriptor: STDERR_FILENO),
      width: columns() ?? 80)
  }

  private static func columns() -> Int? {
    // getenv returns nothing or a text that ends in a null byte; no other thread changes the
    // environment, as none has been started.
    guard let value = unsafe getenv("COLUMNS") else { return nil }
    return Int(unsafe String(cString: value))
  }
}
