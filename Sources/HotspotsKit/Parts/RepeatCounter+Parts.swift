import HotspotAnalysis
package import Parts

extension KeyNumbers: PartCodable {
  /// Appends the keys as distances from the one before, which are small where they ascend.
  func encode(into part: inout PartEncoder) {
    part.append(number: UInt64(keys.count))
    var last: UInt64 = 0
    for key in keys {
      part.append(number: key &- last)
      last = key
    }
  }

  init(from part: inout PartDecoder) throws(PartError) {
    self.init()
    var last: UInt64 = 0
    for number in 0..<(try part.elementCount()) {
      last &+= try part.number()
      guard self.number(of: last) == number else { throw part.unreadable("different keys") }
    }
  }

  /// Returns the keys ascending, and what the number of each is then.
  func sorted() -> (keys: KeyNumbers, numbers: [UInt32]) {
    var (sorted, numbers) = (KeyNumbers(), [UInt32](repeating: 0, count: count))
    for old in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
      numbers[old] = UInt32(sorted.number(of: keys[old]))
    }
    return (sorted, numbers)
  }
}

extension NumberedTexts: PartCodable {
  func encode(into part: inout PartEncoder) {
    part.append(number: UInt64(count))
    for (number, key) in keys.enumerated() {
      part.append(number: key)
      part.encode(text(of: number))
    }
  }

  init(from part: inout PartDecoder) throws(PartError) {
    self.init()
    for number in 0..<(try part.elementCount()) {
      let key = try part.number()
      let text = try part.decode(String.self)
      guard self.number(of: key, { text }) == number else {
        throw part.unreadable("different texts")
      }
    }
  }

  /// Returns the texts ascending by their hashes, and what the number of each is then.
  func sorted() -> (texts: NumberedTexts, numbers: [UInt32]) {
    var (sorted, numbers) = (NumberedTexts(), [UInt32](repeating: 0, count: count))
    for old in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
      numbers[old] = UInt32(sorted.number(of: keys[old]) { text(of: old) })
    }
    return (sorted, numbers)
  }
}

extension ValueTally {
  /// Appends all values, ordered by unit and value.
  func encode(into part: inout PartEncoder) {
    let values = sortedValues
    part.append(number: UInt64(values.count))
    for value in values {
      part.encode(value.unit)
      part.encode(value.value)
      part.encode(value.count)
    }
  }

  /// Reads the values of so many units.
  init(from part: inout PartDecoder, units: Int) throws(PartError) {
    self.init()
    var last: (unit: UInt32, value: UInt32)?
    for _ in 0..<(try part.elementCount()) {
      let (unit, value) = (try part.decode(UInt32.self), try part.decode(UInt32.self))
      let count = try part.count()
      guard count > 0, value < .max, Int(unit) < units,
        last.map({ ($0.unit, $0.value) < (unit, value) }) ?? true
      else { throw part.unreadable("values of units in their order") }
      add(value, to: Int(unit), count: count)
      last = (unit, value)
    }
  }

  /// All values, ordered by unit and value.
  var sortedValues: [Value] {
    var values: [Value] = []
    forEach { values.append($0) }
    return values.sorted { ($0.unit, $0.value) < ($1.unit, $1.value) }
  }

  /// Returns the same with other numbers of units and values.
  func renumbered(units: [UInt32], values: [UInt32]) -> ValueTally {
    var renumbered = ValueTally()
    renumbered.merge(self, units: units, values: values)
    return renumbered
  }
}

extension RepeatCounter.Counts: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(sides)
    part.encode([unitsAreLocations, hasMonths, isFull])
    part.encode(locations)
    part.encode(areas)
    part.encode(pairs)
    part.encode(incidents)
    part.encode(firsts)
    part.encode(lasts)
    places.encode(into: &part)
    part.encode(names)
    nameTally.encode(into: &part)
    part.append(number: UInt64(days.count))
    var last: UInt64 = 0
    for day in days {
      part.append(number: day &- last)
      last = day
    }
    part.encode([notRecorded, undated])
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init(sides: 0)
    sides = try part.decode()
    let facts = try part.decode([Bool].self)
    guard facts.count == 3 else { throw part.unreadable("what is known of units") }
    (unitsAreLocations, hasMonths, isFull) = (facts[0], facts[1], facts[2])
    (locations, areas, pairs) = (try part.decode(), try part.decode(), try part.decode())
    (incidents, firsts, lasts) = (try part.counts(), try part.decode(), try part.decode())
    places = try ValueTally(from: &part, units: incidents.count)
    names = try part.decode()
    nameTally = try ValueTally(from: &part, units: incidents.count)
    for _ in 0..<(try part.elementCount()) {
      days.append((days.last ?? 0) &+ (try part.number()))
      guard let day = days.last, Self.readableDays.contains(UnitDay.day(of: day)) else {
        throw part.unreadable("the day of an incident")
      }
    }
    let counts = try part.counts()
    guard counts.count == 2 else { throw part.unreadable("incidents without a unit or a date") }
    (notRecorded, undated) = (counts[0], counts[1])
  }

  /// From the first day of the year 0 to beyond any year of four digits: months can be added to these.
  private static let readableDays: ClosedRange<Int32> = -719_528...1 << 24
}
