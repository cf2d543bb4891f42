/// What makes ground a hotspot.
package enum HotspotRule: Sendable, Equatable {
  /// The densest cells that together hold a share of the surface, where they join over their sides
  /// and hold at least so many incidents. A patch that is larger than so many square kilometres is
  /// split by raising its level; see ``CellPatches``.
  case densest(volumeShare: Double, minimumIncidents: Int, largestSquareKilometres: Double)
  /// Places that are significantly high, where they join over their sides.
  ///
  /// The test takes the place of a least number of incidents: ten of a rare offence may be more than
  /// chance would gather where a hundred of a common one are not. One incident there must be, for
  /// an empty place can stand out by its neighbours alone.
  case significant

  /// The incidents a hotspot holds at least.
  package var minimumIncidents: Int {
    switch self {
    case .densest(_, let minimum, _): minimum
    case .significant: 1
    }
  }
}
