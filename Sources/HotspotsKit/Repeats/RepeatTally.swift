import HotspotAnalysis
import Incidents

/// The units with what is known of each, in arrays by their numbers, which depend on the workers: what
/// is said of them is ordered by ``ranked``.
struct RepeatTally: Sendable {
  /// What was counted; of the days only what they tell.
  let counts: RepeatCounter.Counts
  /// The positions of locations in centimetres; empty if positions were not read.
  let x: [Int32]
  let y: [Int32]
  /// The system of these positions, as PROJ takes it; `nil` without positions.
  let crs: String?
  /// How positions were brought into metres, in a sentence; `nil` if they are in the areas' system or
  /// were in metres.
  let conversion: String?
  /// The unit to which each location was joined; empty if none were.
  let unitOfLocation: [Int32]
  /// The location in the middle of each unit; empty if none were joined.
  let centres: [Int32]
  /// The incidents of each unit, and the days of the first and the last with a date: the greatest and
  /// the least number there is for a unit without one.
  let incidents: [Int]
  let firsts: [Int32]
  let lasts: [Int32]
  /// The day on which each unit first met the rule; the greatest number there is for one that did not,
  /// empty without a rule.
  let met: [Int32]
  /// The units with two incidents or more: by incidents, of as many the one with the later last
  /// incident first, then by position or by the bytes of the texts.
  let ranked: [Int32]

  /// Joins and ranks units.
  init(
    _ method: RepeatUnits, _ plan: RepeatUnits.Plan, _ given: RepeatCounter.Counts,
    _ reading: StudyReading
  ) throws {
    var counts = given
    let positions = try MetricPositions(of: counts.locations.keys, plan, reading)
    (x, y, crs) = (positions.x, positions.y, positions.crs)
    conversion = positions.conversion
    let units = JoinedUnits(counts, positions, within: method.within)
    var met: [Int32] = []
    if let trigger = method.trigger {
      met = Self.met(
        trigger, &counts.days, incidents: units.incidents, unitOfLocation: units.unitOfLocation)
    }
    counts.days = []
    (unitOfLocation, centres) = (units.unitOfLocation, units.centres)
    (incidents, firsts, lasts) = (units.incidents, units.firsts, units.lasts)
    (self.met, self.counts) = (met, counts)
    ranked = Self.ranked(
      incidents: incidents, lasts: lasts,
      UnitOrder(counts: counts, positions: positions, centres: centres))
  }

  /// Returns the days on which units first met a rule.
  private static func met(
    _ trigger: RepeatTrigger, _ days: inout [UInt64], incidents: [Int], unitOfLocation: [Int32]
  ) -> [Int32] {
    if !unitOfLocation.isEmpty {
      for place in days.indices {
        days[place] = UnitDay.packed(
          unit: Int(unitOfLocation[UnitDay.unit(of: days[place])]),
          day: UnitDay.day(of: days[place]))
      }
    }
    // Most units have too few incidents.
    days.removeAll { incidents[UnitDay.unit(of: $0)] < trigger.count }
    days.sort()
    var met = [Int32](repeating: .max, count: incidents.count)
    var start = 0
    while start < days.count {
      let unit = UnitDay.unit(of: days[start])
      var end = start
      while end < days.count, UnitDay.unit(of: days[end]) == unit { end += 1 }
      if let day = trigger.firstMet(on: days[start..<end].lazy.map(UnitDay.day)) {
        met[unit] = day
      }
      start = end
    }
    return met
  }

  private static func ranked(
    incidents: [Int], lasts: [Int32], _ order: UnitOrder
  ) -> [Int32] {
    var ranked: [Int32] = []
    for unit in incidents.indices where incidents[unit] >= 2 { ranked.append(Int32(unit)) }
    ranked.sort { left, right in
      let (left, right) = (Int(left), Int(right))
      if incidents[left] != incidents[right] { return incidents[left] > incidents[right] }
      if lasts[left] != lasts[right] { return lasts[left] > lasts[right] }
      return order.isBefore(left, right)
    }
    return ranked
  }
}

/// Units as they were counted, or locations joined within a distance.
private struct JoinedUnits {
  var unitOfLocation: [Int32] = []
  var centres: [Int32] = []
  var incidents: [Int] = []
  var firsts: [Int32] = []
  var lasts: [Int32] = []

  init(
    _ counts: RepeatCounter.Counts, _ positions: MetricPositions, within metres: Double?
  ) {
    guard let metres else {
      (incidents, firsts, lasts) = (counts.incidents, counts.firsts, counts.lasts)
      return
    }
    let centreOf = LocationJoining.centres(
      x: positions.x, y: positions.y, incidents: counts.incidents, within: metres)
    var unitOfCentre = [Int32](repeating: -1, count: centreOf.count)
    for (location, centre) in centreOf.enumerated() where Int(centre) == location {
      unitOfCentre[location] = Int32(centres.count)
      centres.append(Int32(location))
    }
    unitOfLocation = centreOf.map { unitOfCentre[Int($0)] }
    incidents = [Int](repeating: 0, count: centres.count)
    firsts = [Int32](repeating: .max, count: centres.count)
    lasts = [Int32](repeating: .min, count: centres.count)
    for location in counts.incidents.indices {
      let unit = Int(unitOfLocation[location])
      incidents[unit] += counts.incidents[location]
      firsts[unit] = min(firsts[unit], counts.firsts[location])
      lasts[unit] = max(lasts[unit], counts.lasts[location])
    }
  }
}
