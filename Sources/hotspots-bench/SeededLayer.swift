import Geometry
import Statistics

/// A tiling and points in it, made from a seed, of the size and shape of London's smallest areas.
struct SeededLayer {
  let outlines: OutlineTable
  private let side: Int
  private static let width = 700.0
  private static let origin = Point(x: 503_000, y: 156_000)

  /// Makes a tiling of crooked squares.
  ///
  /// - Parameter vertices: About how many vertices there are; the number of areas is always 4,900.
  init(vertices: Int) {
    let side = 70
    self.side = side
    let steps = max(1, vertices / (side * side * 4))
    var random = SplitMix64(seed: 11)
    func walk(from a: Point, to b: Point) -> [Point] {
      (0..<steps).map { step in
        if step == 0 { return a }
        let share = Double(step) / Double(steps)
        let shake = min(40, Self.width / Double(steps))
        return Point(
          x: a.x + (b.x - a.x) * share + shake * (random.nextUnit() - 0.5),
          y: a.y + (b.y - a.y) * share + shake * (random.nextUnit() - 0.5))
      }
    }
    let corners = (0...side).map { row in
      (0...side).map { column in
        Point(
          x: Self.origin.x + Self.width * (Double(column) + 0.3 * random.nextUnit()),
          y: Self.origin.y + Self.width * (Double(row) + 0.3 * random.nextUnit()))
      }
    }
    var across: [[[Point]]] = []
    var upward: [[[Point]]] = []
    for row in 0...side {
      across.append((0..<side).map { walk(from: corners[row][$0], to: corners[row][$0 + 1]) })
    }
    for row in 0..<side {
      upward.append((0...side).map { walk(from: corners[row][$0], to: corners[row + 1][$0]) })
    }
    var outlines = OutlineTable()
    for row in 0..<side {
      for column in 0..<side {
        var ring = across[row][column] + upward[row][column + 1]
        ring += [corners[row + 1][column + 1]] + across[row + 1][column].dropFirst().reversed()
        ring += [corners[row + 1][column]] + upward[row][column].dropFirst().reversed()
        ring.append(ring[0])
        outlines.appendArea([[ring]])
      }
    }
    self.outlines = outlines
  }

  /// Returns points, most of them in clusters, as incidents are.
  func points(_ count: Int) -> (x: [Double], y: [Double]) {
    var random = SplitMix64(seed: 12)
    let extent = Double(side) * Self.width
    let centres = (0..<250).map { _ in
      (extent * random.nextUnit(), extent * random.nextUnit(), 60 + 640 * random.nextUnit())
    }
    var (x, y): ([Double], [Double]) = ([], [])
    for _ in 0..<count {
      if random.nextUnit() < 0.3 {
        x.append(Self.origin.x + extent * random.nextUnit())
        y.append(Self.origin.y + extent * random.nextUnit())
      } else {
        let (centreX, centreY, spread) = centres[Int(random.next() % 250)]
        func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + random.nextUnit() } }
        x.append(Self.origin.x + centreX + spread * normal())
        y.append(Self.origin.y + centreY + spread * normal())
      }
    }
    return (x, y)
  }
}
