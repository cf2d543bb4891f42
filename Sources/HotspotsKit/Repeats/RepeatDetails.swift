import HotspotAnalysis
import Incidents

/// Where some units are and what that is called.
struct RepeatDetails {
  /// What is known of where a unit is.
  struct Place: Sendable {
    /// The location with most of the unit's incidents; of several the western, then the southern.
    var location: Int?
    /// The incidents there; that of a unit is summed before another begins.
    fileprivate var most = 0
    /// How many locations it has.
    var locations = 0
    /// The area of the first layer with most of its incidents, and how many these are.
    var area: Int?
    var areaIncidents = 0
    /// The commonest name of its places, and how many incidents have it.
    var name: String?
    var nameIncidents = 0
  }

  /// The places, in the order of the units.
  private(set) var places: [Place]
  private let tally: RepeatTally
  /// The position of each unit among those asked for; -1 for others.
  private let positions: [Int32]

  /// Finds the places of units.
  ///
  /// - Complexity: O(*n* + *m* log *m*) for *n* units and locations, *m* of them of the units.
  init(of units: some Collection<Int32>, in tally: RepeatTally) {
    self.tally = tally
    places = Array(repeating: Place(), count: units.count)
    var positions = [Int32](repeating: -1, count: tally.incidents.count)
    for (place, unit) in units.enumerated() { positions[Int(unit)] = Int32(place) }
    self.positions = positions
    findLocations()
    findNames()
  }

  /// Some incidents of one of the units with a value.
  private struct Entry {
    var unit: Int32
    var value: Int
    var count: Int
  }

  private mutating func findLocations() {
    var entries: [Entry] = []
    func add(_ unit: Int, _ location: Int, _ count: Int) {
      let place = positions[unit]
      if place >= 0 { entries.append(Entry(unit: place, value: location, count: count)) }
    }
    if tally.counts.unitsAreLocations {
      for (location, count) in tally.counts.incidents.enumerated() {
        add(
          tally.unitOfLocation.isEmpty ? location : Int(tally.unitOfLocation[location]), location,
          count)
      }
    } else {
      tally.counts.places.forEach { add(Int($0.unit), Int($0.value), $0.count) }
    }
    for entry in entries {
      let unit = Int(entry.unit)
      places[unit].locations += 1
      if isBetter(entry, than: places[unit]) {
        (places[unit].location, places[unit].most) = (entry.value, entry.count)
      }
    }
    findAreas(entries)
  }

  private func isBetter(_ entry: Entry, than place: Place) -> Bool {
    guard let known = place.location, entry.count == place.most else {
      return entry.count > place.most
    }
    return (tally.x[entry.value], tally.y[entry.value]) < (tally.x[known], tally.y[known])
  }

  private mutating func findAreas(_ entries: [Entry]) {
    let areas = tally.counts.areas
    let held = entries.filter { areas[$0.value] >= 0 }.map {
      Entry(unit: $0.unit, value: Int(areas[$0.value]), count: $0.count)
    }
    for entry in Self.summed(held) {
      // Of areas with as many the first.
      let unit = Int(entry.unit)
      if entry.count > places[unit].areaIncidents {
        (places[unit].area, places[unit].areaIncidents) = (entry.value, entry.count)
      }
    }
  }

  private mutating func findNames() {
    var entries: [Entry] = []
    let units = tally.unitOfLocation
    let names = tally.counts.names
    tally.counts.nameTally.forEach { value in
      let unit = units.isEmpty ? Int(value.unit) : Int(units[Int(value.unit)])
      let place = positions[unit]
      guard place >= 0 else { return }
      entries.append(Entry(unit: place, value: Int(value.value), count: value.count))
    }
    for entry in Self.summed(entries) {
      let (unit, name) = (Int(entry.unit), names.text(of: entry.value))
      guard entry.count >= places[unit].nameIncidents, !LocationName.saysNothing(name) else {
        continue
      }
      // Of names with as many the first by its bytes.
      if entry.count == places[unit].nameIncidents, let known = places[unit].name,
        !name.utf8.lexicographicallyPrecedes(known.utf8)
      {
        continue
      }
      (places[unit].name, places[unit].nameIncidents) = (name, entry.count)
    }
  }

  /// Adds up the entries of the same unit and value, ordered by both.
  private static func summed(_ entries: [Entry]) -> [Entry] {
    var sums: [Entry] = []
    for entry in entries.sorted(by: { ($0.unit, $0.value) < ($1.unit, $1.value) }) {
      if let last = sums.last, last.unit == entry.unit, last.value == entry.value {
        sums[sums.count - 1].count += entry.count
      } else {
        sums.append(entry)
      }
    }
    return sums
  }
}
