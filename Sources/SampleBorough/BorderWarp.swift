/// Bends straight borders into ones that wander like lanes, streams and back fences.
struct BorderWarp {
  private let across: ValueNoise
  private let up: ValueNoise

  /// Creates the bends that belong to a seed.
  init(seed: UInt64) {
    across = ValueNoise(seed: seed)
    up = ValueNoise(seed: seed ^ 0xB0D3)
  }

  /// Returns where a position is taken to be when its nearest area is sought.
  func displaced(_ position: GridPosition) -> GridPosition {
    displaced(
      position, octaves: [(90_000, 11_000), (30_000, 5_500), (11_000, 2_600), (4_500, 900)])
  }

  /// Returns the position moved by the small bends only.
  func displacedSlightly(_ position: GridPosition) -> GridPosition {
    displaced(position, octaves: [(20_000, 4_000), (9_000, 1_800), (4_500, 900)])
  }

  private func displaced(
    _ position: GridPosition, octaves: [(wavelength: Int, reach: Int)]
  ) -> GridPosition {
    var moved = position
    for octave in octaves {
      moved.x += across.value(at: position, wavelength: octave.wavelength) * octave.reach / 1024
      moved.y += up.value(at: position, wavelength: octave.wavelength) * octave.reach / 1024
    }
    return moved
  }
}
