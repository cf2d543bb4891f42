/// Puts boxes into the nodes of an R-tree so that each node's boxes lie together.
///
/// Sort-tile-recursive packing: the boxes are sorted from west to east and cut into slices, and each
/// slice is sorted from south to north and cut into nodes. The nodes are equally full, but for one box.
///
/// Leutenegger, S. T., Lopez, M. A. and Edgington, J. (1997), STR: A simple and efficient algorithm
/// for R-tree packing, Proc. ICDE, 497-506, https://doi.org/10.1109/ICDE.1997.582015
struct TilePacking {
  /// The positions of the boxes, node after node.
  let order: [UInt32]
  /// How many nodes there are.
  let nodeCount: Int

  /// Packs boxes; equal boxes keep their order.
  ///
  /// - Parameters:
  ///   - entries: The boxes, one at least and fewer than 2^32.
  ///   - capacity: How many boxes a node has room for.
  /// - Complexity: O(*n* log *n*) for *n* boxes.
  init(_ entries: [IndexEntry], capacity: Int) {
    let count = entries.count
    nodeCount = (count + capacity - 1) / capacity
    let slices = Int(Double(nodeCount).squareRoot().rounded(.up))
    // Keys in the upper half and positions in the lower: whole numbers sort fast, and in one way.
    var keys = entries.indices.map { Self.key(entries[$0].minX, entries[$0].maxX, position: $0) }
    keys.sort()
    var order = keys.map { UInt32(truncatingIfNeeded: $0) }
    for slice in 0..<slices {
      let first = Self.start(ofNode: slice * nodeCount / slices, of: nodeCount, count)
      let end = Self.start(ofNode: (slice + 1) * nodeCount / slices, of: nodeCount, count)
      for place in first..<end {
        let entry = entries[Int(order[place])]
        keys[place] = Self.key(entry.minY, entry.maxY, position: Int(order[place]))
      }
      keys[first..<end].sort()
      for place in first..<end { order[place] = UInt32(truncatingIfNeeded: keys[place]) }
    }
    self.order = order
  }

  /// The places in the order that are of one node.
  func places(ofNode node: Int) -> Range<Int> {
    Self.start(
      ofNode: node, of: nodeCount, order.count)..<Self.start(
        ofNode: node + 1, of: nodeCount, order.count)
  }

  private static func start(ofNode node: Int, of nodeCount: Int, _ count: Int) -> Int {
    node * count / nodeCount
  }

  /// Returns a number that sorts as the middle of an extent does, and then as the position.
  private static func key(_ low: Float, _ high: Float, position: Int) -> UInt64 {
    let bits = (low / 2 + high / 2).bitPattern
    // The bits of numbers from zero sort as they are, with the sign turned; those below, backwards.
    let sorted = bits >> 31 == 0 ? bits | 1 << 31 : ~bits
    return UInt64(sorted) << 32 | UInt64(position)
  }
}
