/// An area that lies wholly inside another.
struct Enclave {
  /// A position in the area that surrounds it.
  let near: GridPosition
  /// Its radius as a percentage of the surrounding area's depth.
  let share: Int
  /// The radius, as a percentage of its own, of an island in its middle that belongs to the
  /// surrounding area; 0 for none.
  let islandShare: Int

  /// Two plain ones and one with an island.
  static let all = [
    Enclave(near: GridPosition(x: 180_000, y: 420_000), share: 62, islandShare: 0),
    Enclave(near: GridPosition(x: 470_000, y: 470_000), share: 58, islandShare: 0),
    Enclave(near: GridPosition(x: 330_000, y: 520_000), share: 74, islandShare: 38),
  ]
}
