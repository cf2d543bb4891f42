/// A box and what it belongs to, as the nodes of SQLite's R-trees hold them.
///
/// The tree has numbers of 32 bits, so a box is rounded outwards: it never lacks a place that it has
/// in numbers of 64 bits, and a search that asks for a window finds all that lies in it.
struct IndexEntry: Equatable {
  /// The row, or the node below.
  var number: Int
  var minX: Float
  var maxX: Float
  var minY: Float
  var maxY: Float

  /// Takes a row's box, rounded outwards.
  init(number: Int, minX: Double, maxX: Double, minY: Double, maxY: Double) {
    self.number = number
    (self.minX, self.maxX) = (Self.below(minX), Self.above(maxX))
    (self.minY, self.maxY) = (Self.below(minY), Self.above(maxY))
  }

  /// Joins the boxes of a node's entries, of which there is one at least.
  init(number: Int, joining entries: some Collection<IndexEntry>) {
    self = entries[entries.startIndex]
    self.number = number
    for entry in entries {
      (minX, maxX) = (Swift.min(minX, entry.minX), Swift.max(maxX, entry.maxX))
      (minY, maxY) = (Swift.min(minY, entry.minY), Swift.max(maxY, entry.maxY))
    }
  }

  private static func below(_ value: Double) -> Float {
    let near = Float(value)
    return Double(near) > value ? near.nextDown : near
  }

  private static func above(_ value: Double) -> Float {
    let near = Float(value)
    return Double(near) < value ? near.nextUp : near
  }
}
