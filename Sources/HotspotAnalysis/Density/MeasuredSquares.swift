import Tables

/// Ground and what lies on it.
struct MeasuredGround {
  /// Density times ground.
  var volume = 0.0
  var squareKilometres = 0.0

  mutating func add(_ other: MeasuredGround) {
    volume += other.volume
    squareKilometres += other.squareKilometres
  }
}

/// The squares between the middles of four cells, as far as they lie in a study area.
///
/// Squares that lie in it are integrated exactly, those on its edge by samples.
struct MeasuredSquares {
  /// How much of a square lies in the study area.
  private enum Extent: UInt8 {
    case nothing, part, whole
  }

  private let grid: SurfaceGrid
  private let values: [Double]
  /// The extent of each square, by its south-western cell; nothing where there is no density either.
  private var extents: [Extent]
  private let samples: EdgeSamples
  /// The volume of the squares by the bucket of their lowest and of their highest density.
  private var (volumesByLowest, volumesByHighest) = (
    [Double](repeating: 0, count: DensityBuckets.count),
    [Double](repeating: 0, count: DensityBuckets.count)
  )
  private var highest = 0.0
  /// The volume of all ground.
  private(set) var volume = 0.0

  init(of surface: Surface, within mask: StudyMask) {
    grid = surface.grid
    values = surface.values
    samples = EdgeSamples(of: surface.grid, within: mask)
    extents = [Extent](repeating: .nothing, count: surface.grid.cellCount)
    for row in 0..<max(0, grid.rows - 1) {
      for column in 0..<max(0, grid.columns - 1) {
        guard
          let square = InterpolationSquare(of: values.span, on: grid, column: column, row: row),
          square.highest > 0
        else { continue }
        let inside = samples.count(inColumn: column, row: row)
        guard inside > 0 else { continue }
        let extent = inside == samples.all ? Extent.whole : .part
        extents[row * grid.columns + column] = extent
        let found = ground(of: square, extent, from: 0).volume
        volumesByLowest[DensityBuckets.bucket(of: square.lowest)] += found
        volumesByHighest[DensityBuckets.bucket(of: square.highest)] += found
        volume += found
        highest = max(highest, square.highest)
      }
    }
  }

  // MARK: - Levels

  /// Levels between which one is looked for, and the ground that they leave open.
  struct Bracket {
    /// A level in the list is at least the lower bound and below the upper one.
    let levels: Range<Double>
    /// The ground that lies above all of them.
    fileprivate var above = MeasuredGround()
    /// The squares that do not lie wholly above or below all of them.
    fileprivate var open: [OpenSquare] = []
  }

  fileprivate struct OpenSquare {
    /// The south-western cell.
    let cell: Int32
    let lowest: Double
    let highest: Double
  }

  /// Returns what levels leave open.
  func bracket(of levels: Range<Double>) -> Bracket {
    var bracket = Bracket(levels: levels)
    for cell in 0..<extents.count where extents[cell] != .nothing {
      let square = square(at: cell)
      let (lowest, highest) = (square.lowest, square.highest)
      if highest < levels.lowerBound { continue }
      if lowest >= levels.upperBound {
        bracket.above.add(ground(of: square, extents[cell], from: 0))
      } else {
        bracket.open.append(OpenSquare(cell: Int32(cell), lowest: lowest, highest: highest))
      }
    }
    return bracket
  }

  /// Returns levels among which is the highest that has a volume above it.
  ///
  /// - Parameter volume: The volume, above zero and at most all.
  /// - Returns: The levels, with the ground that they leave open.
  func bracket(holding volume: Double) -> Bracket {
    // Above a level lies at least what is in squares that have nothing below it, and at most
    // what is in squares that have anything above it.
    func firstBucket(of volumes: [Double]) -> Int {
      var (bucket, sum) = (volumes.count - 1, 0.0)
      while bucket > 0 {
        sum += volumes[bucket]
        if sum >= volume { break }
        bucket -= 1
      }
      return bucket
    }
    let low = DensityBuckets.lowest(inBucket: firstBucket(of: volumesByLowest))
    let high = DensityBuckets.lowest(inBucket: firstBucket(of: volumesByHighest) + 1)
    return bracket(of: low..<max(low, min(high, highest.nextUp)))
  }

  /// Finds the highest level that has a volume above it.
  ///
  /// - Parameters:
  ///   - volume: The volume, above zero and at most all.
  ///   - bracket: Where the level is, see ``bracket(holding:)``.
  /// - Returns: The level.
  func level(holding volume: Double, in bracket: Bracket) -> Double {
    var (low, high) = (bracket.levels.lowerBound, bracket.levels.upperBound)
    // What lies above the bracket of levels is summed once, and what lies below it left out.
    var above = bracket.above.volume
    var open = bracket.open
    for _ in 0..<100 where high - low > 1e-12 * high {
      let middle = low + (high - low) / 2
      var found = above
      for square in open { found += ground(of: square, from: middle).volume }
      if found >= volume { low = middle } else { high = middle }
      open.removeAll { square in
        if square.highest < low { return true }
        guard square.lowest >= high else { return false }
        above += ground(of: square, from: high).volume
        return true
      }
    }
    return low
  }

  /// Returns all ground where the density is at least a level.
  ///
  /// - Parameters:
  ///   - level: The level.
  ///   - bracket: Levels among which it is.
  /// - Returns: The ground.
  func ground(from level: Double, in bracket: Bracket) -> MeasuredGround {
    bracket.open.reduce(into: bracket.above) { $0.add(ground(of: $1, from: level)) }
  }

  // MARK: - Squares

  private func square(at cell: Int) -> InterpolationSquare {
    let (row, column) = cell.quotientAndRemainder(dividingBy: grid.columns)
    guard let square = InterpolationSquare(of: values.span, on: grid, column: column, row: row)
    else { preconditionFailure("MeasuredSquares: a square of ground has four corners") }
    return square
  }

  private func ground(of square: OpenSquare, from level: Double) -> MeasuredGround {
    if square.highest < level { return MeasuredGround() }
    let cell = Int(square.cell)
    return ground(of: self.square(at: cell), extents[cell], from: level)
  }

  /// Returns the ground of a square where the density is at least a level.
  private func ground(
    of square: InterpolationSquare, _ extent: Extent, from level: Double
  ) -> MeasuredGround {
    let size = grid.cellAreaSquareKilometres
    guard extent == .whole else { return samples.ground(of: square, from: level, size: size) }
    if square.lowest >= level {
      return MeasuredGround(volume: square.mean * size, squareKilometres: size)
    }
    var sum = MeasuredGround()
    func addTriangle(_ from: Double, _ to: Double) {
      sum.add(Self.triangle(from, to, square.mean, size / 4, from: level))
    }
    addTriangle(square.southWest, square.southEast)
    addTriangle(square.southEast, square.northEast)
    addTriangle(square.northEast, square.northWest)
    addTriangle(square.northWest, square.southWest)
    return sum
  }

  /// Returns the ground of a triangle where a plane through its corners is at least a level.
  private static func triangle(
    _ a: Double, _ b: Double, _ c: Double, _ size: Double, from level: Double
  ) -> MeasuredGround {
    let low = min(a, b, c)
    let high = max(a, b, c)
    let middle = max(min(a, b), min(max(a, b), c))
    let whole = MeasuredGround(volume: size * (a + b + c) / 3, squareKilometres: size)
    if level <= low { return whole }
    if level >= high { return MeasuredGround() }
    if level >= middle {
      // The triangle at the highest corner.
      let part = size * ((high - level) / (high - low)) * ((high - level) / (high - middle))
      return MeasuredGround(volume: part * (high + 2 * level) / 3, squareKilometres: part)
    }
    // All but the triangle at the lowest corner.
    let part = size * ((level - low) / (high - low)) * ((level - low) / (middle - low))
    return MeasuredGround(
      volume: whole.volume - part * (low + 2 * level) / 3, squareKilometres: size - part)
  }
}
