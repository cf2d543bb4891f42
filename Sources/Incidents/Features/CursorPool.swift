import Synchronization

/// What shares of a file are read with, each by one worker at a time, and how far they have come.
final class CursorPool<Cursor: Sendable>: Sendable {
  private struct State {
    var free: [Cursor] = []
    var bytesRead = 0
    var span = 1 << 12
  }

  private let state = Mutex(State())

  /// How many bytes of rows have been made.
  var bytesRead: Int { state.withLock { $0.bytesRead } }

  /// How many numbers a share should have: enough for some thousand rows, however far apart they
  /// are.
  var span: Int { state.withLock { $0.span } }

  /// Takes a cursor that nobody uses; `nil` if there is none.
  func take() -> Cursor? { state.withLock { $0.free.popLast() } }

  /// Notes that rows of so many bytes have been made.
  func note(bytes: Int) { state.withLock { $0.bytesRead += bytes } }

  /// Gives a cursor back whose share had so many rows.
  func give(_ cursor: Cursor, rows: Int) {
    state.withLock {
      $0.free.append(cursor)
      if rows < 1 << 10 { $0.span = min($0.span * 2, 1 << 60) }
      if rows > 1 << 13 { $0.span = max($0.span / 2, 1) }
    }
  }
}
