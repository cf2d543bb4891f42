package import Parts

extension PlaceCounts: PartCodable {
  /// Appends the places in order, each as its distance from the one before.
  package func encode(into part: inout PartEncoder) {
    let sorted = sorted()
    part.encode(sorted.halvings)
    part.append(number: UInt64(sorted.keys.count))
    var last: UInt64 = 0
    for (key, count) in zip(sorted.keys, sorted.counts) {
      part.append(number: key - last)
      part.encode(count)
      last = key
    }
    part.encode(sorted.amounts.map(\.power))
    for amounts in sorted.amounts { part.encode(amounts.units) }
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let halvings = try part.decode(Int.self)
    guard (0...PlaceGrain.finest).contains(halvings) else { throw part.unreadable("a grain") }
    var keys: [UInt64] = []
    var counts: [Int] = []
    for _ in 0..<(try part.elementCount()) {
      let (step, count) = (try part.number(), try part.count())
      let (key, overflows) = (keys.last ?? 0).addingReportingOverflow(step)
      guard !overflows, key < 1 << 60, keys.isEmpty || step > 0, count > 0,
        max(key & 0xFFF, key >> 12 & 0xFFF) < 1 << UInt64(PlaceGrain.finest - halvings)
      else { throw part.unreadable("a place with incidents") }
      keys.append(key)
      counts.append(count)
    }
    guard keys.count <= PlaceGrain.limit || halvings == PlaceGrain.finest else {
      throw .inconsistent("there are more places than their grain allows")
    }
    var amounts: [Amounts] = []
    for power in try part.decode([Int].self) {
      let units = try part.decode([Int128].self)
      guard (-40...40).contains(power), amounts.last.map({ $0.power < power }) ?? true,
        units.count == keys.count, units.allSatisfy({ $0 >= 0 && $0 < 1 << 110 })
      else { throw part.unreadable("weights of places") }
      amounts.append(Amounts(power: power, units: units))
    }
    self.init(keys: keys, counts: counts, amounts: amounts, halvings: halvings)
  }
}
