package import Geometry

/// A coordinate reference system that bounds look like; only ever suggested, never assumed.
package enum LikelyProjection: String, Sendable, Equatable {
  /// Metres on the British National Grid.
  case britishNationalGrid = "EPSG:27700"
  /// Degrees of longitude and latitude.
  case degrees = "EPSG:4326"

  /// The system in words.
  package var words: String {
    switch self {
    case .britishNationalGrid: "the British National Grid"
    case .degrees: "degrees of longitude and latitude"
    }
  }

  /// Finds the system that bounds look like.
  ///
  /// The grid covers 700 by 1,300 kilometres from its origin south-west of Scilly (Ordnance Survey,
  /// A guide to coordinate systems in Great Britain). Bounds that could be degrees are degrees: no
  /// area of Britain lies within 180 metres of that origin.
  ///
  /// - Parameter box: The bounds.
  package init?(_ box: Box) {
    guard !box.isEmpty else { return nil }
    if Box(minX: -180, minY: -90, maxX: 180, maxY: 90).contains(box) {
      self = .degrees
    } else if Box(minX: 0, minY: 0, maxX: 700_000, maxY: 1_300_000).contains(box) {
      self = .britishNationalGrid
    } else {
      return nil
    }
  }
}
