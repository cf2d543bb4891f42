import Statistics

/// A smooth random field over the plane, in whole numbers: the same on any machine.
///
/// Random values at the corners of a square lattice, joined by a cubic ramp (value noise).
struct ValueNoise {
  /// The seed; each seed is another field.
  let seed: UInt64

  /// Returns the field's value at a position: between -1024 and 1024.
  ///
  /// - Parameters:
  ///   - position: Where; neither coordinate is negative.
  ///   - wavelength: The lattice's spacing, in the units of the position.
  /// - Returns: The value.
  func value(at position: GridPosition, wavelength: Int) -> Int {
    let (column, row) = (position.x / wavelength, position.y / wavelength)
    let across = Self.ramp((position.x - column * wavelength) * 1024 / wavelength)
    let up = Self.ramp((position.y - row * wavelength) * 1024 / wavelength)
    let south = mix(corner(column, row), corner(column + 1, row), across)
    let north = mix(corner(column, row + 1), corner(column + 1, row + 1), across)
    return mix(south, north, up)
  }

  private func corner(_ column: Int, _ row: Int) -> Int {
    let key = UInt64(column) &* 0xD6E8_FEB8_6659_FD93 ^ UInt64(row) &* 0xA5A3_5625_A6F5_1B2D
    var generator = SplitMix64(seed: seed ^ key)
    return Int(generator.next() >> 53) - 1024
  }

  private func mix(_ from: Int, _ to: Int, _ share: Int) -> Int {
    from + (to - from) * share / 1024
  }

  /// Eases a fraction of 1024 in and out: 3t² - 2t³.
  private static func ramp(_ t: Int) -> Int { t * t * (3072 - 2 * t) / (1024 * 1024) }
}
