import Glibc

/// Which keys have come, asked in the order of the input whichever worker reads what.
///
/// A worker that has read a batch waits until the batches before it have asked. Reading and all
/// that comes after go on side by side; only the asking is one after the other, so that the first
/// row of a key is the first of the input for any number of workers, also where the input cannot be
/// read twice.
///
/// Of each key 16 bytes are kept, in a table that is between a third and three quarters full.
///
/// Sendable because the keys are only touched by the worker whose turn it is.
@safe final class KeyRegister: @unchecked Sendable {
  private var highs: [UInt64]
  /// The lowest bit tells whether a row with a place has come.
  private var lows: [UInt64]
  private(set) var count = 0

  private var next = 0
  private var isAbandoned = false
  // Initialised below, and given back when nobody can reach this object any more.
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let moved: UnsafeMutablePointer<pthread_cond_t>

  init() {
    highs = Array(repeating: 0, count: 1 << 12)
    lows = highs
    unsafe lock = .allocate(capacity: 1)
    unsafe moved = .allocate(capacity: 1)
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(moved, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(moved)
    unsafe pthread_mutex_destroy(lock)
    unsafe moved.deallocate()
    unsafe lock.deallocate()
  }

  /// Waits until all batches before one have asked, lets it ask, and lets the next one go on.
  ///
  /// Every number from 0 on must come to its end, or ``abandon()`` be called.
  ///
  /// - Parameters:
  ///   - number: Which of all batches it is, from 0, in the order of the input.
  ///   - isLast: Whether the next number is to come after this turn; otherwise this one comes again.
  ///   - ask: What is done in the turn.
  func takeTurn(_ number: Int, isLast: Bool = true, _ ask: (KeyRegister) -> Void) {
    unsafe pthread_mutex_lock(lock)
    while next != number && !isAbandoned { unsafe pthread_cond_wait(moved, lock) }
    let isMine = next == number
    unsafe pthread_mutex_unlock(lock)
    guard isMine else { return }
    ask(self)
    if !isLast { return }
    unsafe pthread_mutex_lock(lock)
    next += 1
    unsafe pthread_cond_broadcast(moved)
    unsafe pthread_mutex_unlock(lock)
  }

  /// Lets nobody wait any more: a batch will never ask, because reading has failed.
  func abandon() {
    unsafe pthread_mutex_lock(lock)
    isAbandoned = true
    unsafe pthread_cond_broadcast(moved)
    unsafe pthread_mutex_unlock(lock)
  }

  /// Notes a key, in a turn.
  ///
  /// - Parameters:
  ///   - key: The key; not blank.
  ///   - isPlaced: Whether its row can be placed. One that cannot does not stand in the way of a
  ///     later one that can.
  /// - Returns: Whether the row repeats an earlier one that is as good.
  /// - Complexity: O(1), the table's doubling spread over the keys.
  func isRepeated(_ key: FieldKey, isPlaced: Bool) -> Bool {
    if (count + 1) * 4 > highs.count * 3 { grow() }
    let place = place(of: key)
    let mark: UInt64 = isPlaced ? 1 : 0
    if highs[place] == 0 {
      highs[place] = key.high
      lows[place] = key.low | mark
      count += 1
      return false
    }
    let isFirstPlaced = isPlaced && lows[place] & 1 == 0
    lows[place] |= mark
    return !isFirstPlaced
  }

  /// How many bytes the keys take.
  var byteCount: Int { 16 * highs.count }

  /// Returns where a key is, or the free place where it belongs.
  private func place(of key: FieldKey) -> Int {
    let mask = highs.count - 1
    var place = Int(truncatingIfNeeded: key.high) & mask
    while highs[place] != 0 && (highs[place] != key.high || lows[place] & ~1 != key.low) {
      place = (place + 1) & mask
    }
    return place
  }

  private func grow() {
    let (oldHighs, oldLows) = (highs, lows)
    highs = Array(repeating: 0, count: oldHighs.count * 2)
    lows = highs
    let mask = highs.count - 1
    for (high, low) in zip(oldHighs, oldLows) where high != 0 {
      var place = Int(truncatingIfNeeded: high) & mask
      while highs[place] != 0 { place = (place + 1) & mask }
      highs[place] = high
      lows[place] = low
    }
  }
}
