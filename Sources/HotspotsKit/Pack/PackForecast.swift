import Assignment
package import Boundaries
import Geometry
import HotspotAnalysis
import Incidents
import Projections
public import Tables
import Tasking

/// What making a pack would read, compute and write, found without doing it.
public struct PackForecast: Sendable {
  /// A file of incidents.
  public struct IncidentFile: Sendable {
    /// The path, `-` for standard input.
    public let path: String
    /// The size in bytes; `nil` for a stream.
    public let bytes: Int?
    /// About how many rows it has; `nil` for a stream.
    public let rows: Int?
    /// Which column serves for what, in words.
    public let columns: String
  }

  /// The files of incidents.
  public let incidents: [IncidentFile]
  /// The layers of areas, with the number of areas in each file.
  package let layers: [(layer: BoundaryLayer, areas: Int)]
  /// The name of the coordinate system.
  public let systemName: String
  /// How coordinates would be converted, in words.
  public let projection: String
  /// Why there would be no hours; `nil` if the files may tell them.
  public let hourAbsence: HourAbsence?
  /// The cells of the density.
  public let grid: SurfaceGrid
  /// About how many cells local statistics would compare at most; `nil` if they compare areas.
  public let comparedCells: Int?
  /// Where hotspots of the density would be looked for, in words; `nil` if they are made otherwise.
  package let hotspotSurface: String?
  /// About how many bytes of memory the run would take at most.
  public let bytes: Int
  /// The files of the pack; some are left out where the incidents turn out not to carry them.
  public let files: [String]
}

extension BriefingPack {
  /// Reads boundaries and the headers of the incidents, and finds what making the pack would take.
  ///
  /// - Parameter study: The study, which has boundaries.
  /// - Returns: The forecast.
  /// - Throws: The errors of files that cannot be read; ``InputError``;
  ///   ``Tables/SurfaceGridError`` and ``HotspotAnalysis/CellGridError`` for cells that cannot be.
  /// - Complexity: O(*v*) for *v* vertices of the areas.
  public func forecast(_ study: Study) async throws -> PackForecast {
    if explores { _ = try MapSoftware() }
    let opened = try await study.reportingAccuracy.open(AreaCounts(readsPeriod: true).needs)
    let input = try opened.requiredInput()
    let box = input.boundaries.layers[0].outlines.box
    let size = density.cellSize ?? SurfaceGrid.automaticCellSize(for: box)
    let width = statistics.cellSize ?? size
    if let shape = statistics.units.shape {
      try CellGrid.check(over: box, shape: shape, size: width)
    }
    let grid = try SurfaceGrid(box: box, cellSize: size)
    let incidents = opened.sources.map { source in
      let bytes = source.part.size
      return PackForecast.IncidentFile(
        path: source.path, bytes: bytes,
        rows: bytes.flatMap { source.expectedRows(ofBytes: $0) }, columns: source.columns.summary)
    }
    // Unknown for a stream.
    let rows = incidents.reduce(Int?.some(0)) { sum, file in
      sum.flatMap { sum in file.rows.map { sum + $0 } }
    }
    let absence = HourAbsence(of: opened.sources)
    let cells = statistics.units.shape.map {
      Int(CellGrid.predictedCells(over: box, shape: $0, size: width))
    }
    let isOfDensity = hotspotsFrom == .density
    return PackForecast(
      incidents: incidents,
      layers: zip(input.boundaries.layers, input.boundaries.areaCounts).map { ($0, $1) },
      systemName: input.boundaries.crsName, projection: input.plan.projection.summary.line,
      hourAbsence: absence, grid: grid, comparedCells: cells,
      hotspotSurface: isOfDensity
        ? HotspotSurfaceWords.work(density, on: grid, over: box, rows: rows) : nil,
      bytes: Self.bytes(study.options, input, incidents)
        // What the density took is given back before hotspots are looked for.
        + max(
          grid.cellCount * 60 + (rows ?? 0) * 32,
          isOfDensity ? HotspotSurfaceWords.bytes(density, on: grid, over: box, rows: rows) : 0)
        + (cells ?? 0) * CellGrid.predictedBytesPerCell
        + (explores ? (rows ?? 0) * Self.exploredBytesPerIncident : 0),
      files: files(
        of: input.boundaries, without: absence, study.options))
  }

  /// Returns the files in the order of their list.
  private func files(
    of boundaries: BoundaryInput, without absence: HourAbsence?, _ options: StudyOptions
  ) -> [String] {
    var lacking: Set<PackFinding> = absence == nil ? [] : [.hours, .areaHours]
    if options.filter.from == nil { lacking.insert(.change) }
    if !options.incidents.canBeReadAgain { lacking.formUnion([.change, .months]) }
    return PackParts(
      layers: boundaries.layers.map(\.name), lacking: lacking, weighs: options.weights != nil,
      hasRates: population != nil, explores: explores
    ).files.map(\.path)
  }

  /// What an incident takes on a map to explore: its columns as they are read, joined and ordered, and
  /// its part of the page.
  private static let exploredBytesPerIncident = 320

  /// Returns about how many bytes a run takes without surfaces, cells and the map to explore, rounded up.
  ///
  /// The program itself and PROJ; blocks of rows and tables of columns for each thread; outlines with
  /// their index, and as the maps hold them; the place, area, day, time and kind of each incident, and
  /// its key where each counts once.
  private static func bytes(
    _ options: StudyOptions, _ input: AnalysisInput, _ incidents: [PackForecast.IncidentFile]
  ) -> Int {
    let vertices = input.boundaries.layers.reduce(0) { $0 + $1.outlines.vertexCount }
    let rows = incidents.reduce(0) { $0 + ($1.rows ?? 0) }
    return (48 + 6 * options.threads) * (1 << 20) + vertices * 160
      + rows * (options.incidents.uniqueKey == nil ? 52 : 100)
  }
}
