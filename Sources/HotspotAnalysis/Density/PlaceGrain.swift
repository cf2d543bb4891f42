package import Tables

/// How closely places are told apart where incidents are counted by bands: 4096 places along each side of
/// the square between four middles of cells, or fewer by halving where they would be too many.
///
/// The finest grain is used as long as there are at most ``limit`` places with incidents, else the finest of
/// which there are not more. So it depends on the incidents as a set, and not on their order or how they are
/// split: a part of them never needs a coarser grain than all.
package struct PlaceGrain: Sendable, Equatable {
  /// The most places with incidents, unless there are more squares.
  package static let limit = 1 << 20
  /// The places along a side of a square, as a power of two.
  static let finest = 12

  /// How often the finest grain is halved, from 0 to 12.
  package let halvings: Int

  /// Creates a grain.
  init(halvings: Int) { self.halvings = halvings }

  /// Chooses the grain of incidents.
  ///
  /// - Parameters:
  ///   - x: Their eastings.
  ///   - y: Their northings.
  ///   - grid: The grid.
  ///   - limit: The most places.
  /// - Complexity: O(*n*).
  package init(x: [Double], y: [Double], on grid: SurfaceGrid, limit: Int = limit) {
    // So few places cannot be too many.
    guard x.count > limit else {
      self.init(halvings: 0)
      return
    }
    var counts = PlaceCounts(limit: limit)
    for incident in x.indices {
      counts.add(x: x[incident], y: y[incident], weight: nil, on: grid)
    }
    self.init(halvings: counts.halvings)
  }

  /// Returns the middle of the place in which a position lies.
  func middle(of place: InterpolationPlace) -> InterpolationPlace {
    let count = Double(1 << (Self.finest - halvings))
    func middle(_ part: Double) -> Double {
      (min(part * count, count - 1).rounded(.down) + 0.5) / count
    }
    return InterpolationPlace(
      column: place.column, row: place.row, across: middle(place.across), up: middle(place.up))
  }
}
