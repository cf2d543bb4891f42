import Cartography
import CommandLineKit
import Synchronization

/// Tells with `--verbose` how long each stage of a run took.
///
/// What it says goes to people only, never into a result.
final class Stages: Sendable {
  private let console: Console
  private let clock = ContinuousClock()
  private let start: Mutex<ContinuousClock.Instant>
  private let begin: ContinuousClock.Instant

  /// Begins the first stage.
  init(console: Console) {
    self.console = console
    begin = clock.now
    start = Mutex(begin)
  }

  /// Ends a stage, says how long it took, and begins the next.
  func end(_ name: String) {
    let now = clock.now
    let milliseconds = start.withLock { start in
      defer { start = now }
      return (now - start) / .milliseconds(1)
    }
    console.detail(
      "time: \(name) \(NumberWords.decimal(milliseconds, places: milliseconds < 100 ? 1 : 0)) ms")
  }

  /// Says how long all stages took together.
  func endAll() {
    let milliseconds = (clock.now - begin) / .milliseconds(1)
    console.detail("time: in all \(NumberWords.decimal(milliseconds, places: 0)) ms")
  }
}
