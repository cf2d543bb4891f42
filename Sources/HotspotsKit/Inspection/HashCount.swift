/// Counts how many different fields there were, and how often the most frequent one, from their
/// hashes.
///
/// Hashes are spread over buckets by their leading bits, and each bucket keeps the different ones in
/// order, so that adding to it moves little. Memory follows the number of different fields and not
/// that of rows: 7 bytes for each, and 4 more in buckets where any repeats. What several
/// workers counted need not be joined to be summed up.
struct HashCount: Sendable {
  /// How many fields there were.
  private var fields = 0
  /// None as long as few hashes wait.
  private var buckets: [HashBucket] = []
  /// Hashes that wait to be spread over the buckets together.
  private var waiting: [UInt64] = []

  /// How many leading bits tell the buckets apart: a million hashes are a thousand in each.
  private static let bucketBits = 10
  /// How many hashes wait; fewer are sorted as they are.
  private static let waitingLimit = 1 << 14

  /// What the hashes add up to.
  struct Summary: Sendable, Equatable {
    /// The fields.
    var fields = 0
    /// The different fields.
    var distinct = 0
    /// How often the most frequent field occurs.
    var most = 0

    /// The fields that repeat an earlier one.
    var repeated: Int { fields - distinct }
  }

  /// Takes the hash of a field.
  mutating func add(_ number: UInt64) {
    fields += 1
    wait(number)
  }

  /// Takes the fields of another count.
  ///
  /// - Complexity: O(*n*) for *n* different fields of the larger one; O(*m*), spread over many calls,
  ///   for *m* fields of a small one.
  mutating func merge(_ other: HashCount) {
    if fields == 0 {
      self = other
      return
    }
    fields += other.fields
    for number in other.waiting { wait(number) }
    guard !other.buckets.isEmpty else { return }
    spread()
    for index in buckets.indices { buckets[index].merge(other.buckets[index]) }
  }

  /// What was counted.
  var summary: Summary { Self.summary(of: [self]) }

  /// Returns what several counts are together, one bucket at a time, so that nothing is held twice.
  static func summary(of counts: [HashCount]) -> Summary {
    var counts = counts
    for index in counts.indices { counts[index].spread() }
    var summary = Summary(fields: counts.reduce(0) { $0 + $1.fields })
    for index in 0..<(1 << Self.bucketBits) {
      var bucket = HashBucket()
      for count in counts { bucket.merge(count.buckets[index]) }
      summary.distinct += bucket.distinct
      summary.most = max(
        summary.most, bucket.counts.max().map(Int.init) ?? min(1, bucket.distinct))
    }
    return summary
  }

  private mutating func wait(_ number: UInt64) {
    waiting.append(number)
    if waiting.count >= Self.waitingLimit { spread() }
  }

  private mutating func spread() {
    if buckets.isEmpty {
      buckets = [HashBucket](repeating: HashBucket(), count: 1 << Self.bucketBits)
    }
    for number in waiting { buckets[Int(number >> (64 - UInt64(Self.bucketBits)))].add(number) }
    waiting.removeAll(keepingCapacity: true)
  }
}
