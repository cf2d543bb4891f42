import Geometry
import Statistics

/// A made-up town: areas that tile a rectangle exactly, with crooked borders.
///
/// Neighbours share every vertex of their border, as they do in published boundaries.
struct Tiling {
  /// The areas, row after row from the south-west; then the enclave, where there is one.
  let outlines: OutlineTable

  /// Makes a tiling.
  ///
  /// - Parameters:
  ///   - columns: The number of areas from west to east.
  ///   - rows: The number of areas from south to north.
  ///   - side: About how wide an area is, in metres.
  ///   - detail: How many times each border is halved and bent.
  ///   - hasEnclave: Whether the first area has a hole that another area fills.
  ///   - seed: The source of chance.
  init(
    columns: Int, rows: Int, side: Double = 400, detail: Int = 4, hasEnclave: Bool = false,
    seed: UInt64
  ) {
    var random = SplitMix64(seed: seed)
    var corners: [[Point]] = []
    for row in 0...rows {
      corners.append(
        (0...columns).map { column in
          let shift = { (random: inout SplitMix64) in (random.nextUnit() - 0.5) * side * 0.4 }
          return Point(
            x: 530_000 + Double(column) * side + shift(&random),
            y: 180_000 + Double(row) * side + shift(&random))
        })
    }
    let eastward = (0...rows).map { row in
      (0..<columns).map {
        Tiling.crooked(corners[row][$0], corners[row][$0 + 1], detail: detail, &random)
      }
    }
    let northward = (0..<rows).map { row in
      (0...columns).map {
        Tiling.crooked(corners[row][$0], corners[row + 1][$0], detail: detail, &random)
      }
    }
    var outlines = OutlineTable()
    var enclave: [Point] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let south = eastward[row][column]
        let east = northward[row][column + 1].dropFirst()
        let north = eastward[row + 1][column].reversed().dropFirst()
        let west = northward[row][column].reversed().dropFirst()
        var ring = south + east + north + west
        // Rings of real files begin anywhere.
        let start = Int.random(in: 0..<(ring.count - 1), using: &random)
        ring = Array(ring[start..<(ring.count - 1)] + ring[..<start] + [ring[start]])
        if hasEnclave && row == 0 && column == 0 {
          enclave = Tiling.blob(
            around: Point(x: 530_000 + side / 2, y: 180_000 + side / 2), radius: side / 6)
          outlines.appendArea([[ring, enclave]])
        } else {
          outlines.appendArea([[ring]])
        }
      }
    }
    if hasEnclave {
      let turned = enclave[7..<(enclave.count - 1)] + enclave[...7]
      outlines.appendArea([[Array(turned.reversed())]])
    }
    self.outlines = outlines
  }

  /// A line between two points, halved and bent again and again.
  private static func crooked(
    _ a: Point, _ b: Point, detail: Int, _ random: inout SplitMix64
  ) -> [Point] {
    guard detail > 0 else { return [a, b] }
    let bend = (random.nextUnit() - 0.5) * 0.3
    let middle = Point(
      x: (a.x + b.x) / 2 - (b.y - a.y) * bend, y: (a.y + b.y) / 2 + (b.x - a.x) * bend)
    return crooked(a, middle, detail: detail - 1, &random)
      + crooked(middle, b, detail: detail - 1, &random).dropFirst()
  }

  /// A closed ring of forty vertices.
  private static func blob(around centre: Point, radius: Double) -> [Point] {
    // A square whose sides are stepped, without trigonometry, so that bits are the same anywhere.
    let sides: [(Double, Double, Double, Double)] = [
      (-1, -1, 1, 0), (1, -1, 0, 1), (1, 1, -1, 0), (-1, 1, 0, -1),
    ]
    let ring = sides.flatMap { side in
      (0..<10).map { step in
        let along = Double(step) / 5
        let outwards = step.isMultiple(of: 2) ? 1.0 : 1.1
        return Point(
          x: centre.x + radius * (side.0 + side.2 * along) * outwards,
          y: centre.y + radius * (side.1 + side.3 * along) * outwards)
      }
    }
    return ring + [ring[0]]
  }
}
