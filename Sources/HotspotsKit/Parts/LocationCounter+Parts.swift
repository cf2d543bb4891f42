import Incidents
package import Parts

extension LocationCounter.Counts: PartCodable {
  /// Appends the locations as distances from the one before, which are small where they ascend.
  package func encode(into part: inout PartEncoder) {
    part.encode(isFull)
    part.append(number: UInt64(table.keys.count))
    var last: UInt64 = 0
    for key in table.keys {
      part.append(number: key &- last)
      last = key
    }
    part.encode(table.categories)
    part.encode(table.counts)
    part.encode(expected)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init()
    isFull = try part.decode()
    var keys: [UInt64] = []
    for _ in 0..<(try part.elementCount()) { keys.append((keys.last ?? 0) &+ (try part.number())) }
    let (categories, counts) = (try part.decode([UInt16].self), try part.counts())
    expected = try part.decode()
    guard categories.count == keys.count, counts.count == keys.count,
      expected.isEmpty || expected.count == keys.count
    else { throw .inconsistent("the locations and their incidents differ in number") }
    for place in keys.indices {
      guard table.add(keys[place], category: categories[place], count: counts[place]) == place
      else { throw .inconsistent("a location is there twice, or there are too many") }
    }
  }
}

extension LocationCounter.Counts {
  /// Adds up the counts of workers or parts.
  ///
  /// - Parameters:
  ///   - shares: The counts, with the number in the sum of each of their categories.
  ///   - usesHours: Whether there are counts by hours.
  /// - Returns: The sum, in the order of locations and categories: the same for any order, and for sums.
  ///   With more locations than are kept it has none, and says so.
  static func joined(_ shares: [(counts: Self, categories: [Int])], usesHours: Bool) -> Self {
    var (merged, full) = (Self(), Self())
    full.isFull = true
    for (counts, numbers) in shares {
      merged.merge(counts, categories: numbers.map { UInt16(exactly: $0) })
      if merged.isFull || numbers.contains(where: { $0 > UInt16.max }) { return full }
    }
    let table = merged.table
    var joined = Self()
    let order = table.keys.indices.sorted {
      (table.keys[$0], table.categories[$0]) < (table.keys[$1], table.categories[$1])
    }
    for place in order {
      _ = joined.table.add(
        table.keys[place], category: table.categories[place], count: table.counts[place])
      if usesHours { joined.expected.append(merged.expected[place]) }
    }
    return joined
  }

  /// Checks that these can be counts.
  ///
  /// - Parameters:
  ///   - categories: How many categories there are; one where they are not counted by.
  ///   - setAside: The numbers of categories without incidents.
  ///   - usesHours: Whether there are counts by hours.
  ///   - assigned: The incidents at all locations.
  /// - Throws: ``Parts/PartError``.
  func check(
    categories: Int, setAside: Set<Int>, usesHours: Bool, assigned: Int
  ) throws(PartError) {
    if isFull { return }
    guard expected.count == (usesHours ? table.keys.count : 0),
      table.categories.allSatisfy({ Int($0) < categories && !setAside.contains(Int($0)) })
    else { throw .inconsistent("the locations are not those of so many categories") }
    let sum = try PartError.sum(of: table.counts)
    let sumOfHours = try PartError.sum(of: expected.lazy.map(\.incidents))
    guard sum == assigned, !usesHours || sumOfHours == assigned else {
      throw .inconsistent("the locations have \(sum) incidents, of which \(assigned) were assigned")
    }
  }
}
