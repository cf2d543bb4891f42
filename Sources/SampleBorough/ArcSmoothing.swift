/// Turns a chain of cell corners into a border as a surveyor would draw it.
enum ArcSmoothing {
  /// How far the drawn border may pass from the smoothed one, in centimetres.
  static let tolerance = 300.0
  /// How often vertices are drawn towards their neighbours.
  private static let rounds = 4

  /// Returns the border through the middles of the chain's sides, without needless vertices.
  ///
  /// The line between the middles of two sides that follow each other cuts one corner of one convex
  /// cell, and no other border cuts that corner, so these lines do not cross. Drawing
  /// them towards their neighbours and leaving out vertices moves them by a part of a cell, and
  /// borders are a cell apart; that none crosses in the samples is tested.
  ///
  /// - Parameter corners: The chain; a closed one repeats its first corner, and is not anchored.
  /// - Returns: The border's vertices; a closed one repeats its first.
  static func smoothed(_ corners: [GridPosition]) -> [GridPosition] {
    let middles = zip(corners, corners.dropFirst()).map { a, b in
      GridPosition(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
    }
    guard corners.first == corners.last else {
      return simplified(relaxed([corners[0]] + middles + [corners[corners.count - 1]]))
    }
    // A ring is drawn as two halves, from its first vertex to the farthest and back.
    var farthest = 0
    for index in middles.indices
    where middles[index].squaredDistance(to: middles[0])
      > middles[farthest].squaredDistance(to: middles[0])
    {
      farthest = index
    }
    let out = simplified(relaxed(Array(middles[0...farthest])))
    let back = simplified(relaxed(Array(middles[farthest...]) + [middles[0]]))
    return out + back.dropFirst()
  }

  /// Returns a line without the honeycomb's zigzag; its ends stay where they are.
  private static func relaxed(_ line: [GridPosition]) -> [GridPosition] {
    var line = line
    for _ in 0..<rounds {
      let before = line
      for index in line.indices.dropFirst().dropLast() {
        let (a, b, c) = (before[index - 1], before[index], before[index + 1])
        line[index] = GridPosition(x: (a.x + 2 * b.x + c.x) / 4, y: (a.y + 2 * b.y + c.y) / 4)
      }
    }
    return line
  }

  /// Returns a line with the vertices that matter, its ends among them.
  ///
  /// After Douglas & Peucker (1973), https://doi.org/10.3138/FM57-6770-U75U-7727
  private static func simplified(_ line: [GridPosition]) -> [GridPosition] {
    var isKept = [Bool](repeating: false, count: line.count)
    isKept[0] = true
    isKept[line.count - 1] = true
    var pending = [(0, line.count - 1)]
    while let (first, last) = pending.popLast() {
      var farthest = (index: first, distance: tolerance)
      for index in first + 1..<max(last, first + 1) {
        let distance = distance(from: line[index], toLineFrom: line[first], to: line[last])
        if distance > farthest.distance { farthest = (index, distance) }
      }
      guard farthest.index != first else { continue }
      isKept[farthest.index] = true
      pending.append((first, farthest.index))
      pending.append((farthest.index, last))
    }
    return line.indices.filter { isKept[$0] }.map { line[$0] }
  }

  /// Returns the distance from a position to a line, or to its one point.
  ///
  /// The products are whole numbers and the square root is exactly rounded, so that the answer is
  /// the same on any machine.
  private static func distance(
    from position: GridPosition, toLineFrom a: GridPosition, to b: GridPosition
  ) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    guard dx != 0 || dy != 0 else { return Double(position.squaredDistance(to: a)).squareRoot() }
    let cross = dx * (position.y - a.y) - dy * (position.x - a.x)
    return Double(abs(cross)) / Double(dx * dx + dy * dy).squareRoot()
  }
}
