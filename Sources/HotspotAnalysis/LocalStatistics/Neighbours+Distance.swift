extension Neighbours {
  /// Finds the places no further apart than a distance.
  ///
  /// For areas the positions are their centroids; then large areas at the edge of a town
  /// can be left without neighbours by a distance that gives many to the small ones in its middle.
  ///
  ///     Neighbours.within(500, x: [0, 300, 900], y: [0, 400, 0])   // 0 and 1, at exactly 500
  ///
  /// - Parameters:
  ///   - distance: How far apart neighbours may be, in the units of the coordinates; positive.
  ///   - x: The places' eastings.
  ///   - y: The places' northings, in the same order. A place with a coordinate that is not a finite
  ///     number has no neighbours.
  /// - Returns: The neighbours in the order of the places; places at one position are neighbours.
  /// - Complexity: O(*n* + *m* log *d*) for *n* places, *m* pairs that are closer than about two
  ///   distances and *d* neighbours of a place at most.
  package static func within(_ distance: Double, x: [Double], y: [Double]) -> Neighbours {
    precondition(x.count == y.count, "Neighbours.within: the coordinates differ in number")
    precondition(distance > 0, "Neighbours.within: the distance must be positive")
    let bins = PositionBins(x: x, y: y, reach: distance)
    let limit = distance * distance
    var starts = [0]
    var earlier: [Int32] = []
    for place in x.indices {
      bins.forEachNear(place) { other in
        guard other < place else { return }
        let (dx, dy) = (x[other] - x[place], y[other] - y[place])
        if dx * dx + dy * dy <= limit { earlier.append(Int32(other)) }
      }
      earlier[starts[place]...].sort()
      starts.append(earlier.count)
    }
    return Neighbours(earlierStarts: starts, earlier: earlier)
  }
}

/// Positions sorted into square bins no smaller than a reach.
private struct PositionBins {
  private let columns: Int
  private let rows: Int
  /// The bin of each position, -1 for one that is nowhere.
  private var bins: [Int]
  /// The first of each bin in `members`, and their number at the end.
  private var starts: [Int]
  private var members: [Int32]

  init(x: [Double], y: [Double], reach: Double) {
    let located = x.indices.filter { x[$0].isFinite && y[$0].isFinite }
    let west = located.reduce(Double.infinity) { min($0, x[$1]) }
    let south = located.reduce(Double.infinity) { min($0, y[$1]) }
    let width = located.reduce(0.0) { max($0, x[$1] - west) }
    let height = located.reduce(0.0) { max($0, y[$1] - south) }
    // Twice as many bins to a side as the root of the number of positions at most, so that there
    // never are more than a few bins for each position.
    let side = 2 * Double(max(located.count, 1)).squareRoot()
    // A little more than the reach, so that rounding cannot put two positions that are exactly that
    // far apart two bins apart.
    let size = max(reach * (1 + 1e-9), max(width, height) / side)
    // A position may be put into the bin after the last by rounding, which therefore exists.
    columns = Int(width / size) + 2
    rows = Int(height / size) + 2
    bins = [Int](repeating: -1, count: x.count)
    starts = [Int](repeating: 0, count: columns * rows + 1)
    members = [Int32](repeating: 0, count: located.count)
    for place in located {
      let bin = Int((y[place] - south) / size) * columns + Int((x[place] - west) / size)
      bins[place] = bin
      starts[bin + 1] += 1
    }
    for bin in 0..<columns * rows { starts[bin + 1] += starts[bin] }
    var next = starts
    for place in located {
      members[next[bins[place]]] = Int32(place)
      next[bins[place]] += 1
    }
  }

  /// Visits the positions in the bin of a place and in the eight around it.
  func forEachNear(_ place: Int, visit: (Int) -> Void) {
    guard bins[place] >= 0 else { return }
    let (row, column) = bins[place].quotientAndRemainder(dividingBy: columns)
    for nearRow in max(0, row - 1)...min(rows - 1, row + 1) {
      let first = nearRow * columns + max(0, column - 1)
      let last = nearRow * columns + min(columns - 1, column + 1)
      for index in starts[first]..<starts[last + 1] { visit(Int(members[index])) }
    }
  }
}
