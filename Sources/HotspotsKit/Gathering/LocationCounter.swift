public import Assignment
public import Boundaries
public import Incidents

/// Counts the incidents of the study area by where exactly they lie, and by category.
///
/// A location is a position to the centimetre. Kept are a number of 64 bits, a category and a count for
/// each location and category seen, about 30 bytes with the table that finds them; with hours 64 more.
public struct LocationCounter: PlacementSink {
  /// The result of a worker.
  public struct Counts: Sendable {
    /// The locations and categories seen.
    var table = LocationTable()
    /// How the incidents of each lie to the hours asked for; empty without hours.
    var expected: [ExpectedCount] = []
    /// Whether there were more than ``LocationTable/limit``.
    var isFull = false

    /// Adds other counts; whole numbers, so that the order does not matter.
    ///
    /// - Parameters:
    ///   - other: The other counts.
    ///   - categories: The number here of each of their categories; `nil` for those that do not count.
    mutating func merge(_ other: Counts, categories: [UInt16?]) {
      isFull = isFull || other.isFull
      for index in other.table.keys.indices {
        guard let category = categories[Int(other.table.categories[index])],
          let place = table.add(
            other.table.keys[index], category: category, count: other.table.counts[index])
        else {
          isFull = isFull || categories[Int(other.table.categories[index])] != nil
          continue
        }
        guard !other.expected.isEmpty else { continue }
        if place == expected.count { expected.append(ExpectedCount()) }
        expected[place].merge(other.expected[index])
      }
    }
  }

  private let usesCategories: Bool
  private let usesHours: Bool
  private var counts = Counts()

  /// Creates the counter of one worker.
  ///
  /// - Parameters:
  ///   - usesCategories: Whether batches carry categories.
  ///   - usesHours: Whether batches carry shares of hours.
  init(usesCategories: Bool, usesHours: Bool) {
    (self.usesCategories, self.usesHours) = (usesCategories, usesHours)
  }

  /// Counts the incidents of a batch that lie in an area of the first layer.
  public mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    let areas = assignments[0].areas
    for incident in 0..<table.count
    where areas[incident] >= 0 && table.multiplicity(of: incident) > 0 {
      guard
        let place = counts.table.add(
          LocationTable.key(x: table.x[incident], y: table.y[incident]),
          category: usesCategories ? table.category[incident] : 0,
          count: table.multiplicity(of: incident))
      else {
        counts.isFull = true
        return
      }
      guard usesHours else { continue }
      if place == counts.expected.count { counts.expected.append(ExpectedCount()) }
      counts.expected[place].add(table.share[incident])
    }
  }

  /// Returns the counts.
  public func finish() -> Counts { counts }
}

/// Locations and categories with a count for each, found by open addressing.
struct LocationTable: Sendable {
  /// The most locations and categories that are kept: about 120 MB of them, or 400 MB with hours.
  static let limit = 4_000_000

  /// The locations, in the order in which they were seen.
  private(set) var keys: [UInt64] = []
  /// The category of each.
  private(set) var categories: [UInt16] = []
  /// The incidents of each.
  private(set) var counts: [Int] = []
  /// One more than the place of what is kept there, 0 where nothing is: half full at most.
  private var slots = [Int32](repeating: 0, count: 1 << 12)

  /// Returns the number of a position in metres, to the centimetre: the halves are its coordinates.
  ///
  /// No two places on earth share one in a coordinate system whose unit is the metre.
  @inline(__always)
  static func key(x: Double, y: Double) -> UInt64 {
    let east = UInt64(UInt32(truncatingIfNeeded: Int64((x * 100).rounded())))
    let north = UInt64(UInt32(truncatingIfNeeded: Int64((y * 100).rounded())))
    return east << 32 | north
  }

  /// Adds to the count of a location and category.
  ///
  /// - Returns: Its place; `nil` if it is new and there is no room for it.
  mutating func add(_ key: UInt64, category: UInt16, count: Int) -> Int? {
    let mask = slots.count - 1
    var slot = Self.hash(key, category) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if keys[place] == key && categories[place] == category {
        counts[place] += count
        return place
      }
      slot = (slot + 1) & mask
    }
    guard keys.count < Self.limit else { return nil }
    keys.append(key)
    categories.append(category)
    counts.append(count)
    slots[slot] = Int32(keys.count)
    if 2 * keys.count > slots.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: 2 * slots.count)
    let mask = slots.count - 1
    for place in keys.indices {
      var slot = Self.hash(keys[place], categories[place]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(place + 1)
    }
  }

  /// Mixes all bits into the low ones, as the last steps of SplitMix64 do.
  @inline(__always)
  private static func hash(_ key: UInt64, _ category: UInt16) -> Int {
    var z = key &+ UInt64(category) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (z ^ (z >> 31)) >> 1)
  }
}
