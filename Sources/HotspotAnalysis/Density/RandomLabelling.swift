import Statistics

/// Draws, again and again, which of some incidents are those asked about.
///
/// Where the incidents asked about are among those they are compared with, as many of these are drawn;
/// else as many of both together. They are taken to be among them when all but one in a thousand
/// have an incident of their own at the same millimetre.
struct RandomLabelling {
  /// The incidents from which is drawn.
  let x: [Double]
  let y: [Double]
  /// Whether these are the incidents compared with, which hold those asked about.
  let isNested: Bool
  /// How many are drawn.
  private let count: Int
  private var order: [Int]
  private var random: SplitMix64

  /// Prepares to draw.
  ///
  /// - Complexity: O(*n*) for *n* incidents.
  init(
    of upper: (x: [Double], y: [Double]), among lower: (x: [Double], y: [Double]), seed: UInt64
  ) {
    isNested = Self.holds(lower, upper)
    x = isNested ? lower.x : upper.x + lower.x
    y = isNested ? lower.y : upper.y + lower.y
    count = min(upper.x.count, x.count)
    order = Array(x.indices)
    random = SplitMix64(seed: seed)
  }

  /// Returns the places of a random selection, in random order.
  ///
  /// - Complexity: O(*m*) for *m* incidents drawn.
  mutating func next() -> (x: [Double], y: [Double]) {
    for position in 0..<count {
      order.swapAt(position, position + random.nextIndex(below: order.count - position))
    }
    let drawn = order[..<count]
    return (drawn.map { x[$0] }, drawn.map { y[$0] })
  }

  private struct Millimetres: Hashable {
    let x: Int
    let y: Int
  }

  private static func holds(
    _ all: (x: [Double], y: [Double]), _ some: (x: [Double], y: [Double])
  ) -> Bool {
    guard some.x.count <= all.x.count else { return false }
    func place(_ x: Double, _ y: Double) -> Millimetres {
      Millimetres(x: Int((x * 1000).rounded()), y: Int((y * 1000).rounded()))
    }
    var left: [Millimetres: Int] = [:]
    for (x, y) in zip(all.x, all.y) { left[place(x, y), default: 0] += 1 }
    var missing = 0
    for (x, y) in zip(some.x, some.y) {
      let place = place(x, y)
      let count = left[place] ?? 0
      if count > 0 { left[place] = count - 1 } else { missing += 1 }
    }
    return missing * 1000 <= some.x.count
  }
}
