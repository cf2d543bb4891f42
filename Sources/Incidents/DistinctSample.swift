/// Tells about how many different numbers there were among many, in bounded memory.
///
/// Every number below a ceiling is kept with how often it came; when there are too many different
/// ones, the ceiling is halved. What is kept is a fair sample of the different numbers, because
/// hashes lie anywhere with equal chance, and each of them has been counted in full. Halving
/// depends on what was taken and not on the order, so samples of parts merge to the sample of the
/// whole. (Adaptive sampling: Flajolet 1990, https://doi.org/10.1007/BF02241657.)
///
/// As long as no more than ``limit`` are different, the answers are exact; beyond, the number of
/// different ones has a standard error of under 3 %. The table is small enough to
/// stay in the processor's cache beside the rows.
package struct DistinctSample: Sendable {
  /// A number that is kept, and how often it came.
  private struct Slot: Sendable, Equatable {
    /// 0 where the slot is free.
    var number: UInt64 = 0
    var count = 0
  }

  /// Most different numbers that are kept.
  package static let limit = 2_048

  /// How many numbers were taken.
  package private(set) var count = 0
  /// A table with open addressing, a power of two long and half full at most, but for one more.
  private var slots: [Slot] = []
  private var kept = 0
  /// How often the ceiling was halved.
  private var level = 0
  private var ceiling = UInt64.max

  /// Creates a sample of nothing.
  package init() {}

  /// Takes a hash, which must not be 0.
  @inline(__always)
  package mutating func add(_ number: UInt64) {
    count &+= 1
    if number <= ceiling { keep(number, count: 1) }
  }

  /// Takes what another sample was made of.
  package mutating func merge(_ other: DistinctSample) {
    count += other.count
    if other.level > level { raise(to: other.level) }
    for slot in other.slots where slot.number != 0 && slot.number <= ceiling {
      keep(slot.number, count: slot.count)
    }
  }

  /// Whether the numbers told are exact and not estimates.
  package var isExact: Bool { level == 0 }

  /// How many different numbers there were, or about how many.
  package var distinct: Int { min(count, kept << level) }

  /// How many numbers repeat an earlier one, or about how many.
  package var repeated: Int {
    let sampled = slots.reduce(0) { $0 + $1.count }
    return min(count, (sampled - kept) << level)
  }

  // MARK: -

  @inline(never)
  private mutating func keep(_ number: UInt64, count: Int) {
    if slots.count < 2 * min(kept + 1, Self.limit) { rebuild(slots: max(512, slots.count * 4)) }
    let place = place(of: number)
    if slots[place].number == 0 {
      slots[place] = Slot(number: number, count: count)
      kept += 1
      if kept > Self.limit { raise(to: level + 1) }
    } else {
      slots[place].count += count
    }
  }

  /// Returns where a number is, or the free slot where it belongs.
  private func place(of number: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: number) & mask
    while slots[place].number != 0 && slots[place].number != number { place = (place + 1) & mask }
    return place
  }

  private mutating func raise(to newLevel: Int) {
    level = newLevel
    repeat {
      ceiling = level < 64 ? UInt64.max >> UInt64(level) : 0
      rebuild(slots: slots.count)
      if kept > Self.limit { level += 1 }
    } while kept > Self.limit
  }

  /// Makes the table anew with what lies below the ceiling, in the same memory where that is enough:
  /// pages that are new to the process take longer than all else here.
  private mutating func rebuild(slots count: Int) {
    let old = slots.filter { $0.number != 0 && $0.number <= ceiling }
    if slots.count == count {
      for place in slots.indices { slots[place] = Slot() }
    } else {
      slots = Array(repeating: Slot(), count: count)
    }
    for slot in old { slots[place(of: slot.number)] = slot }
    kept = old.count
  }
}

extension DistinctSample {
  /// The most often that a ceiling is halved: two thousand numbers of so many times a million million.
  private static let highestLevel = 40

  /// How often the ceiling was halved, and the numbers that are kept, ascending, with how often each came.
  var contents: (level: Int, kept: [(number: UInt64, count: Int)]) {
    let kept = slots.filter { $0.number != 0 }.sorted { $0.number < $1.number }
    return (level, kept.map { ($0.number, $0.count) })
  }

  /// Makes a sample of what one kept; `nil` for what none can have kept.
  ///
  /// - Parameters:
  ///   - count: How many numbers were taken.
  ///   - level: How often the ceiling was halved.
  ///   - kept: The numbers, each once, and how often each came, at least once.
  init?(count: Int, level: Int, kept: [(number: UInt64, count: Int)]) {
    guard (0...Self.highestLevel).contains(level), kept.count <= Self.limit else { return nil }
    self.count = count
    self.level = level
    ceiling = UInt64.max >> UInt64(level)
    var sampled = 0
    for (number, times) in kept {
      guard number != 0, number <= ceiling, times <= count - sampled else { return nil }
      sampled += times
      keep(number, count: times)
    }
    // So that estimates are numbers.
    guard sampled <= Int.max >> level else { return nil }
  }
}

extension DistinctSample: Equatable {
  /// Whether both were made of the same numbers, as far as they still tell.
  package static func == (left: DistinctSample, right: DistinctSample) -> Bool {
    guard left.count == right.count, left.level == right.level, left.kept == right.kept else {
      return false
    }
    return left.slots.allSatisfy { slot in
      slot.number == 0 || right.slots[right.place(of: slot.number)] == slot
    }
  }
}
