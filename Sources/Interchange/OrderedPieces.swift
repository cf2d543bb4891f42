import Dispatch
import Synchronization

/// Fills the pieces of a file with several threads and writes them in their order.
///
/// As many pieces as threads are in memory at a time; the file's bytes do not depend on their
/// number.
struct OrderedPieces {
  /// How many pieces are filled at the same time.
  let threads: Int

  /// Fills and writes pieces.
  ///
  /// - Parameters:
  ///   - count: How many pieces there are.
  ///   - file: Where they go.
  ///   - fill: Appends a piece to an empty buffer; called on any thread.
  /// - Throws: ``OutputError``.
  func write(
    _ count: Int, to file: OutputFile,
    fill: @Sendable (_ piece: Int, _ buffer: inout ByteBuffer) -> Void
  ) throws(OutputError) {
    let width = max(1, min(threads, count))
    let buffers = Mutex([ByteBuffer](repeating: ByteBuffer(), count: width))
    for start in stride(from: 0, to: count, by: width) {
      let filled = min(width, count - start)
      DispatchQueue.concurrentPerform(iterations: filled) { place in
        // Taken out and put back, so that the lock is not held while a piece is made.
        var buffer = buffers.withLock { buffers in
          var taken = ByteBuffer()
          swap(&taken, &buffers[place])
          return taken
        }
        buffer.removeAll()
        fill(start + place, &buffer)
        buffers.withLock { $0[place] = buffer }
      }
      for buffer in buffers.withLock({ $0[..<filled] }) { try file.write(buffer) }
    }
  }
}
