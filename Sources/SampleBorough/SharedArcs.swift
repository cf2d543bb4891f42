/// A piece of border between two areas, held once for both.
struct SharedArc: Sendable {
  /// The area on the left of the direction in which the vertices run.
  let left: Int
  /// The area on the right, or ``Tiling/outside``.
  let right: Int
  /// The names of the junctions where the arc begins and ends; equal for a closed arc.
  let ends: (first: Int, last: Int)
  /// The vertices from end to end; a closed arc repeats its first.
  let vertices: [GridPosition]

  /// Whether the arc is a whole ring.
  var isClosed: Bool { ends.first == ends.last }
}

/// All borders of a tiling, cut at the junctions where three areas meet (or two and the outside).
struct SharedArcs: Sendable {
  /// The arcs, in the order of the cells on which they begin; closed ones last.
  let arcs: [SharedArc]

  /// Traces the borders of a tiling and smooths each once.
  ///
  /// - Complexity: O(*n*) for *n* cells.
  init(of tiling: Tiling) {
    let sides = BorderSides(of: tiling)
    var isUsed = [Bool](repeating: false, count: sides.sides.count)
    var arcs: [SharedArc] = []

    func trace(from start: Int) {
      var chain = [start]
      isUsed[start] = true
      while let following = sides.following(chain[chain.count - 1]), !isUsed[following] {
        isUsed[following] = true
        chain.append(following)
      }
      let first = sides.sides[start].from
      let last = sides.sides[chain[chain.count - 1]].to
      let corners = [first] + chain.map { sides.sides[$0].to }
      arcs.append(
        SharedArc(
          left: sides.sides[start].left, right: sides.sides[start].right, ends: (first, last),
          vertices: ArcSmoothing.smoothed(corners.map(tiling.mesh.position(ofCorner:)))))
    }

    for start in sides.sides.indices where sides.isJunction(sides.sides[start].from) {
      trace(from: start)
    }
    for start in sides.sides.indices where !isUsed[start] { trace(from: start) }
    self.arcs = arcs
  }
}

/// The sides of cells that lie between two areas, each once, the higher area on its left.
private struct BorderSides {
  struct Side {
    let from, to, left, right: Int
  }

  private(set) var sides: [Side] = []
  /// At each corner, how many border sides touch it.
  private var degrees: [Int: Int] = [:]
  /// At each corner that is no junction, the side that begins there.
  private var starts: [Int: Int] = [:]

  init(of tiling: Tiling) {
    let mesh = tiling.mesh
    for cell in tiling.labels.indices where tiling.labels[cell] != Tiling.outside {
      precondition(!mesh.isOnRim(cell), "SharedArcs: an area reaches the rim of the map")
      let left = tiling.labels[cell]
      for side in 0..<6 {
        let right = tiling.labels[mesh.neighbour(of: cell, side: side)]
        guard left > right else { continue }
        let (from, to) = (mesh.corner(of: cell, side), mesh.corner(of: cell, side + 1))
        degrees[from, default: 0] += 1
        degrees[to, default: 0] += 1
        starts[from] = sides.count
        sides.append(Side(from: from, to: to, left: left, right: right))
      }
    }
  }

  /// Returns whether three borders meet at a corner.
  func isJunction(_ corner: Int) -> Bool { degrees[corner] == 3 }

  /// Returns the side that continues another, none where it ends at a junction.
  func following(_ side: Int) -> Int? {
    isJunction(sides[side].to) ? nil : starts[sides[side].to]
  }
}
