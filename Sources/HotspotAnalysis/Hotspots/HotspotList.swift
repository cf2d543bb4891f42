package import Geometry

/// The places of a result that a meeting can talk about, ranked by their incidents.
///
/// They are the densest places of a surface or the significant ones of a local statistic. Those that
/// hold enough incidents are ranked by what their incidents count for; equal ones share a rank
/// (1, 2, 2, 4) and are listed smallest ground first.
package struct HotspotList: Sendable {
  /// What makes ground a hotspot.
  package let rule: HotspotRule
  /// The hotspots listed, by rank.
  package let hotspots: [Hotspot]
  /// Their outlines, one area for each hotspot.
  package let outlines: OutlineTable
  /// The number of regions that hold enough incidents, listed or not.
  package let qualifying: Int
  /// The cells or areas of all regions that hold enough incidents, listed or not, by rank.
  let qualifyingMembers: [[Int]]
  /// The number of regions that hold too few.
  package let belowMinimum: Int
  /// Whether a hotspot that is not listed has as much as the last one that is.
  package let isCutThroughTie: Bool
  /// The ground of the study area, in square kilometres.
  package let studyAreaSquareKilometres: Double
  /// Whether incidents were weighted.
  package let isWeighted: Bool
  /// What was done with ground too large to be walked; nothing where there was none.
  package internal(set) var split = Split(patches: 0, incidentsBetween: 0)

  /// Patches that were split, because they are too large to be walked.
  package struct Split: Sendable, Equatable {
    /// How many.
    package var patches: Int
    /// The incidents on their slopes, which are in no part.
    package var incidentsBetween: Int
  }

  /// The incidents that a hotspot of a density holds at least.
  package static let minimumIncidents = 10
  /// The most hotspots listed.
  package static let limit = 10

  /// Some ground that may be a hotspot.
  struct Region {
    /// The cells or areas that make it up, ascending.
    var members: [Int]
    /// Its area.
    var squareKilometres: Double
  }

  /// Ranks regions.
  ///
  /// - Parameters:
  ///   - rule: What makes a region a hotspot.
  ///   - regions: The regions.
  ///   - peak: Gives the strongest place of a region, from the positions of its incidents.
  ///   - outline: Adds the outline of a region to a table, as one area.
  ///   - regionOfIncident: The region in which each incident of the study area lies; -1 for none.
  ///   - weights: What each counts for; `nil` if each counts for one.
  ///   - details: What else is known of each.
  ///   - studyAreaSquareKilometres: The area of the study area.
  ///   - limit: The most hotspots listed.
  /// - Throws: What `outline` throws.
  /// - Complexity: O(*n* + *r* log *r*) for *n* incidents and *r* regions.
  init<Failure: Error>(
    rule: HotspotRule, regions: [Region], peak: (_ region: Int, _ incidents: [Int]) -> Point,
    outline: (Int, inout OutlineTable) throws(Failure) -> Void,
    regionOfIncident: [Int32], weights: [Double]?, details: IncidentDetails?,
    studyAreaSquareKilometres: Double, limit: Int
  ) throws(Failure) {
    var (all, amounts) = (0.0, [Double](repeating: 0, count: regions.count))
    var counts = [Int](repeating: 0, count: regions.count)
    for (incident, region) in regionOfIncident.enumerated() {
      let weight = weights?[incident] ?? 1
      all += weight
      guard region >= 0 else { continue }
      amounts[Int(region)] += weight
      counts[Int(region)] += 1
    }
    let enough = regions.indices.filter { counts[$0] >= rule.minimumIncidents && amounts[$0] > 0 }
    let ordered = enough.sorted { a, b in
      if amounts[a] != amounts[b] { return amounts[a] > amounts[b] }
      let (areaOfA, areaOfB) = (regions[a].squareKilometres, regions[b].squareKilometres)
      return areaOfA != areaOfB ? areaOfA < areaOfB : a < b
    }
    let listed = ordered.prefix(limit)
    var incidents = [[Int]](repeating: [], count: listed.count)
    var position = [Int](repeating: -1, count: regions.count)
    for (place, region) in listed.enumerated() { position[region] = place }
    for (incident, region) in regionOfIncident.enumerated() where region >= 0 {
      let place = position[Int(region)]
      if place >= 0 { incidents[place].append(incident) }
    }
    let profiler = details.map { HotspotProfiler($0) }
    var outlines = OutlineTable()
    var hotspots: [Hotspot] = []
    for (place, region) in listed.enumerated() {
      let (amount, area) = (amounts[region], regions[region].squareKilometres)
      let isTied = place > 0 && amount == hotspots[place - 1].amount
      hotspots.append(
        Hotspot(
          rank: isTied ? hotspots[place - 1].rank : place + 1, members: regions[region].members,
          incidents: counts[region], amount: amount, share: amount / all, squareKilometres: area,
          density: amount / area,
          concentrationRatio: (amount / all) / (area / studyAreaSquareKilometres),
          peak: peak(region, incidents[place]),
          profile: profiler?.profile(of: incidents[place]) ?? HotspotProfile()))
      try outline(region, &outlines)
    }
    self.rule = rule
    self.hotspots = hotspots
    self.outlines = outlines
    qualifying = enough.count
    qualifyingMembers = ordered.map { regions[$0].members }
    belowMinimum = regions.count - enough.count
    isCutThroughTie =
      ordered.count > limit && limit > 0 && amounts[ordered[limit]] == amounts[ordered[limit - 1]]
    self.studyAreaSquareKilometres = studyAreaSquareKilometres
    isWeighted = weights != nil
  }

  /// Returns what becomes of this list's hotspots among all of another, listed there or not.
  ///
  /// - Parameter other: Hotspots of the same cells or areas.
  /// - Returns: How many remain, perhaps in another shape: those that share a cell or area with one of
  ///   the other list; and how many of these have run together, sharing one with another of this list.
  package func remaining(in other: HotspotList) -> (count: Int, merged: Int) {
    var regionOfMember: [Int: Int] = [:]
    for (region, members) in other.qualifyingMembers.enumerated() {
      for member in members { regionOfMember[member] = region }
    }
    let regions = hotspots.map { Set($0.members.compactMap { regionOfMember[$0] }) }
    let merged = regions.indices.count { place in
      regions.indices.contains { $0 != place && !regions[$0].isDisjoint(with: regions[place]) }
    }
    return (regions.count { !$0.isEmpty }, merged)
  }
}
