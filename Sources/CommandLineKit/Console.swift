import Synchronization

/// The output of a command: data to standard output, messages for people to standard error.
///
/// A value that is cheap to copy and safe to share. Copies write to the same streams and share the
/// list of warnings. The verbs are `print` for data, `note`, `detail` and `warn` for people, `fail`
/// for the program when a command has thrown, and `progress` for long work.
package struct Console: Sendable {
  /// How many messages are printed.
  package enum Verbosity: Sendable {
    /// Warnings and errors only.
    case quiet
    /// Notes too: every value that the program chose.
    case normal
    /// Details too: each step.
    case verbose
  }

  /// Where data goes.
  package let output: TextSink
  /// Where messages for people go.
  package let error: TextSink
  /// How many messages are printed.
  package let verbosity: Verbosity
  /// The columns that help may fill.
  package let width: Int

  private let name: String
  private let shared: Shared

  /// Creates a console that writes to two sinks.
  ///
  /// - Parameters:
  ///   - output: Where data goes.
  ///   - error: Where messages for people go.
  ///   - verbosity: How many messages are printed.
  ///   - width: The columns that help may fill; fewer than 60 or more than 120 are not used.
  ///   - name: The program's name, which begins warnings and errors.
  package init(
    output: TextSink = TextSink(), error: TextSink = TextSink(), verbosity: Verbosity = .normal,
    width: Int = 80, name: String = "hotspots"
  ) {
    self.output = output
    self.error = error
    self.verbosity = verbosity
    self.width = min(max(width, 60), 120)
    self.name = name
    self.shared = Shared()
  }

  private init(_ other: Console, verbosity: Verbosity) {
    output = other.output
    error = other.error
    width = other.width
    name = other.name
    shared = other.shared
    self.verbosity = verbosity
  }

  /// Returns the same console with another verbosity.
  package func speaking(_ verbosity: Verbosity) -> Console { Console(self, verbosity: verbosity) }

  /// Writes data and a line break to standard output.
  ///
  /// Each call is one system call, so gather many lines into one text.
  ///
  /// - Throws: ``ConsoleError/readerClosed`` if the reader has closed the pipe,
  ///   ``ConsoleError/cannotWrite(reason:)`` if the system refuses.
  package func print(_ text: String) throws(ConsoleError) { try write(Array("\(text)\n".utf8)) }

  /// Writes bytes to standard output, for the writers of formats.
  ///
  /// - Throws: ``ConsoleError/readerClosed`` if the reader has closed the pipe,
  ///   ``ConsoleError/cannotWrite(reason:)`` if the system refuses.
  package func write(_ bytes: [UInt8]) throws(ConsoleError) {
    endProgress()
    do throws(TextSink.Failure) { try output.write(bytes) } catch { throw ConsoleError(error) }
  }

  /// Prints something worth knowing, such as a value that was chosen automatically; `--quiet`
  /// silences it.
  package func note(_ text: String) {
    if verbosity != .quiet { say(text) }
  }

  /// Prints a detail; only `--verbose` shows it.
  package func detail(_ text: String) {
    if verbosity == .verbose { say(text) }
  }

  /// Prints a warning, whatever the verbosity, and keeps it for the manifest.
  ///
  /// Call it from the command's own task, not from parallel ones, so that the order is
  /// reproducible.
  package func warn(_ text: String) {
    shared.keep(warning: text)
    say("\(name): warning: \(text)")
  }

  /// Prints why the program ends; a second line that begins with "  help: " may say what to do.
  package func fail(_ text: String) { say("\(name): error: \(text)") }

  /// The warnings so far, in order, without the program's name.
  package var warnings: [String] { shared.warnings }

  /// Draws a progress line if standard error is a terminal and the console is not quiet.
  ///
  /// It is drawn at most ten times a second, and erased before anything else is printed. Cheap
  /// enough to call for each batch, but not for each row.
  package func progress(_ report: ProgressReport) {
    guard error.isTerminal, verbosity != .quiet else { return }
    shared.draw(report, on: error, width: width)
  }

  /// Erases the progress line, if there is one.
  func endProgress() { shared.erase(error) }

  private func say(_ text: String) {
    endProgress()
    // When nobody can be told, there is nobody to tell about it.
    try? error.write("\(text)\n")
  }
}

/// Why data could not be written to standard output.
package enum ConsoleError: Error, Equatable, CustomStringConvertible, ExitStatusConvertible {
  /// The reader of standard output has closed the pipe, as `head` does. This is not a failure.
  case readerClosed
  /// The system refused, for the reason given.
  case cannotWrite(reason: String)

  /// The error in one line.
  package var description: String {
    switch self {
    case .readerClosed: "cannot write to standard output: its reader has closed it"
    case .cannotWrite(let reason): "cannot write to standard output: \(reason)"
    }
  }

  /// Success for a closed pipe, whose reader has all it wants; otherwise an I/O error.
  package var exitStatus: ExitStatus {
    switch self {
    case .readerClosed: .done
    case .cannotWrite: .readOrWriteFailed
    }
  }
}

// MARK: -

/// The state that all copies of a console share: the warnings and the progress line.
private final class Shared: Sendable {
  private let kept = Mutex<[String]>([])
  private let line = Mutex(ProgressLine())

  var warnings: [String] { kept.withLock { $0 } }

  func keep(warning: String) { kept.withLock { $0.append(warning) } }

  func draw(_ report: ProgressReport, on sink: TextSink, width: Int) {
    line.withLock { line in
      if let text = line.text(for: report, at: .now, width: width) { try? sink.write(text) }
    }
  }

  func erase(_ sink: TextSink) {
    line.withLock { line in
      if let text = line.erasure() { try? sink.write(text) }
    }
  }
}
