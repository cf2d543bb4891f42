/// How often each of some units has each of some values: at which places, under which names.
///
/// Most units have one value; it is kept beside the unit, and only further ones take more room.
struct ValueTally: Sendable {
  /// The first value that came of each unit, ``none`` for a unit without one, and how often it came.
  private var firsts: [UInt32] = []
  private var counts: [UInt32] = []
  /// How often other values came, by unit and value.
  private var others: [UInt64: UInt32] = [:]

  private static let none = UInt32.max

  /// One value of a unit.
  struct Value: Sendable {
    var unit: UInt32
    var value: UInt32
    var count: Int
  }

  /// Adds a unit's value so many times.
  mutating func add(_ value: UInt32, to unit: Int, count: Int) {
    while firsts.count <= unit {
      firsts.append(Self.none)
      counts.append(0)
    }
    // More than four thousand million incidents of one value would stay at that number.
    let count = UInt32(clamping: count)
    if firsts[unit] == value || firsts[unit] == Self.none {
      firsts[unit] = value
      counts[unit] = Self.sum(counts[unit], count)
    } else {
      let key = UInt64(unit) << 32 | UInt64(value)
      others[key] = Self.sum(others[key] ?? 0, count)
    }
  }

  /// Adds what another worker counted.
  ///
  /// - Parameters:
  ///   - other: Its counts.
  ///   - units: What the number of each of its units is here.
  ///   - values: The same of its values.
  mutating func merge(_ other: ValueTally, units: [UInt32], values: [UInt32]) {
    other.forEach { value in
      add(
        values[Int(value.value)], to: Int(units[Int(value.unit)]), count: value.count)
    }
  }

  /// Calls for every unit and value that came, in no order.
  func forEach(_ body: (Value) -> Void) {
    for unit in firsts.indices where firsts[unit] != Self.none {
      body(Value(unit: UInt32(unit), value: firsts[unit], count: Int(counts[unit])))
    }
    for (key, count) in others {
      body(
        Value(
          unit: UInt32(key >> 32), value: UInt32(truncatingIfNeeded: key), count: Int(count)))
    }
  }

  private static func sum(_ left: UInt32, _ right: UInt32) -> UInt32 {
    let (sum, isOver) = left.addingReportingOverflow(right)
    return isOver ? .max : sum
  }
}
