import Statistics

/// The middles from which areas grow: close together in the centre, far apart at the rim.
///
/// Lloyd's method on every fourth cell of every fourth row, weighted so that the spacing follows
/// `spacing(at:)`; in the plane the spacing goes with the fourth root of the weight.
struct AreaSeeds {
  /// The middles, in the order in which they were drawn.
  private(set) var positions: [GridPosition]
  private var grains: [Grain]

  /// The direction and stretch of one area.
  private struct Grain {
    /// The direction, as a vector about a thousand long.
    let x, y: Int
    /// How many thousandths of its width an area is long, before areas press on each other.
    let stretch: Int

    init(with generator: inout SplitMix64) {
      (x, y) = Compass.direction(generator.below(Compass.count))
      stretch = generator.draw(from: 1000...1350)
    }
  }

  /// Creates the middles.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - mesh: The honeycomb.
  ///   - isInside: For each cell, whether it belongs to the mainland of the borough.
  ///   - generator: The source of the first positions.
  init(
    count: Int, mesh: HexagonMesh, isInside: [Bool], generator: inout SplitMix64
  ) {
    var samples: [(position: GridPosition, weight: Int)] = []
    for row in stride(from: 2, to: mesh.rows, by: 4) {
      for column in stride(from: 2, to: mesh.columns, by: 4) {
        let cell = row * mesh.columns + column
        guard isInside[cell] else { continue }
        let position = mesh.centre(of: cell)
        let metres = Self.spacing(at: position) / 100
        samples.append((position, 1_000_000_000_000 / (metres * metres * metres * metres)))
      }
    }
    let first = WeightedChoice(
      weights: samples.map { sample in
        let metres = Self.spacing(at: sample.position) / 100
        return 1_000_000_000 / (metres * metres)
      })
    positions = []
    grains = []
    while positions.count < count {
      let candidate = samples[first.draw(with: &generator)].position
      if !positions.contains(candidate) { positions.append(candidate) }
    }
    grains = positions.map { _ in Grain(with: &generator) }
    for _ in 0..<4 { relax(samples) }
  }

  /// Returns the wanted distance between neighbouring middles, in centimetres.
  static func spacing(at position: GridPosition) -> Int {
    let squared = position.squaredDistance(to: BoroughShape.centre)
    let distance = Int(Double(squared).squareRoot())
    // Shops and offices leave little room for residents in the very centre: areas are larger there.
    return 15_000 + distance * 18 / 100 + max(0, 20_000 - distance * 45 / 100)
  }

  private mutating func relax(_ samples: [(position: GridPosition, weight: Int)]) {
    var sums = [(x: Int, y: Int, weight: Int)](repeating: (0, 0, 0), count: positions.count)
    for sample in samples {
      let nearest = nearest(to: sample.position)
      sums[nearest].x += sample.position.x * sample.weight
      sums[nearest].y += sample.position.y * sample.weight
      sums[nearest].weight += sample.weight
    }
    for (index, sum) in sums.enumerated() where sum.weight > 0 {
      positions[index] = GridPosition(x: sum.x / sum.weight, y: sum.y / sum.weight)
    }
  }

  /// Returns the middle whose area a position falls in, by the measure of each middle's own grain.
  ///
  /// Lengths along and across the grain are stretched and then measured by an eight-sided norm, so
  /// that borders run like streets: mostly straight, some long, few at the same angle.
  func owner(of position: GridPosition) -> Int {
    var best = (index: 0, length: Int.max)
    for index in positions.indices {
      let (dx, dy) = (position.x - positions[index].x, position.y - positions[index].y)
      // Of |dx| + |dy|, the norm is at least (1 + 1/√2) / 1.35 = 1.26.
      guard (abs(dx) + abs(dy)) * 6 / 5 < best.length else { continue }
      let grain = grains[index]
      let along = abs(dx * grain.x + dy * grain.y) / grain.stretch
      let across = abs(dy * grain.x - dx * grain.y) * grain.stretch / 1_000_000
      let length = 2 * max(along, across) + along + across
      if length < best.length { best = (index, length) }
    }
    return best.index
  }

  /// Returns the middle nearest to a position, the first of equals.
  private func nearest(to position: GridPosition) -> Int {
    var best = (index: 0, distance: Int.max)
    for index in positions.indices {
      let across = positions[index].x - position.x
      let distance = across * across
      guard distance < best.distance else { continue }
      let up = positions[index].y - position.y
      if distance + up * up < best.distance { best = (index, distance + up * up) }
    }
    return best.index
  }
}
