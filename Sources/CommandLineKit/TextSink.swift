import Glibc
import Synchronization

/// A destination of text: an open file descriptor, or memory.
///
/// Safe to share between tasks: writes do not interleave.
package final class TextSink: Sendable {
  /// Why bytes could not be written.
  package enum Failure: Error, Equatable {
    /// The reader has closed the pipe, as `head` does.
    case readerClosed
    /// The system refused; with the value of `errno`.
    case refused(Int32)
  }

  private enum Target {
    case descriptor(Int32)
    case memory([UInt8])
  }

  /// Whether it is a terminal, on which a line can be redrawn.
  package let isTerminal: Bool
  private let target: Mutex<Target>

  /// Creates a sink that writes to an open file descriptor, which stays open.
  package init(descriptor: Int32) {
    isTerminal = isatty(descriptor) == 1
    target = Mutex(.descriptor(descriptor))
  }

  /// Creates a sink that keeps what is written.
  ///
  /// - Parameter isTerminal: Whether to behave like a terminal.
  package init(isTerminal: Bool = false) {
    self.isTerminal = isTerminal
    target = Mutex(.memory([]))
  }

  /// What was written to a sink in memory, with invalid UTF-8 repaired; empty for a sink that
  /// writes to a file.
  package var text: String {
    target.withLock { target in
      guard case .memory(let bytes) = target else { return "" }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Writes all of a text.
  ///
  /// - Throws: ``Failure/readerClosed`` or ``Failure/refused(_:)`` for a file descriptor.
  package func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  /// Writes all of some bytes.
  ///
  /// - Throws: ``Failure/readerClosed`` or ``Failure/refused(_:)`` for a file descriptor.
  package func write(_ bytes: [UInt8]) throws(Failure) {
    try target.withLock { (target) throws(Failure) in
      switch target {
      case .descriptor(let descriptor): try Self.write(bytes, to: descriptor)
      case .memory(var kept):
        // The enumeration gives its array up first, so that appending copies nothing.
        target = .memory([])
        kept += bytes
        target = .memory(kept)
      }
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let rest = bytes[written...]
      // The count handed to the system is that of the buffer itself.
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        throw .readerClosed
      } else if errno != EINTR {
        throw .refused(errno)
      }
    }
  }
}
