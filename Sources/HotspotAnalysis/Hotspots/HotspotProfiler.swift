import Incidents

/// Works out what the incidents of hotspots are like.
///
/// Each incident counts as one, whatever its weight: a profile says how things happen there, not how
/// grave they are.
struct HotspotProfiler {
  /// The length of the busiest hours.
  static let shiftHours = 4
  /// The most categories and names of places that a profile has.
  static let listed = 3

  private let details: IncidentDetails
  /// The incidents of each category in the study area.
  private let studyArea: [Int]

  init(_ details: IncidentDetails) {
    self.details = details
    var counts = [Int](repeating: 0, count: details.categoryNames.count)
    for category in details.categories where category != IncidentDetails.noCategory {
      counts[Int(category)] += 1
    }
    studyArea = counts
  }

  /// Returns the profile of some incidents.
  ///
  /// - Parameter incidents: Their positions.
  /// - Returns: The busiest hours, the leading categories and the commonest place.
  /// - Complexity: O(*m* log *m*) for *m* incidents.
  func profile(of incidents: [Int]) -> HotspotProfile {
    var profile = HotspotProfile()
    profile.hours = busiestHours(of: incidents)
    profile.categories = categories(of: incidents, limit: Self.listed)
    profile.locations = rankedLocations(locationCounts(of: incidents), limit: Self.listed)
    profile.area = area(of: incidents)
    return profile
  }

  /// Returns the hours of the week of the incidents with a usable time.
  func hours(of incidents: [Int]) -> HourProfile {
    var accumulator = AoristicAccumulator(rules: details.rules)
    for incident in incidents {
      if let window = details.window(of: incident) { accumulator.add(window) }
    }
    return accumulator.profile()
  }

  private func busiestHours(of incidents: [Int]) -> HotspotProfile.BusiestHours? {
    let hours = hours(of: incidents)
    return hours.busiestShift(
      hours: Self.shiftHours, within: details.within, startsBusy: true
    ).map {
      HotspotProfile.BusiestHours(
        shift: $0, timed: hours.incidents, dayStart: details.dayStart)
    }
  }

  /// Returns so many categories of the incidents at most, the largest first.
  func categories(of incidents: [Int], limit: Int) -> [HotspotProfile.Category] {
    guard !details.categories.isEmpty else { return [] }
    var counts = [Int](repeating: 0, count: studyArea.count)
    for incident in incidents where details.categories[incident] != IncidentDetails.noCategory {
      counts[Int(details.categories[incident])] += 1
    }
    let (inside, all) = (counts.reduce(0, +), studyArea.reduce(0, +))
    return Self.largest(counts).prefix(limit).map { category in
      HotspotProfile.Category(
        name: details.categoryNames[category], incidents: counts[category],
        share: Double(counts[category]) / Double(inside),
        studyAreaShare: Double(studyArea[category]) / Double(all))
    }
  }

  /// Returns how many of the incidents have each name of a place, the commonest first, equal ones in the
  /// order in which names were first met.
  func locationCounts(of incidents: [Int]) -> [(location: UInt32, incidents: Int)] {
    guard !details.locations.isEmpty else { return [] }
    // Sorted, so that nothing is as long as the list of all names.
    let found = incidents.map { details.locations[$0] }
      .filter { $0 != IncidentDetails.noLocation }.sorted()
    var counts: [(location: UInt32, incidents: Int)] = []
    for location in found {
      if counts.last?.location == location {
        counts[counts.count - 1].incidents += 1
      } else {
        counts.append((location, 1))
      }
    }
    return counts.sorted { ($1.incidents, $0.location) < ($0.incidents, $1.location) }
  }

  /// Returns so many names of places at most, the commonest first, of equal ones the first by name, and
  /// kinds of places last.
  ///
  /// A hotspot may have thousands of names: those are looked at which may be listed, and no others.
  ///
  /// - Parameters:
  ///   - counts: The names with their incidents, the commonest first.
  ///   - limit: How many names are wanted.
  /// - Returns: The names.
  func rankedLocations(
    _ counts: [(location: UInt32, incidents: Int)], limit: Int
  ) -> [HotspotProfile.Location] {
    var (places, kinds): ([HotspotProfile.Location], [HotspotProfile.Location]) = ([], [])
    var rest = counts[...]
    while let most = rest.first?.incidents, places.count < limit {
      let equal = rest.prefix { $0.incidents == most }
      rest = rest.dropFirst(equal.count)
      for name in equal.map({ details.locationNames[Int($0.location)] }).sorted()
      where places.count < limit {
        let location = HotspotProfile.Location(name: name, incidents: most)
        if LocationName.isKindOfPlace(name) {
          kinds.append(location)
        } else {
          places.append(location)
        }
      }
    }
    return Array((places + kinds).prefix(limit))
  }

  /// Returns the area in which more than half of them lie; `nil` if there is none.
  private func area(of incidents: [Int]) -> String? {
    guard !details.areas.isEmpty else { return nil }
    // Only what more than half are in can outlast one against one (Boyer & Moore 1991).
    var (candidate, lead) = (Int32(-1), 0)
    for incident in incidents {
      let area = details.areas[incident]
      if lead == 0 { candidate = area }
      lead += area == candidate ? 1 : -1
    }
    let held = incidents.count { details.areas[$0] == candidate }
    guard candidate >= 0, held * 2 > incidents.count else { return nil }
    let name = details.areaNames[Int(candidate)]
    return LocationName.saysNothing(name) ? nil : name
  }

  /// Returns the positions of the largest counts, of equal ones the first, without zeros.
  private static func largest(_ counts: [Int]) -> [Int] {
    counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
  }
}
