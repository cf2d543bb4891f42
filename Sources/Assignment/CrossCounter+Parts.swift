import Incidents
package import Parts

extension CrossCounter.Counts: PartCodable {
  /// Appends the combinations as distances from the one before, which are small where they ascend.
  package func encode(into part: inout PartEncoder) {
    part.encode(isOverfull)
    part.append(number: UInt64(combinations.count))
    var last: UInt64 = 0
    for combination in combinations {
      part.append(number: combination &- last)
      last = combination
    }
    part.encode(incidents)
    part.encode(expected)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init()
    isOverfull = try part.decode()
    var last: UInt64 = 0
    for _ in 0..<(try part.elementCount()) {
      last &+= try part.number()
      combinations.append(last)
    }
    (incidents, expected) = (try part.counts(), try part.decode())
    guard incidents.count == combinations.count,
      expected.isEmpty || expected.count == combinations.count,
      combinations.count <= CrossCounter.limit
    else { throw .inconsistent("the combinations and their incidents differ in number") }
  }
}

extension CrossCounter.Counts {
  /// Adds up the counts of workers or parts.
  ///
  /// - Parameters:
  ///   - shares: The counts, with the number in the sum of each value of each of their keys; empty for keys
  ///     whose values are the same in all.
  ///   - keys: How many keys a combination has.
  ///   - usesHours: Whether there are counts by hours.
  /// - Returns: The sum, its combinations ascending: the same for any order, and for sums. With more
  ///   combinations than are counted it has none, and says so.
  package static func joined(
    _ shares: [(counts: Self, numbers: [[Int]])], keys: Int, usesHours: Bool
  ) -> Self {
    var overfull = Self()
    overfull.isOverfull = true
    if shares.contains(where: \.counts.isOverfull) { return overfull }
    var places: [UInt64: Int] = [:]
    var (combinations, incidents, expected): ([UInt64], [Int], [ExpectedCount]) = ([], [], [])
    for (counts, numbers) in shares {
      for (number, combination) in counts.combinations.enumerated() {
        var packed: UInt64 = 0
        for key in 0..<keys {
          let value = CrossCounter.value(ofKey: key, of: keys, in: combination)
          let isKept = numbers[key].isEmpty || value == CrossCounter.none
          packed = CrossCounter.packed(isKept ? value : numbers[key][value], behind: packed)
        }
        let place = places[packed] ?? combinations.count
        if place == combinations.count {
          if place == CrossCounter.limit { return overfull }
          places[packed] = place
          combinations.append(packed)
          incidents.append(0)
          expected.append(ExpectedCount())
        }
        incidents[place] += counts.incidents[number]
        if usesHours { expected[place].merge(counts.expected[number]) }
      }
    }
    var joined = Self()
    for place in combinations.indices.sorted(by: { combinations[$0] < combinations[$1] }) {
      joined.combinations.append(combinations[place])
      joined.incidents.append(incidents[place])
      if usesHours { joined.expected.append(expected[place]) }
    }
    return joined
  }

  /// Checks that these can be counts.
  ///
  /// - Parameters:
  ///   - bounds: How many values each key has: its values are below, or ``CrossCounter/none``.
  ///   - usesHours: Whether there are counts by hours.
  ///   - assigned: The incidents in all combinations.
  /// - Throws: ``Parts/PartError``.
  package func check(bounds: [Int], usesHours: Bool, assigned: Int) throws(PartError) {
    if isOverfull { return }
    for combination in combinations {
      guard combination >> UInt64(CrossCounter.bits * bounds.count) == 0 else {
        throw .inconsistent("a combination has more values than there are")
      }
      for (key, bound) in bounds.enumerated() {
        let value = CrossCounter.value(ofKey: key, of: bounds.count, in: combination)
        guard value < bound || value == CrossCounter.none else {
          throw .inconsistent("a combination has a value that there is not")
        }
      }
    }
    var sums = [try PartError.sum(of: incidents)]
    guard expected.count == (usesHours ? combinations.count : 0) else {
      throw .inconsistent("the combinations and those with hours differ in number")
    }
    if usesHours { sums.append(try PartError.sum(of: expected.lazy.map(\.incidents))) }
    guard sums.allSatisfy({ $0 == assigned }) else {
      throw .inconsistent("\(sums[0]) incidents were counted and \(assigned) assigned")
    }
  }
}
