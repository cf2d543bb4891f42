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
    profile.locations = Array(rankedLocations(of: incidents).prefix(Self.listed))
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

  /// Returns all names of the incidents' places, the commonest first and kinds of places last.
  func rankedLocations(of incidents: [Int]) -> [HotspotProfile.Location] {
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
    let named = counts.map { location, incidents in
      HotspotProfile.Location(
        name: details.locationNames[Int(location)], incidents: incidents)
    }.sorted { ($1.incidents, $0.name) < ($0.incidents, $1.name) }
    let places = named.filter { !LocationName.isKindOfPlace($0.name) }
    let kinds = named.filter { LocationName.isKindOfPlace($0.name) }
    return places + kinds
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
