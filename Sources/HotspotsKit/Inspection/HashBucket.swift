/// The different hashes among those that begin with the same bits, and how often each occurs.
struct HashBucket: Sendable {
  /// The different hashes.
  private var hashes = PackedHashes()
  /// How often each occurs; none where each occurs once.
  private(set) var counts: [UInt32] = []
  /// Hashes in no order that are not among the numbers yet.
  private var pending: [UInt64] = []

  /// The least number of hashes that are put in order together.
  private static var foldingSize: Int { 64 }

  /// How many different hashes there are.
  var distinct: Int { hashes.count }

  /// Takes a hash.
  mutating func add(_ number: UInt64) {
    pending.append(number)
    if pending.count >= max(Self.foldingSize, hashes.count / 12) { fold() }
  }

  /// Takes the hashes of another.
  mutating func merge(_ other: HashBucket) {
    fold()
    var other = other
    other.fold()
    join(other.hashes.all, other.counts)
  }

  /// Puts the pending hashes among the numbers.
  mutating func fold() {
    guard !pending.isEmpty else { return }
    pending.sort()
    var (different, counts): ([UInt64], [UInt32]) = ([], [])
    different.reserveCapacity(pending.count)
    for number in pending {
      if different.last == number {
        if counts.isEmpty { counts = [UInt32](repeating: 1, count: different.count) }
        counts[different.count - 1] = Self.sum(counts[different.count - 1], 1)
      } else {
        different.append(number)
        if !counts.isEmpty { counts.append(1) }
      }
    }
    pending = []
    join(different, counts)
  }

  /// Joins different hashes in rising order with the numbers.
  private mutating func join(_ others: [UInt64], _ otherCounts: [UInt32]) {
    let numbers = hashes.all
    if numbers.isEmpty {
      (hashes, counts) = (PackedHashes(others), otherCounts)
      return
    }
    var shared = 0
    Self.walk(numbers, others) { own, other in if own != nil && other != nil { shared += 1 } }
    let hasCounts = shared > 0 || !counts.isEmpty || !otherCounts.isEmpty
    var (joined, joinedCounts): ([UInt64], [UInt32]) = ([], [])
    joined.reserveCapacity(numbers.count + others.count - shared)
    if hasCounts { joinedCounts.reserveCapacity(numbers.count + others.count - shared) }
    Self.walk(numbers, others) { own, other in
      joined.append(own.map { numbers[$0] } ?? other.map { others[$0] } ?? 0)
      guard hasCounts else { return }
      let first: UInt32 = own.map { counts.isEmpty ? 1 : counts[$0] } ?? 0
      let second: UInt32 = other.map { otherCounts.isEmpty ? 1 : otherCounts[$0] } ?? 0
      joinedCounts.append(Self.sum(first, second))
    }
    (hashes, counts) = (PackedHashes(joined), joinedCounts)
  }

  /// Goes through two rising lists together, and tells where each different number stands in them.
  private static func walk(
    _ first: [UInt64], _ second: [UInt64], _ body: (_ first: Int?, _ second: Int?) -> Void
  ) {
    var (i, j) = (0, 0)
    while i < first.count || j < second.count {
      if j == second.count || (i < first.count && first[i] < second[j]) {
        body(i, nil)
        i += 1
      } else if i == first.count || second[j] < first[i] {
        body(nil, j)
        j += 1
      } else {
        body(i, j)
        i += 1
        j += 1
      }
    }
  }

  /// Adds counts; four thousand million are not told from more.
  private static func sum(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let (sum, isOverflow) = first.addingReportingOverflow(second)
    return isOverflow ? .max : sum
  }
}
