/// The borough's outer shape: an uneven oval, cut off in the south by a river with two islets.
struct BoroughShape {
  /// The middle of the oval.
  static let middle = GridPosition(x: 345_000, y: 330_000)
  /// The dense centre, where areas are small and most incidents happen.
  static let centre = GridPosition(x: 372_000, y: 282_000)
  /// The size of the map on which the borough lies, with room to spare around it.
  static let mapSize = GridPosition(x: 690_000, y: 660_000)

  private static let semiAxes = GridPosition(x: 285_000, y: 268_000)
  /// The middles and half lengths of the islets; each lies a little off the bank.
  private static let islets = [(x: 268_000, half: 17_000), (x: 306_000, half: 11_000)]

  private let bend: ValueNoise
  private let bendAcross: ValueNoise

  /// Creates the shape that belongs to a seed.
  init(seed: UInt64) {
    bend = ValueNoise(seed: seed)
    bendAcross = ValueNoise(seed: seed ^ 0x5EED)
  }

  /// Returns whether a position lies in the oval and north of the river.
  func isMainland(_ position: GridPosition) -> Bool {
    guard position.y > riverBank(at: position.x) else { return false }
    var (x, y) = (position.x - Self.middle.x, position.y - Self.middle.y)
    for (wavelength, reach) in [(200_000, 75_000), (85_000, 24_000), (30_000, 5_000), (9_000, 900)]
    {
      x += bend.value(at: position, wavelength: wavelength) * reach / 1024
      y += bendAcross.value(at: position, wavelength: wavelength) * reach / 1024
    }
    let (across, up) = (x * 1000 / Self.semiAxes.x, y * 1000 / Self.semiAxes.y)
    return across * across + up * up < 1_000_000
  }

  /// Returns whether a position lies on an islet of the river.
  func isIslet(_ position: GridPosition) -> Bool {
    Self.islets.contains { islet in
      let along = position.x - islet.x
      guard abs(along) < islet.half else { return false }
      let across = position.y - (riverBank(at: position.x) - 10_500)
      // A lens: widest in the middle, pointed at both ends.
      let halfWidth = 4_600 * (islet.half * islet.half - along * along) / (islet.half * islet.half)
      return abs(across) < halfWidth
    }
  }

  /// Returns how far north the river's bank lies at an easting.
  private func riverBank(at x: Int) -> Int {
    let along = GridPosition(x: x, y: 0)
    let wide = bend.value(at: along, wavelength: 230_000) * 80_000
    let narrow = bendAcross.value(at: along, wavelength: 47_000) * 5_000
    return 152_000 + (wide + narrow) / 1024
  }
}
