/// Directions in whole numbers, every 15 degrees counter-clockwise from the east.
enum Compass {
  /// The number of directions.
  static let count = 24

  /// Returns a direction as a vector a thousand long, to the nearest whole numbers.
  static func direction(_ index: Int) -> (x: Int, y: Int) {
    let (x, y) = firstQuarter[index % 6]
    switch (index / 6) % 4 {
    case 0: return (x, y)
    case 1: return (-y, x)
    case 2: return (-x, -y)
    default: return (y, -x)
    }
  }

  private static let firstQuarter = [
    (1000, 0), (966, 259), (866, 500), (707, 707), (500, 866), (259, 966),
  ]
}
