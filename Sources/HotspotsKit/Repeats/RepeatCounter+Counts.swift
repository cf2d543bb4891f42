import HotspotAnalysis
import Incidents

extension RepeatCounter {
  /// What one worker counted, or all of them together.
  public struct Counts: Sendable {
    /// The positions seen, and the area of each.
    var locations = KeyNumbers()
    var areas: [Int32] = []
    /// The values of each side; none of a side of locations.
    var sides: [NumberedTexts]
    /// The pairs of the numbers of both sides, if there are two.
    var pairs = KeyNumbers()
    /// Whether each location is a unit.
    var unitsAreLocations = false
    /// The incidents of each unit, and the days of the first and the last with a date.
    var incidents: [Int] = []
    var firsts: [Int32] = []
    var lasts: [Int32] = []
    /// Where units that are no locations were.
    var places = ValueTally()
    /// What the places of units are called.
    var names = NumberedTexts()
    var nameTally = ValueTally()
    /// The unit and the day of each incident with a date, if windows are asked for.
    var days: [UInt64] = []
    /// The incidents of which a side says nothing.
    var notRecorded = 0
    /// The incidents without a date.
    var undated = 0
    /// Whether a date tells no more than its month.
    var hasMonths = false
    /// Whether there is more than is kept.
    var isFull = false

    init(sides: Int) { self.sides = Array(repeating: NumberedTexts(), count: sides) }

    /// The most of anything that is kept.
    var size: Int { max(locations.count, pairs.count, names.count, sides.map(\.count).max() ?? 0) }

    /// Returns the number of a position.
    @inline(__always)
    mutating func place(x: Double, y: Double, scale: Double, area: Int32) -> Int {
      let place = locations.number(of: PackedPosition(x: x * scale, y: y * scale).key)
      if place == areas.count {
        areas.append(area)
      } else if area < areas[place] {
        // A border between two positions that are one to the centimetre.
        areas[place] = area
      }
      return place
    }

    /// Adds incidents of one unit and day.
    @inline(__always)
    mutating func add(_ count: Int, to unit: Int, on day: Int32, _ trigger: Int) {
      grow(to: unit)
      incidents[unit] += count
      guard day != Int32.min else {
        undated += count
        return
      }
      firsts[unit] = min(firsts[unit], day)
      lasts[unit] = max(lasts[unit], day)
      // As many of one day as meet the rule are as good as more.
      for _ in 0..<min(count, trigger) { days.append(UnitDay.packed(unit: unit, day: day)) }
    }

    private mutating func grow(to unit: Int) {
      while incidents.count <= unit {
        incidents.append(0)
        firsts.append(Int32.max)
        lasts.append(Int32.min)
      }
    }

    /// Adds what another worker counted; whole numbers, so that the order does not matter but for the
    /// numbers of units, places and names.
    mutating func merge(_ other: Counts, limit: Int) {
      isFull = isFull || other.isFull
      if isFull { return }
      hasMonths = hasMonths || other.hasMonths
      unitsAreLocations = unitsAreLocations || other.unitsAreLocations
      notRecorded += other.notRecorded
      undated += other.undated
      let places = other.locations.keys.indices.map { place -> UInt32 in
        let number = locations.number(of: other.locations.keys[place])
        if number == areas.count {
          areas.append(other.areas[place])
        } else {
          areas[number] = min(areas[number], other.areas[place])
        }
        return UInt32(number)
      }
      let values = sides.indices.map { sides[$0].merge(other.sides[$0]) }
      let units: [UInt32]
      if sides.count > 1 {
        let (left, right) = (
          values[0].isEmpty ? places : values[0], values[1].isEmpty ? places : values[1]
        )
        units = other.pairs.keys.map { key in
          let pair =
            UInt64(left[Int(key >> 32)]) << 32
            | UInt64(right[Int(UInt32(truncatingIfNeeded: key))])
          return UInt32(pairs.number(of: pair))
        }
      } else {
        units = other.unitsAreLocations ? places : values[0]
      }
      for unit in other.incidents.indices {
        let here = Int(units[unit])
        grow(to: here)
        incidents[here] += other.incidents[unit]
        firsts[here] = min(firsts[here], other.firsts[unit])
        lasts[here] = max(lasts[here], other.lasts[unit])
      }
      self.places.merge(other.places, units: units, values: places)
      nameTally.merge(other.nameTally, units: units, values: names.merge(other.names))
      days.reserveCapacity(days.count + other.days.count)
      for day in other.days {
        days.append(
          UnitDay.packed(unit: Int(units[UnitDay.unit(of: day)]), day: UnitDay.day(of: day)))
      }
      isFull = size > limit
    }
  }
}
