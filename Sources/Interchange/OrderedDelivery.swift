import Glibc

/// Hands on what several workers make, in the order of its numbers, one at a time.
///
/// Whoever brings the next number hands on it and all that wait behind it, while the others go on
/// working. A worker too far ahead waits, so that only so many items are ever held.
///
/// Sendable because its state is only touched with its lock held, and items are handed on by one
/// worker at a time.
@safe package final class OrderedDelivery<Item: Sendable>: @unchecked Sendable {
  private let deliver: (Item) throws -> Void
  private let limit: Int
  private var waiting: [Int: Item] = [:]
  private var next = 0
  private var isDelivering = false
  private var failure: (any Error)?
  // Initialised below, and given back when nobody can reach this object any more.
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let moved: UnsafeMutablePointer<pthread_cond_t>

  /// Creates a delivery.
  ///
  /// - Parameters:
  ///   - limit: How many numbers a worker may be ahead of the next one.
  ///   - deliver: Takes the items in order; never called by two workers at a time.
  package init(limit: Int, deliver: @escaping (Item) throws -> Void) {
    self.limit = max(1, limit)
    self.deliver = deliver
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

  /// Whether handing on has failed; nothing is handed on any more.
  package var hasFailed: Bool {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return failure != nil
  }

  /// Brings an item; each number from 0 on must come to its end.
  ///
  /// - Parameters:
  ///   - item: What is to be handed on.
  ///   - number: Its place in the order.
  ///   - isLast: Whether the next number follows; otherwise the same worker brings more of this one.
  package func bring(_ item: Item, number: Int, isLast: Bool = true) {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    // A part waits for its turn, so that it is handed on at once.
    let mostAhead = isLast ? limit : 1
    while number >= next + mostAhead && failure == nil { unsafe pthread_cond_wait(moved, lock) }
    if failure != nil { return }
    waiting[number] = item
    if isDelivering { return }
    isDelivering = true
    while failure == nil, let item = waiting.removeValue(forKey: next) {
      unsafe pthread_mutex_unlock(lock)
      var problem: (any Error)?
      do { try deliver(item) } catch { problem = error }
      unsafe pthread_mutex_lock(lock)
      failure = problem
      if isLast || next != number { next += 1 }
      unsafe pthread_cond_broadcast(moved)
    }
    isDelivering = false
  }

  /// Throws what handing on threw.
  package func check() throws {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    if let failure { throw failure }
  }
}
