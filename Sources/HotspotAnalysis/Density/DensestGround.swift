package import Statistics
package import Tables

/// The densest ground that holds a share of a surface's volume: what an isopleth encloses.
///
/// The surface is the one that ``IsoplethBands`` draws, linear between the middles of the cells, see
/// ``Tables/Surface/interpolated(x:y:)``, and counts as far as the study area reaches. The level is
/// the highest above which the share lies, rounded down so that what a key prints is the level itself;
/// on a plateau, which has no isopleth within it, all of it is taken. Both may go past what was asked,
/// and ``Class/reached`` says how far. The 25 % class lies inside the 50 % class. A share of volume is
/// neither a percentile of cells nor a share of the peak.
///
///     let ground = DensestGround(of: result.margin, within: mask)
///     ground.classes[0].level      // the density whose isopleth encloses a quarter of the volume
///
/// Squares between four middles are integrated exactly where they lie in the study area, and by
/// samples where its edge runs through them.
package struct DensestGround: Sendable, Equatable {
  /// One class.
  package struct Class: Sendable, Equatable {
    /// The share of the volume asked for.
    package let share: Double
    /// The lowest density in the class.
    package let level: Double
    /// The share of the volume in the class.
    package let reached: Double
    /// How much ground of the study area is in the class, in square kilometres.
    package let squareKilometres: Double
  }

  /// The classes, the smallest share first; none when the surface has no volume.
  package let classes: [Class]
  /// The decimals with which the levels are written.
  package let places: DecimalPlaces

  /// Finds the classes of a surface.
  ///
  /// - Parameters:
  ///   - surface: A surface without negative values, that reaches a cell beyond the study area.
  ///   - mask: The study area on cells whose sides are those of the surface's or a part of them, see
  ///     ``edgeGrid(for:)``.
  ///   - shares: The shares of the volume, ascending, above 0 and at most 1.
  /// - Complexity: O(*k*) for *k* cells, as a rule, and the cells of the mask.
  package init(
    of surface: Surface, within mask: StudyMask, shares: [Double] = [0.25, 0.5, 0.75]
  ) {
    precondition(
      zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 }
        && shares.allSatisfy { $0 > 0 && $0 <= 1 }, "DensestGround: shares ascend from 0 to 1")
    let squares = MeasuredSquares(of: surface, within: mask)
    let total = squares.whole.volume
    guard total > 0 else {
      (classes, places) = ([], DecimalPlaces(of: 1, digits: Self.digits))
      return
    }
    var levels: [Double] = []
    for share in shares {
      // The slack lets the whole volume be reached in spite of rounding.
      levels.append(squares.level(holding: share * total * (1 - 1e-12), below: levels.last))
    }
    let places = DecimalPlaces(of: levels.last ?? 1, digits: Self.digits)
    self.places = places
    classes = zip(shares, levels).map { share, exact in
      // The level of a plateau is found from below.
      let rounded = places.roundedDown(exact * (1 + 1e-10))
      let level = rounded > 0 ? rounded : exact
      let part = squares.ground(from: level)
      return Class(
        share: share, level: level, reached: min(1, part.volume / total),
        squareKilometres: part.squareKilometres)
    }
  }

  /// The significant digits of the lowest level: what rounding adds to a share is a few
  /// ten-thousandths.
  private static let digits = 4

  /// Returns the cells on which the edge of a study area is told closely enough: the sides of
  /// a grid's cells in eight parts, in fewer where there would be over half a million cells.
  package static func edgeGrid(for grid: SurfaceGrid) -> SurfaceGrid {
    for parts in [8, 4, 2] where grid.cellCount * parts * parts <= 500_000 {
      return SurfaceGrid(
        cellSize: grid.cellSize / Double(parts), firstColumn: grid.firstColumn * parts,
        firstRow: grid.firstRow * parts, columns: grid.columns * parts, rows: grid.rows * parts)
    }
    return grid
  }
}

// MARK: -

/// Ground and what lies on it.
private struct MeasuredGround {
  /// Density times ground.
  var volume = 0.0
  var squareKilometres = 0.0

  mutating func add(_ other: MeasuredGround) {
    volume += other.volume
    squareKilometres += other.squareKilometres
  }
}

/// The squares between the middles of four cells, as far as they lie in a study area.
private struct MeasuredSquares {
  /// A square by its south-western cell.
  private struct Square {
    var cell: Int32
    /// Whether all of it lies in the study area.
    var isInside: Bool
    /// The lowest and the highest density at its corners, and so in it.
    var lowest: Double
    var highest: Double
    /// All its ground in the study area.
    var whole = MeasuredGround()
  }

  private let surface: Surface
  private let mask: StudyMask
  /// How many samples a side of a square at the edge has.
  private let samples: Int
  /// The squares where there is any density.
  private var squares: [Square] = []
  private let highest: Double
  /// All ground, with what lies on it.
  private(set) var whole = MeasuredGround()

  init(of surface: Surface, within mask: StudyMask) {
    self.surface = surface
    self.mask = mask
    samples = max(2, Int((surface.grid.cellSize / mask.grid.cellSize).rounded()))
    highest = surface.range?.upperBound ?? 0
    for cell in 0..<surface.grid.cellCount {
      guard let square = square(at: Int32(cell)), square.highest > 0 else { continue }
      var inside = 0
      forEachSample(of: square) { _, _ in inside += 1 }
      guard inside > 0 else { continue }
      var found = Square(
        cell: Int32(cell), isInside: inside == samples * samples, lowest: square.lowest,
        highest: square.highest)
      found.whole = measured(found, from: 0)
      squares.append(found)
      whole.add(found.whole)
    }
  }

  /// Finds the highest level that has a volume above it.
  ///
  /// - Parameters:
  ///   - volume: The volume, above zero and at most all.
  ///   - limit: A level above which there is less; absent for the highest value.
  /// - Returns: The level.
  func level(holding volume: Double, below limit: Double?) -> Double {
    var (low, high) = (0.0, limit ?? highest.nextUp)
    // What lies above the bracket of levels is summed once, and what lies below it left out.
    var above = 0.0
    var open = squares
    for _ in 0..<100 where high - low > 1e-12 * high {
      let middle = low + (high - low) / 2
      var found = above
      for square in open { found += ground(of: square, from: middle).volume }
      if found >= volume { low = middle } else { high = middle }
      open = open.filter { square in
        guard square.highest >= low else { return false }
        guard square.lowest >= high else { return true }
        above += square.whole.volume
        return false
      }
    }
    return low
  }

  /// Returns all ground where the density is at least a level.
  func ground(from level: Double) -> MeasuredGround {
    squares.reduce(into: MeasuredGround()) { $0.add(ground(of: $1, from: level)) }
  }

  private func square(at cell: Int32) -> InterpolationSquare? {
    let (row, column) = Int(cell).quotientAndRemainder(dividingBy: surface.grid.columns)
    return InterpolationSquare(of: surface, column: column, row: row)
  }

  /// Returns the ground of a square where the density is at least a level.
  private func ground(of square: Square, from level: Double) -> MeasuredGround {
    if square.highest < level { return MeasuredGround() }
    // Few squares have an isopleth in them.
    return square.lowest >= level ? square.whole : measured(square, from: level)
  }

  private func measured(_ square: Square, from level: Double) -> MeasuredGround {
    var sum = MeasuredGround()
    guard let values = self.square(at: square.cell), values.highest >= level else { return sum }
    let size = surface.grid.cellAreaSquareKilometres
    guard square.isInside else {
      let part = size / Double(samples * samples)
      forEachSample(of: values) { across, up in
        let value = values.value(across: across, up: up)
        if value >= level {
          sum.add(MeasuredGround(volume: value * part, squareKilometres: part))
        }
      }
      return sum
    }
    if values.lowest >= level {
      return MeasuredGround(volume: values.mean * size, squareKilometres: size)
    }
    func addTriangle(_ from: Double, _ to: Double) {
      sum.add(Self.triangle(from, to, values.mean, size / 4, from: level))
    }
    addTriangle(values.southWest, values.southEast)
    addTriangle(values.southEast, values.northEast)
    addTriangle(values.northEast, values.northWest)
    addTriangle(values.northWest, values.southWest)
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

  /// Visits the samples of a square that lie in the study area, by their place in the square.
  private func forEachSample(
    of square: InterpolationSquare, visit: (_ across: Double, _ up: Double) -> Void
  ) {
    let size = surface.grid.cellSize
    let west = surface.grid.centreX(ofColumn: square.column)
    let south = surface.grid.centreY(ofRow: square.row)
    for row in 0..<samples {
      let up = (Double(row) + 0.5) / Double(samples)
      guard let maskRow = mask.grid.row(y: south + up * size) else { continue }
      for column in 0..<samples {
        let across = (Double(column) + 0.5) / Double(samples)
        guard let maskColumn = mask.grid.column(x: west + across * size),
          mask.isInside[maskRow * mask.grid.columns + maskColumn]
        else { continue }
        visit(across, up)
      }
    }
  }
}
