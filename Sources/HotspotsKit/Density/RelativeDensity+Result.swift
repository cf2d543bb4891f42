import Boundaries
import HotspotAnalysis
public import Tables

extension RelativeDensity {
  /// The ratio of two densities, with its bands and the ground where it is beyond chance.
  public struct Result: Sendable {
    /// What was asked.
    public let method: RelativeDensity
    /// What was read of the incidents asked about, and where every row went.
    public let reading: StudyReading
    /// The same of those they are compared with.
    public let compared: StudyReading
    /// The incidents of the study area, or the sum of their weights, divided by those compared with.
    public let overall: Double
    /// The bands of the ratio clipped to the study area, the lowest first, those without ground left
    /// out: `band` from 1 to 7, `from_ratio`, `to_ratio`, `from_times` and `to_times` (empty for the
    /// top one), `area_km2`, `incidents`, `compared_with`.
    public let bands: FeatureTable
    /// The incidents asked about that lie in the study area.
    let places: GatheredIncidents
    /// Those they are compared with.
    let basePlaces: GatheredIncidents
    /// The cells of the study area.
    let area: StudyMask
    /// The ratio and what was chosen on the way.
    let ratio: DensityRatio
    /// What chance would make of the ratio; `nil` if no labels were drawn.
    let tolerance: RatioTolerance?
    /// Where the ratio is beyond chance; `nil` if no labels were drawn.
    let ground: RatioContours?

    init(
      _ method: RelativeDensity, reading: StudyReading, compared: StudyReading,
      places: GatheredIncidents, basePlaces: GatheredIncidents, area: StudyMask,
      ratio: DensityRatio,
      tolerance: RatioTolerance?
    ) throws {
      self.method = method
      (self.reading, self.compared) = (reading, compared)
      (self.places, self.basePlaces, self.area) = (places, basePlaces, area)
      (self.ratio, self.tolerance) = (ratio, tolerance)
      let amount = places.optionalWeights?.reduce(0, +) ?? Double(places.x.count)
      overall = amount / Double(basePlaces.x.count)
      let boundaries = reading.requiredInput.boundaries
      let outlines = boundaries.layers[0].outlines
      bands = try RatioBands(overall: overall).table(
        of: ratio.margin, places: places, basePlaces: basePlaces, clippedTo: outlines,
        crs: boundaries.crs)
      ground = try tolerance.map {
        try RatioContours(of: $0, places: places, basePlaces: basePlaces, clippedTo: outlines)
      }
    }
  }
}

extension RelativeDensity.Result {
  /// The ratio at the middles of the study area's cells; without value where there are too few to
  /// divide by.
  public var surface: Surface { ratio.surface }

  /// The ground where the ratio is beyond chance, piece by piece: first where there are more, then
  /// where there are fewer, the largest first; `nil` if no labels were drawn.
  ///
  /// The columns are `side` (`more` or `fewer`), `area_km2`, `incidents`, `compared_with` and `times`,
  /// how many times the ratio of the whole study area.
  public var contours: FeatureTable? {
    ground?.featureTable(overall: overall, crs: reading.requiredInput.boundaries.crs)
  }

  /// The cells with a ratio, row by row from the south: `x` and `y` of their middles, both densities
  /// (`per_km2`, `compared_with_per_km2`), `ratio`, how many `times` that of the whole study area it is
  /// and, if labels were drawn, how often chance alone would make some cell stray as far
  /// (`p_adjusted`).
  ///
  /// - Complexity: O(*k*) for *k* cells.
  public var cells: FeatureTable {
    let grid = surface.grid
    let present = (0..<grid.cellCount).filter { surface.hasValue(at: $0) }
    let middles = present.map { grid.centre(of: $0) }
    let values = present.map { surface.values[$0] }
    let chances = tolerance.map { tolerance in
      present.map { cell in
        let (row, column) = cell.quotientAndRemainder(dividingBy: grid.columns)
        // The margin has a cell more on each side.
        return tolerance.score[column + 1, row + 1].map(tolerance.adjustedP)
      }
    }
    return FeatureTable(
      name: "ratio",
      columns: [
        Column("x", .reals(middles.map(\.x))), Column("y", .reals(middles.map(\.y))),
        Column("per_km2", .reals(present.map { ratio.upper.values[$0] })),
        Column("compared_with_per_km2", .reals(present.map { ratio.lower.values[$0] })),
        Column("ratio", .reals(values)),
        Column("times", .reals(values.map { overall > 0 ? $0 / overall : nil })),
      ] + (chances.map { [Column("p_adjusted", .reals($0))] } ?? []))
  }
}
