package import Geometry

extension HotspotList {
  /// Finds the hotspots of a local statistic: where significant places join.
  ///
  /// Places that share a side are one hotspot; places that touch at a corner are two. One incident
  /// is enough (see ``HotspotRule/significant``). The peak of a hotspot is the point of its
  /// ``BusiestSquare``.
  ///
  /// - Parameters:
  ///   - isHot: Whether each place is significantly high.
  ///   - touching: Which places share a side.
  ///   - squareKilometres: The area of each place; together they are the study area.
  ///   - outline: Adds the outline of some places to a table, as one area.
  ///   - x: The eastings of the study area's incidents.
  ///   - y: Their northings.
  ///   - placeOfIncident: The place in which each incident lies; -1 for none.
  ///   - weights: What each incident counts for; `nil` if each counts for one.
  ///   - details: What else is known of each.
  ///   - limit: The most hotspots listed.
  /// - Returns: The hotspots; their members are places.
  /// - Throws: What `outline` throws.
  /// - Complexity: O(*n* + *p*) for *n* incidents and *p* places with their neighbours.
  package static func significant<Failure: Error>(
    isHot: [Bool], touching: Neighbours, squareKilometres: [Double],
    outline: ([Int], inout OutlineTable) throws(Failure) -> Void,
    x: [Double], y: [Double], placeOfIncident: [Int32], weights: [Double]? = nil,
    details: IncidentDetails? = nil,
    limit: Int = limit
  ) throws(Failure) -> HotspotList {
    let (members, regionOfUnit) = joined(isHot, touching)
    let regions = members.map { places in
      Region(
        members: places, squareKilometres: places.reduce(0) { $0 + squareKilometres[$1] })
    }
    return try HotspotList(
      rule: .significant, regions: regions,
      peak: { BusiestSquare(of: $1, x: x, y: y, weights: weights).point },
      outline: { (region, table) throws(Failure) in try outline(members[region], &table) },
      regionOfIncident: placeOfIncident.map { $0 >= 0 ? regionOfUnit[Int($0)] : -1 },
      weights: weights, details: details,
      studyAreaSquareKilometres: squareKilometres.reduce(0, +), limit: limit)
  }

  /// Joins places over their sides.
  ///
  /// - Returns: The places of each region, ascending, in the order of their first places, and the
  ///   region of each place, -1 for those in none.
  private static func joined(
    _ isMember: [Bool], _ touching: Neighbours
  ) -> (members: [[Int]], regionOfUnit: [Int32]) {
    var regionOfUnit = [Int32](repeating: -1, count: isMember.count)
    var members: [[Int]] = []
    for first in isMember.indices where isMember[first] && regionOfUnit[first] < 0 {
      let number = Int32(members.count)
      var region = [first]
      regionOfUnit[first] = number
      var done = 0
      while done < region.count {
        for neighbour in touching[region[done]].lazy.map(Int.init)
        where isMember[neighbour] && regionOfUnit[neighbour] < 0 {
          regionOfUnit[neighbour] = number
          region.append(neighbour)
        }
        done += 1
      }
      members.append(region.sorted())
    }
    return (members, regionOfUnit)
  }
}
