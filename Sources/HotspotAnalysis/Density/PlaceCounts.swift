import Statistics
package import Tables

/// The incidents at each place of the squares between middles of cells, see ``PlaceGrain``: counts that can
/// be added to others of the same grid, in any order.
package struct PlaceCounts: Sendable {
  /// Sums of weights of like magnitude, see ``Statistics/ExactSum``.
  package struct Amounts: Sendable, Equatable {
    /// The power of 2^32.
    package let power: Int
    /// The sum of each place.
    package internal(set) var units: [Int128]
  }

  /// The places: the cell in the south-west of the square, and in twelve bits each how far up and across it
  /// they are.
  package private(set) var keys: [UInt64] = []
  /// The incidents of each place.
  package private(set) var counts: [Int] = []
  /// The sums of their weights, the smallest power first; none without weights.
  package private(set) var amounts: [Amounts] = []
  /// How often the finest grain was halved.
  package private(set) var halvings = 0

  private let limit: Int
  /// One more than the position of the place that is kept there, 0 where none is: half full at most.
  private var slots = [Int32](repeating: 0, count: 1 << 10)

  /// Creates counts of nothing.
  ///
  /// - Parameter limit: The most places; see ``PlaceGrain``.
  package init(limit: Int = PlaceGrain.limit) { self.limit = limit }

  /// Creates counts of places that are known, each once.
  init(keys: [UInt64], counts: [Int], amounts: [Amounts], halvings: Int) {
    self.init()
    (self.keys, self.counts, self.amounts) = (keys, counts, amounts)
    self.halvings = halvings
    fillSlots()
  }

  /// Counts an incident; one beyond the middles of the outermost cells is in no square.
  package mutating func add(x: Double, y: Double, weight: Double?, on grid: SurfaceGrid) {
    guard let place = InterpolationPlace(x: x, y: y, on: grid) else { return }
    let position = position(of: key(of: place, on: grid))
    counts[position] += 1
    if let weight, weight != 0 {
      let part = ExactSum.Part(weight)
      add(part.units, ofPower: part.power, at: position)
    }
    halveWhileTooMany()
  }

  /// Adds other counts of the same grid.
  package mutating func merge(_ other: PlaceCounts) {
    while halvings < other.halvings { halve() }
    for place in other.keys.indices {
      var key = other.keys[place]
      for _ in other.halvings..<halvings { key = Self.halved(key) }
      add(place, of: other, as: key)
      halveWhileTooMany()
    }
  }

  /// Returns the same counts with the places in order, those of the first cell first, from the south-west.
  package func sorted() -> PlaceCounts {
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    return PlaceCounts(
      keys: order.map { keys[$0] }, counts: order.map { counts[$0] },
      amounts: amounts.map { amounts in
        Amounts(power: amounts.power, units: order.map { amounts.units[$0] })
      }, halvings: halvings)
  }

  /// Returns the middle of a place.
  func middle(of place: Int, on grid: SurfaceGrid) -> InterpolationPlace {
    let (row, column) = Int(keys[place] >> 24).quotientAndRemainder(dividingBy: grid.columns)
    let count = Double(1 << (PlaceGrain.finest - halvings))
    return InterpolationPlace(
      column: column, row: row, across: (Double(keys[place] & 0xFFF) + 0.5) / count,
      up: (Double(keys[place] >> 12 & 0xFFF) + 0.5) / count)
  }

  // MARK: -

  private func key(of place: InterpolationPlace, on grid: SurfaceGrid) -> UInt64 {
    let most = 1 << (PlaceGrain.finest - halvings)
    let across = min(Int(place.across * Double(most)), most - 1)
    let up = min(Int(place.up * Double(most)), most - 1)
    return UInt64((place.row * grid.columns + place.column) << 24 | up << 12 | across)
  }

  private static func halved(_ key: UInt64) -> UInt64 {
    (key >> 24) << 24 | (key >> 13 & 0x7FF) << 12 | (key >> 1 & 0x7FF)
  }

  /// Returns where a place is kept, which is added without incidents if it is new.
  private mutating func position(of key: UInt64) -> Int {
    let slot = slot(of: key)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    keys.append(key)
    counts.append(0)
    for index in amounts.indices { amounts[index].units.append(0) }
    slots[slot] = Int32(truncatingIfNeeded: keys.count)
    if 2 * keys.count > slots.count { fillSlots() }
    return keys.count - 1
  }

  private mutating func add(_ place: Int, of other: PlaceCounts, as key: UInt64) {
    let position = position(of: key)
    counts[position] += other.counts[place]
    for amounts in other.amounts where amounts.units[place] != 0 {
      add(amounts.units[place], ofPower: amounts.power, at: position)
    }
  }

  private mutating func add(_ units: Int128, ofPower power: Int, at position: Int) {
    let place = amounts.firstIndex { $0.power >= power } ?? amounts.count
    if place == amounts.count || amounts[place].power != power {
      amounts.insert(
        Amounts(power: power, units: [Int128](repeating: 0, count: keys.count)), at: place)
    }
    amounts[place].units[position] += units
  }

  private mutating func halveWhileTooMany() {
    while keys.count > limit, halvings < PlaceGrain.finest { halve() }
  }

  private mutating func halve() {
    var coarse = PlaceCounts(limit: limit)
    coarse.halvings = halvings + 1
    for place in keys.indices { coarse.add(place, of: self, as: Self.halved(keys[place])) }
    self = coarse
  }

  private mutating func fillSlots() {
    var count = 1 << 10
    while count < 4 * keys.count { count *= 2 }
    slots = [Int32](repeating: 0, count: count)
    for (position, key) in keys.enumerated() {
      slots[slot(of: key)] = Int32(truncatingIfNeeded: position + 1)
    }
  }

  /// Returns the slot of a key, or the free one where it belongs.
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    // All bits are mixed into the low ones, as the last steps of SplitMix64 do.
    var z = key &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    var slot = Int(truncatingIfNeeded: z ^ (z >> 31)) & mask
    while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
    return slot
  }
}

extension PlaceCounts: Equatable {
  /// Returns whether counts are the same, in the same order.
  package static func == (a: PlaceCounts, b: PlaceCounts) -> Bool {
    (a.keys, a.counts, a.amounts, a.halvings) == (b.keys, b.counts, b.amounts, b.halvings)
  }
}
