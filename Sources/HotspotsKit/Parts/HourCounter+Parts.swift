import HotspotAnalysis
import Incidents
package import Parts

extension HourCounter.Counts: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(slots)
    part.encode(tables)
    part.encode(nights)
    part.encode([untimed, wholeDays])
    part.encode(notes)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init()
    slots = try part.decode()
    tables = try part.decode()
    nights = try part.decode()
    let counts = try part.counts()
    guard counts.count == 2, slots.filter({ $0 >= 0 }).sorted() == tables.indices.map(Int32.init),
      slots.allSatisfy({ $0 >= -1 })
    else { throw .inconsistent("the tables of hours are not those of their groups") }
    (untimed, wholeDays) = (counts[0], counts[1])
    notes = try part.decode()
  }
}

extension HourCounter.Counts {
  /// Adds up the counts of workers or parts.
  ///
  /// - Parameters:
  ///   - shares: The counts, with the number in the sum of each of their categories.
  ///   - byCategory: Whether the tables are of categories.
  ///   - rules: The rules of the zone.
  /// - Returns: The sum, its tables in the order of the groups: the same for any order, and for sums.
  static func joined(
    _ shares: [(counts: Self, categories: [Int])], byCategory: Bool, rules: TimeZoneRules
  ) -> Self {
    var joined = Self()
    var groups: [Int: AoristicAccumulator] = [:]
    for (counts, numbers) in shares {
      for (number, slot) in counts.slots.enumerated() where slot >= 0 {
        groups[byCategory ? numbers[number] : number, default: AoristicAccumulator(rules: rules)]
          .merge(counts.tables[Int(slot)])
      }
      for (number, count) in counts.nights.enumerated() where count.incidents > 0 {
        // Without categories all are in one.
        let category = numbers.isEmpty ? number : numbers[number]
        while joined.nights.count <= category { joined.nights.append(ExpectedCount()) }
        joined.nights[category].merge(count)
      }
      joined.untimed += counts.untimed
      joined.wholeDays += counts.wholeDays
      joined.notes.merge(counts.notes)
    }
    for (group, table) in groups.sorted(by: { $0.key < $1.key }) where table.incidents > 0 {
      joined.slots += [Int32](repeating: -1, count: group - joined.slots.count)
      joined.slots.append(Int32(joined.tables.count))
      joined.tables.append(table.settled)
    }
    return joined
  }

  /// Checks that these can be counts.
  ///
  /// - Parameters:
  ///   - groups: How many groups there are at most.
  ///   - categories: How many categories there are; one where there are none.
  ///   - setAside: The numbers of categories without incidents.
  ///   - byCategory: Whether the tables are of categories.
  ///   - assigned: The incidents with and without a time of day.
  /// - Throws: ``Parts/PartError``.
  func check(
    groups: Int, categories: Int, setAside: [Int], byCategory: Bool, assigned: Int
  ) throws(PartError) {
    let timed = try PartError.sum(of: tables.lazy.map(\.incidents))
    guard slots.count <= groups, nights.count <= categories,
      try PartError.sum(of: nights.lazy.map(\.incidents)) == timed, wholeDays <= timed
    else { throw .inconsistent("the hours are not those of so many groups") }
    let areEmpty = setAside.allSatisfy { category in
      (category >= nights.count || nights[category].incidents == 0)
        && (!byCategory || category >= slots.count || slots[category] < 0)
    }
    guard areEmpty else { throw .inconsistent("a category that is set aside has incidents") }
    guard untimed <= assigned, timed == assigned - untimed else {
      throw .inconsistent(
        "\(timed) incidents have an hour and \(untimed) none, of \(assigned) that were assigned")
    }
  }
}
