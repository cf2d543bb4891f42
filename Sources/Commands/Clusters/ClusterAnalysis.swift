import Boundaries
import CommandLineKit
import Geometry
import HotspotAnalysis
import Incidents
import Tables
import Topology

/// Local statistics of areas or cells: what `clusters` writes.
struct ClusterAnalysis {
  /// The areas.
  let boundaries: BoundaryInput
  /// The incidents by area; absent where values were read from a ready table.
  let incidents: AreaAnalysis?
  /// The values from a ready table; absent where incidents were counted.
  let areaValues: AreaValues?
  /// The grid; absent where areas are compared.
  let grid: CellGrid?
  /// Which places are neighbours.
  let neighbours: Neighbours
  /// The scores.
  let scores: LocalScores
  /// Where places and their neighbours stand; absent for Gi*.
  let quadrants: [LocalMoran.Quadrant?]?
  /// The rows that are written, with their outlines.
  let table: FeatureTable
  /// What people should know before they read the result.
  let warnings: [ClusterWarning]
  /// Where each row read went.
  let reconciliation: Reconciliation
  /// The hotspots, where they were asked for.
  private(set) var hotspots: HotspotList?

  /// Reads, counts and compares.
  ///
  /// - Parameters:
  ///   - options: What the user asked for of the inputs; one layer of areas.
  ///   - settings: What the user asked for of the method.
  ///   - reportsAccuracy: Whether to count the incidents that the projection's error could move.
  ///   - readsPeriod: Whether the period is needed.
  ///   - findsHotspots: Whether hotspots are wanted; not with a ready table of values.
  ///   - stages: The stages of the run.
  ///   - console: Where the work ahead is said and progress is drawn.
  /// - Returns: The scores and what they rest on.
  /// - Throws: What ``AreaAnalysis`` throws, ``AreaValuesError``, ``CellGridError`` and
  ///   ``LocalStatisticError``.
  static func run(
    _ options: InputOptions, _ settings: ClusterSettings, reportsAccuracy: Bool,
    readsPeriod: Bool, findsHotspots: Bool = false, stages: inout Stages, in console: Console
  ) async throws -> ClusterAnalysis {
    if let source = settings.table {
      let boundaries = try await BoundaryInput.load(options)
      let read = try AreaValues(source, for: boundaries.layers[0])
      stages.end("reading")
      return try ClusterAnalysis(
        settings, boundaries: boundaries, areaValues: read, values: read.values, stages: &stages)
    }
    var request = try PlaceRequest(options, keepsDetails: findsHotspots)
    request.keepsInside = findsHotspots || request.usesWeights
    guard let shape = settings.unit.shape else {
      request.keepsAreas = true
      let (incidents, shares) = try await AreaAnalysis.run(
        options, reportsAccuracy: reportsAccuracy, readsPeriod: readsPeriod, extras: request.extras,
        in: console
      ) { [request] _ in
        { PlaceGatherer(request) }
      }
      let places = GatheredPlaces.joined(shares, request, categories: incidents.categories).inside
      let outlines = incidents.input.boundaries.layers[0].outlines
      var values = values(settings, of: incidents, usesHours: options.hours != nil)
      if request.usesWeights {
        values = places.sums(by: places.areas, of: outlines.areaCount)
        if settings.value == .perSquareKilometre {
          values = zip(values, outlines.areaSizes).map { value, size in
            value.flatMap { size > 0 ? $0 / (size / 1e6) : nil }
          }
        }
      }
      stages.end("reading and counting")
      var analysis = try ClusterAnalysis(
        settings, boundaries: incidents.input.boundaries, incidents: incidents, values: values,
        stages: &stages)
      if findsHotspots { try analysis.findHotspots(places, places.areas, stages: &stages) }
      return analysis
    }
    return try await run(
      options, settings, shape: shape, request, reportsAccuracy: reportsAccuracy,
      readsPeriod: readsPeriod, findsHotspots: findsHotspots, stages: &stages, in: console)
  }

  /// Compares the areas of the first layer by incidents that were counted.
  ///
  /// - Parameters:
  ///   - settings: What the user asked for of the method.
  ///   - incidents: The incidents by area.
  ///   - usesHours: Whether incidents count with their chance of lying in the hours asked for.
  ///   - places: The incidents with their areas, of which hotspots are made; absent for none.
  ///   - stages: The stages of the run.
  /// - Returns: The scores and what they rest on.
  /// - Throws: ``LocalStatisticError`` and ``TopologyError``.
  static func evaluate(
    _ settings: ClusterSettings, incidents: AreaAnalysis, usesHours: Bool,
    hotspotsOf places: GatheredPlaces?, stages: inout Stages
  ) throws -> ClusterAnalysis {
    var analysis = try ClusterAnalysis(
      settings, boundaries: incidents.input.boundaries, incidents: incidents,
      values: values(settings, of: incidents, usesHours: usesHours), stages: &stages)
    if let places { try analysis.findHotspots(places, places.areas, stages: &stages) }
    return analysis
  }

  /// Returns the number of each area of the first layer that is compared.
  private static func values(
    _ settings: ClusterSettings, of incidents: AreaAnalysis, usesHours: Bool
  ) -> [Double?] {
    let name =
      settings.value == .perSquareKilometre ? "per_km2" : usesHours ? "expected" : "incidents"
    let column = incidents.columns(ofLayer: 0).first { $0.name == name }?.values
    let areaCount = incidents.input.boundaries.layers[0].areaCount
    return (0..<areaCount).map { column?.number(at: $0) }
  }

  private static func run(
    _ options: InputOptions, _ settings: ClusterSettings, shape: CellShape, _ request: PlaceRequest,
    reportsAccuracy: Bool, readsPeriod: Bool, findsHotspots: Bool, stages: inout Stages,
    in console: Console
  ) async throws -> ClusterAnalysis {
    var cells: CellGrid?
    let usesHours = options.hours != nil
    let (incidents, shares) = try await AreaAnalysis.run(
      options, reportsAccuracy: reportsAccuracy, readsPeriod: readsPeriod, extras: request.extras,
      in: console
    ) { input in
      let outlines = input.boundaries.layers[0].outlines
      let size = settings.cellSize ?? SurfaceGrid.automaticCellSize(for: outlines.box)
      ClusterReport.say(
        workWithCellsOf: size, shape, over: outlines.box, isChosen: settings.cellSize == nil,
        in: console)
      let grid = try CellGrid(over: outlines, shape: shape, size: size)
      cells = grid
      return {
        PairedSink(
          first: CellCounter(grid: grid, usesHours: usesHours), second: PlaceGatherer(request))
      }
    }
    guard let grid = cells else { preconditionFailure("ClusterAnalysis: no grid was made") }
    var counts = CellCounter.Counts(cells: grid.count, usesHours: usesHours)
    for share in shares { counts.merge(share.result.first) }
    precondition(counts.lost == 0, "ClusterAnalysis: an incident of the study area has no cell")
    let places = GatheredPlaces.joined(
      shares.map { .init(result: $0.result.second, categories: $0.categories) }, request,
      categories: incidents.categories
    ).inside
    var values = counts.incidents.map(Double.init)
    if usesHours { values = counts.expected.map(\.expected) }
    let cellOfIncident = places.x.indices.map { incident in
      grid.cell(x: places.x[incident], y: places.y[incident]).map(Int32.init) ?? -1
    }
    if request.usesWeights { values = places.sums(by: cellOfIncident, of: grid.count) }
    if settings.value == .perSquareKilometre {
      let area = grid.outlines.area(of: 0) / 1e6
      values = values.map { $0 / area }
    }
    stages.end("reading and counting")
    var analysis = try ClusterAnalysis(
      settings, boundaries: incidents.input.boundaries, incidents: incidents, grid: grid,
      values: values, stages: &stages)
    if findsHotspots { try analysis.findHotspots(places, cellOfIncident, stages: &stages) }
    return analysis
  }

  private init(
    _ settings: ClusterSettings, boundaries: BoundaryInput, incidents: AreaAnalysis? = nil,
    areaValues: AreaValues? = nil, grid: CellGrid? = nil, values: [Double?], stages: inout Stages
  ) throws {
    self.boundaries = boundaries
    self.incidents = incidents
    self.areaValues = areaValues
    self.grid = grid
    let layer = boundaries.layers[0]
    guard let reconciliation = areaValues?.reconciliation ?? incidents?.reconciliations[0] else {
      preconditionFailure("ClusterAnalysis: neither incidents nor values")
    }
    self.reconciliation = reconciliation
    let places =
      grid.map { ClusterPlaces(cells: $0, crs: boundaries.crs) }
      ?? ClusterPlaces(
        areas: layer.codes, names: layer.names, geometry: .areas(layer.outlines),
        crs: boundaries.crs)
    neighbours =
      grid.map { Self.neighbours(of: $0, settings) }
      ?? Self.neighbours(of: layer.outlines, settings)
    stages.end("neighbours")
    let neighbourCounts: [Int]
    switch settings.method {
    case .getisOrd:
      let result = try GetisOrd(permutations: settings.rearrangements)
        .evaluate(values, neighbours: neighbours)
      table = result.featureTable(name: "clusters", of: places)
      scores = result.scores
      quadrants = nil
      neighbourCounts = result.neighbourCounts
    case .localMoran:
      guard let permutations = settings.rearrangements else {
        preconditionFailure("ClusterAnalysis: local Moran without permutations")
      }
      let result = try LocalMoran(permutations: permutations)
        .evaluate(values, neighbours: neighbours)
      table = result.featureTable(name: "clusters", of: places)
      scores = result.scores
      quadrants = result.quadrants
      neighbourCounts = result.neighbourCounts
    }
    stages.end("local statistics")
    let areCounts = grid == nil && areaValues == nil && settings.value == .incidents
    warnings = ClusterWarning.warnings(
      values: values, neighbourCounts: neighbourCounts,
      countedAreas: areCounts ? layer.outlines.areaSizes : nil)
  }

  /// Joins the significant places to hotspots.
  private mutating func findHotspots(
    _ places: GatheredPlaces, _ placeOfIncident: [Int32], stages: inout Stages
  ) throws(TopologyError) {
    let outlines = grid?.outlines ?? boundaries.layers[0].outlines
    let sizes = outlines.areaSizes.map { $0 / 1e6 }
    hotspots = try HotspotList.significant(
      isHot: scores.classes.indices.map { place in
        (scores.classes[place] ?? 0) >= 2 && quadrants.map { $0[place] == .highHigh } ?? true
      },
      touching: grid.map(Self.sharedSides) ?? .contiguity(of: outlines, rule: .rook),
      squareKilometres: sizes,
      outline: { (members, table) throws(TopologyError) in
        var ground = OutlineTable()
        for member in members { ground.appendArea(member, of: outlines) }
        table.appendArea(0, of: try Overlay.union(of: ground))
      },
      x: places.x, y: places.y, placeOfIncident: placeOfIncident, weights: places.optionalWeights,
      details: places.details)
    stages.end("hotspots")
  }

  /// The neighbours over a side: the centres of such cells lie a cell size apart, others at least
  /// 1.4 of them.
  private static func sharedSides(of grid: CellGrid) -> Neighbours {
    let centres = (0..<grid.count).map { grid.centre(of: $0) }
    return .within(1.2 * grid.size, x: centres.map(\.x), y: centres.map(\.y))
  }

  private static func neighbours(of grid: CellGrid, _ settings: ClusterSettings) -> Neighbours {
    switch settings.rule {
    case .queen: return grid.neighbours
    case .rook: return sharedSides(of: grid)
    case .distance:
      let centres = (0..<grid.count).map { grid.centre(of: $0) }
      return .within(
        settings.distance ?? 0, x: centres.map(\.x), y: centres.map(\.y))
    }
  }

  private static func neighbours(
    of outlines: OutlineTable, _ settings: ClusterSettings
  ) -> Neighbours {
    switch settings.rule {
    case .queen: return .contiguity(of: outlines, rule: .queen)
    case .rook: return .contiguity(of: outlines, rule: .rook)
    case .distance:
      let points = (0..<outlines.areaCount).map { outlines.innerPoint(ofArea: $0) }
      return .within(
        settings.distance ?? 0, x: points.map { $0?.x ?? .nan }, y: points.map { $0?.y ?? .nan })
    }
  }
}

extension OutlineTable {
  /// The size of each area in squared coordinate units.
  fileprivate var areaSizes: [Double] { (0..<areaCount).map { area(of: $0) } }
}
