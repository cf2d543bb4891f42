/// Counts how many different fields there were, and how often the most frequent one, from their
/// hashes.
///
/// Hashes are spread over buckets by their leading bits, and each bucket keeps the different ones in
/// order, so that adding to it moves little. Memory follows the number of different fields and not
/// that of rows: 9 bytes for each, and 4 more in buckets where any repeats. Nothing is copied as a
/// whole: two counts are joined bucket by bucket.
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
  mutating func merge(_ other: HashCount) {
    var other = other
    take(&other)
  }

  /// Takes the fields of another count, which is left empty and gives its memory back on the way.
  ///
  /// - Complexity: O(*n*) for *n* different fields of the larger one; O(*m*), spread over many calls,
  ///   for *m* fields of a small one.
  mutating func take(_ other: inout HashCount) {
    defer { other = HashCount() }
    if fields == 0 {
      swap(&self, &other)
      return
    }
    fields += other.fields
    for number in other.waiting { wait(number) }
    guard !other.buckets.isEmpty else { return }
    spread()
    for index in buckets.indices {
      var bucket = HashBucket()
      swap(&bucket, &other.buckets[index])
      buckets[index].merge(bucket)
    }
  }

  /// What was counted.
  var summary: Summary {
    var whole = self
    whole.spread()
    return whole.buckets.indices.reduce(into: Summary(fields: fields)) { summary, index in
      var bucket = whole.buckets[index]
      bucket.fold()
      summary.distinct += bucket.numbers.count
      summary.most = max(
        summary.most, bucket.counts.max().map(Int.init) ?? min(1, bucket.numbers.count))
    }
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
