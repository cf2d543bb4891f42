import Boundaries
public import HotspotAnalysis
import Interchange
public import Tables

extension KernelDensity {
  /// A density of incidents, with its bands and hotspots.
  public struct Result: Sendable {
    /// What was asked.
    public let method: KernelDensity
    /// What was read, and where every row went.
    public let reading: StudyReading
    /// The bandwidth and where it came from.
    public let bandwidth: BandwidthChoice
    /// The bands clipped to the study area, the lowest first, those without ground left out: `band`
    /// from 1, `from_per_km2`, `to_per_km2` (empty for the top one), `area_km2`, `incidents`, with
    /// weights or hours their sum, and by volume `volume_share`; `nil` if none were asked for.
    public let bands: FeatureTable?
    /// The incidents of the study area, or the sum of their weights.
    let total: Double
    /// Whether incidents are weighted.
    let isWeighted: Bool
    /// The cells of the study area.
    package let area: StudyMask
    /// The surface and what was left out on the way.
    package let estimate: KernelEstimate
    /// How far the correction's integral may be off.
    package let accuracy: EdgeCorrectionAccuracy
    /// The scale of the surface on which hotspots are looked for.
    package let hotspotScale: HotspotScale
    /// The hotspots; `nil` if none were asked for.
    package internal(set) var hotspotList: HotspotList?
    /// The hotspots with other bandwidths, where they were asked for.
    package internal(set) var trials: [BandwidthTrial] = []
    /// What is to be said of breaks that were asked for; `nil` if they were fitted.
    package let scaleNote: String?
    let cut: Cut
    /// The sum of the incidents' weights in each band, the lowest first.
    let amountsByBand: [Double]
  }
}

extension KernelDensity.Result {
  /// Incidents per square kilometre at the middles of the study area's cells.
  public var surface: Surface { estimate.surface }

  /// The cells of the study area, row by row from the south: `x` and `y` of their middles, in metres
  /// of the system of the study, and `per_km2`.
  ///
  /// - Complexity: O(*k*) for *k* cells.
  public var cells: FeatureTable {
    let grid = surface.grid
    let present = (0..<grid.cellCount).filter { surface.hasValue(at: $0) }
    let middles = present.map { grid.centre(of: $0) }
    return FeatureTable(
      name: "density",
      columns: [
        Column("x", .reals(middles.map(\.x))), Column("y", .reals(middles.map(\.y))),
        Column(KernelDensity.valueColumn, .reals(present.map { surface.values[$0] })),
      ])
  }

  /// The densest places that can be walked, by rank, with their outlines: where the densest cells that
  /// hold a quarter of the surface join and hold ten incidents or more, ten places at most; `nil` if
  /// none were asked for.
  ///
  /// Columns that the data cannot fill are left out: `rank`, `location`, `grid_reference`, `incidents`,
  /// with weights or hours their sum, `share` of all, `area_km2`, `per_km2`, `concentration_ratio`,
  /// the busiest hours, the leading categories and the names of places.
  public var hotspots: FeatureTable? {
    hotspotWords?.table(weightColumn: reading.options.weightColumn)
  }

  /// What lists, maps and manifests say of the hotspots; `nil` if none were asked for.
  package var hotspotWords: HotspotWords? {
    hotspotList.map { list in
      HotspotWords(
        list: list, crs: reading.requiredInput.boundaries.crs, places: .cells,
        surface: hotspotSurface, noun: reading.options.amountNoun)
    }
  }

  /// What is said of the surface on which hotspots are looked for.
  package var hotspotSurface: HotspotSurfaceWords {
    HotspotSurfaceWords(
      scale: hotspotScale, densityBandwidth: bandwidth.metres,
      densityCellSize: area.grid.cellSize)
  }

  /// The densities between the bands, ascending, as the key prints them.
  package var breaks: [Double] { cut.breaks }

  /// The decimals with which they are printed.
  package var breakPlaces: Int { cut.places }

  /// The bands, which were asked for.
  package var requiredBands: FeatureTable {
    guard let bands else { preconditionFailure("KernelDensity: no bands were asked for") }
    return bands
  }

  /// Returns the ground of a class of the volume, in square kilometres: that of its polygons where
  /// they were drawn.
  func squareKilometres(of found: DensestGround.Class) -> Double {
    guard let bands, let from = bands[column: "from_per_km2"]?.values,
      let area = bands[column: "area_km2"]?.values
    else { return found.squareKilometres }
    return (0..<bands.rowCount).reduce(0) { sum, row in
      from.number(at: row) ?? 0 >= found.level ? sum + (area.number(at: row) ?? 0) : sum
    }
  }

  /// Returns the sum of the weights of the incidents that lie in a class of the volume.
  func amount(in found: DensestGround.Class) -> Double {
    amountsByBand[IsoplethBands.band(of: found.level, breaks: breaks)...].reduce(0, +)
  }
}
