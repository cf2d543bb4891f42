import Geometry

/// The outer border of many areas as closed rings, without the borders between them.
///
/// Thousands of cells of one colour need a megabyte one by one; their border needs a few kilobytes.
struct MergedOutline {
  /// The rings on the grid of the drawing, without repeating the first vertex.
  ///
  /// Filled by the even-odd rule they cover what the areas cover; areas must not overlap.
  let rings: [GridLine]

  /// Joins the borders that belong to one area only.
  ///
  /// - Parameters:
  ///   - outlines: The outlines, in metres.
  ///   - areas: The areas to join.
  ///   - transform: Where they lie on the page.
  /// - Complexity: O(*n* log *n*) for *n* vertices of ordinary borders.
  init(of outlines: OutlineTable, areas: [Int], transform: PageTransform) {
    let network = ArcNetwork(of: outlines, areas: areas, transform: transform)
    let simplification = ArcSimplification(x: network.x, y: network.y)
    let finest = PageOutlines.tolerance * ArcNetwork.unitsPerPoint
    rings = Self.chains(of: network).compactMap { chain in
      let kept = zip(chain, simplification.significances(of: chain)).filter { $0.1 > finest }
      var ring = PageOutlines.line(through: kept.map(\.0), of: network)
      ring.openRing()
      return ring.count >= 3 ? ring : nil
    }
  }

  /// Joins arcs end to end until each chain comes back to where it began.
  ///
  /// As many of them meet at every vertex as leave it, so that no chain ends elsewhere; which way one
  /// goes where areas touch at a corner makes no difference to what the even-odd rule fills.
  private static func chains(of network: ArcNetwork) -> [[Int]] {
    let arcs = network.arcs.indices.filter { network.useCounts[$0] == 1 }
    var arcsAt: [Int: [Int]] = [:]
    for arc in arcs {
      for end in [network.arcs[arc][0], network.arcs[arc][network.arcs[arc].count - 1]] {
        arcsAt[end, default: []].append(arc)
      }
    }
    var isUsed = Set<Int>()
    var chains: [[Int]] = []
    for first in arcs where isUsed.insert(first).inserted {
      var chain = network.arcs[first]
      while chain[chain.count - 1] != chain[0],
        let next = arcsAt[chain[chain.count - 1]]?.first(where: { !isUsed.contains($0) })
      {
        isUsed.insert(next)
        let arc = network.arcs[next]
        chain += arc[0] == chain[chain.count - 1] ? arc[1...] : arc.reversed()[1...]
      }
      chains.append(chain)
    }
    return chains
  }
}
