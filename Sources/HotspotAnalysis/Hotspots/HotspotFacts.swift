/// What a close-up says of a hotspot's incidents, beside its profile.
///
/// Each incident counts as one, whatever its weight: facts say how things happen there, not how grave
/// they are.
package struct HotspotFacts: Sendable, Equatable {
  /// The hours of the week of the incidents that have a usable time; of no incident where the data has no
  /// times.
  package var hours: HourProfile
  /// The commonest location names, five at most; those that only say what kind of place it is come after
  /// all others.
  package var locations: [HotspotProfile.Location]
  /// How many location names there are.
  package var locationCount: Int
  /// The incidents that have one.
  package var located: Int
  /// All categories that occur, the largest first, with the share of the study area.
  package var categories: [HotspotProfile.Category]

  /// The most location names that are listed.
  package static let listedLocations = 5
}

extension HotspotProfiler {
  /// Returns the facts of some incidents.
  ///
  /// - Parameter incidents: Their positions.
  /// - Returns: The hours, the commonest places and all categories.
  /// - Complexity: O(*m* log *m*) for *m* incidents.
  func facts(of incidents: [Int]) -> HotspotFacts {
    let counts = locationCounts(of: incidents)
    return HotspotFacts(
      hours: hours(of: incidents),
      locations: rankedLocations(counts, limit: HotspotFacts.listedLocations),
      locationCount: counts.count, located: counts.reduce(0) { $0 + $1.incidents },
      categories: categories(of: incidents, limit: .max))
  }
}

extension HotspotGround {
  /// Returns what the incidents on each ground are like.
  ///
  /// - Parameters:
  ///   - incidents: The positions of the incidents of each hotspot.
  ///   - details: What is known of each incident of the study area.
  ///   - threads: How many hotspots are looked at at a time.
  /// - Returns: The facts of each hotspot.
  /// - Complexity: O(*n* + *m* log *m*) for *n* incidents, *m* of them in hotspots.
  package static func facts(
    of incidents: [[Int]], _ details: IncidentDetails, threads: Int
  ) async -> [HotspotFacts] {
    let profiler = HotspotProfiler(details)
    return await OrderedWork.map(pieces: incidents.count, threads: threads) {
      profiler.facts(of: incidents[$0])
    }
  }
}
