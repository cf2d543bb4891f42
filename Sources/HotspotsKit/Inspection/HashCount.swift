/// Counts how many different fields there were, and how often the most frequent one, from their
/// hashes.
///
/// Hashes are gathered, and folded into one entry for each different one when there are many. So
/// memory follows the number of different fields, 16 bytes for each, and not the number of rows.
struct HashCount: Sendable {
  private struct Entry: Sendable {
    var number: UInt64
    var count: Int
  }

  /// Different hashes in rising order.
  private var folded: [Entry] = []
  private var pending: [UInt64] = []

  /// Fewer hashes than this are not worth folding.
  private static let foldingSize = 1 << 16

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
    pending.append(number)
    if pending.count >= max(Self.foldingSize, folded.count) { fold() }
  }

  /// Takes the fields of another count.
  mutating func merge(_ other: HashCount) {
    fold()
    var other = other
    other.fold()
    folded = Self.merged(folded, other.folded)
  }

  /// What was counted.
  var summary: Summary {
    var whole = self
    whole.fold()
    return whole.folded.reduce(into: Summary()) { summary, entry in
      summary.fields += entry.count
      summary.distinct += 1
      summary.most = max(summary.most, entry.count)
    }
  }

  private mutating func fold() {
    pending.sort()
    var entries: [Entry] = []
    for number in pending {
      if entries.last?.number == number {
        entries[entries.count - 1].count += 1
      } else {
        entries.append(Entry(number: number, count: 1))
      }
    }
    pending.removeAll(keepingCapacity: true)
    folded = Self.merged(folded, entries)
  }

  private static func merged(_ first: [Entry], _ second: [Entry]) -> [Entry] {
    if first.isEmpty { return second }
    if second.isEmpty { return first }
    var result: [Entry] = []
    result.reserveCapacity(first.count + second.count)
    var (i, j) = (0, 0)
    while i < first.count || j < second.count {
      if j == second.count || (i < first.count && first[i].number < second[j].number) {
        result.append(first[i])
        i += 1
      } else if i == first.count || second[j].number < first[i].number {
        result.append(second[j])
        j += 1
      } else {
        result.append(Entry(number: first[i].number, count: first[i].count + second[j].count))
        i += 1
        j += 1
      }
    }
    return result
  }
}
