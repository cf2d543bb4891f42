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
    let total = squares.volume
    guard total > 0 else {
      (classes, places) = ([], DecimalPlaces(of: 1, digits: Self.digits))
      return
    }
    var found: [(level: Double, bracket: MeasuredSquares.Bracket)] = []
    for share in shares {
      // The slack lets the whole volume be reached in spite of rounding.
      let wanted = share * total * (1 - 1e-12)
      let bracket = squares.bracket(holding: wanted)
      // Two levels of one plateau may differ by rounding.
      let level = min(squares.level(holding: wanted, in: bracket), found.last?.level ?? .infinity)
      found.append((level, bracket))
    }
    let places = DecimalPlaces(of: found.last?.level ?? 1, digits: Self.digits)
    self.places = places
    classes = zip(shares, found).map { share, found in
      // The level of a plateau is found from below.
      let rounded = places.roundedDown(found.level * (1 + 1e-10))
      let level = rounded > 0 ? rounded : found.level
      let part = squares.ground(
        from: level,
        in: found.bracket.levels.contains(level)
          ? found.bracket : squares.bracket(of: level..<level.nextUp))
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
