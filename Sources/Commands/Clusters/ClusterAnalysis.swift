import Boundaries
import CommandLineKit
import Geometry
import HotspotAnalysis
import HotspotsKit
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
  /// What chance would give the places; absent where values are no counts.
  let chance: IncidentChance?
  /// The scores.
  let scores: LocalScores
  /// Where places and their neighbours stand; absent for Gi*.
  let quadrants: [LocalMoran.Quadrant?]?
  /// The rows that are written, with their outlines.
  let table: FeatureTable
  /// What people should know before they read the result.
  private(set) var warnings: [ClusterWarning]
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
    _ options: StudyOptions, _ settings: ClusterSettings, reportsAccuracy: Bool,
    readsPeriod: Bool, findsHotspots: Bool = false, stages: Stages, in console: Console
  ) async throws -> ClusterAnalysis {
    if let source = settings.table {
      let boundaries = try await BoundaryInput.load(options)
      let read = try AreaValues(source, for: boundaries.layers[0])
      stages.end("reading")
      return try ClusterAnalysis(
        settings, boundaries: boundaries, areaValues: read, values: read.values,
        chance: read.chance, stages: stages)
    }
    var request = try PlaceRequest(options, keepsDetails: findsHotspots)
    // Cells of a size that the program chooses wait for the number of incidents.
    let choosesCells = settings.unit != .areas && settings.cellSize == nil
    let usesHours = options.filter.hours != nil
    request.keepsInside = findsHotspots || request.usesWeights || usesHours || choosesCells
    request.keepsAreas = settings.unit == .areas
    var grid: CellGrid?
    let (incidents, shares) = try await AreaAnalysis.run(
      options, reportsAccuracy: reportsAccuracy, readsPeriod: readsPeriod, extras: request.extras,
      in: console
    ) { input in
      let made = try Self.grid(settings, over: input.boundaries.layers[0].outlines, in: console)
      grid = made
      request.nameAreas(of: input.boundaries.layers)
      return { [request] in
        SinkPack(CellCounter(grid: made, usesHours: usesHours), PlaceGatherer(request))
      }
    }
    let places = GatheredPlaces.joined(
      shares.map { StudyShare(value: $0.value.values.1, categories: $0.categories) }, request,
      categories: incidents.categories
    ).inside
    stages.end("reading and counting")
    let cells =
      try CountedCells(grid, shares.map(\.value.values.0), usesHours: usesHours)
      ?? Self.chosenCells(settings, options, for: places, of: incidents, in: console)
    return try evaluate(
      settings, options, incidents: incidents, cells: cells, places: places,
      findsHotspots: findsHotspots, stages: stages)
  }

  /// Makes the grid of the size that was asked for, and says the work ahead before memory is taken
  /// for it.
  ///
  /// - Parameters:
  ///   - settings: What the user asked for of the method.
  ///   - outlines: The areas that make up the study area.
  ///   - console: Where the work ahead is said.
  /// - Returns: The grid; absent where areas are compared, and where the size follows from the
  ///   incidents.
  /// - Throws: ``CellGridError``.
  static func grid(
    _ settings: ClusterSettings, over outlines: OutlineTable, in console: Console
  ) throws(CellGridError) -> CellGrid? {
    guard let shape = settings.unit.shape, let size = settings.cellSize else { return nil }
    ClusterReport.say(
      workWithCellsOf: size, shape, over: outlines.box, isChosen: false, in: console)
    return try CellGrid(over: outlines, shape: shape, size: size)
  }

  /// Counts incidents in cells of a size that they can carry.
  ///
  /// - Parameters:
  ///   - settings: What the user asked for of the method.
  ///   - options: What the user asked for of the inputs.
  ///   - places: The incidents.
  ///   - incidents: The incidents by area.
  ///   - console: Where the work ahead is said.
  /// - Returns: The cells with what was counted in them; absent where areas are compared or the user
  ///   chose the size.
  /// - Throws: ``CellGridError``.
  static func chosenCells(
    _ settings: ClusterSettings, _ options: StudyOptions, for places: GatheredPlaces,
    of incidents: AreaAnalysis, in console: Console
  ) throws(CellGridError) -> CountedCells? {
    guard let shape = settings.unit.shape, settings.cellSize == nil else { return nil }
    let outlines = incidents.input.boundaries.layers[0].outlines
    let size = settings.cellSize(
      over: outlines.box, ground: outlines.areaSizes.reduce(0, +),
      incidents: expectedIncidents(places, options))
    ClusterReport.say(workWithCellsOf: size, shape, over: outlines.box, isChosen: true, in: console)
    return CountedCells(try CellGrid(over: outlines, shape: shape, size: size), places)
  }

  /// Returns how many incidents there are, each with its chance of lying in the hours asked for;
  /// weights do not make more of them.
  private static func expectedIncidents(
    _ places: GatheredPlaces, _ options: StudyOptions
  ) -> Double {
    options.filter.hours == nil || options.usesWeights
      ? Double(places.x.count) : places.weights.reduce(0, +)
  }

  /// Compares the areas of the first layer, or the cells of a grid, by incidents that were counted.
  ///
  /// - Parameters:
  ///   - settings: What the user asked for of the method.
  ///   - options: What the user asked for of the inputs.
  ///   - incidents: The incidents by area.
  ///   - cells: The grid with what was counted in it; absent where areas are compared.
  ///   - places: The incidents themselves; with their areas where these are compared. Only weights,
  ///     hours and hotspots need them.
  ///   - findsHotspots: Whether hotspots are wanted.
  ///   - stages: The stages of the run.
  /// - Returns: The scores and what they rest on.
  /// - Throws: ``LocalStatisticError`` and ``TopologyError``.
  static func evaluate(
    _ settings: ClusterSettings, _ options: StudyOptions, incidents: AreaAnalysis,
    cells: CountedCells?, places: GatheredPlaces, findsHotspots: Bool, stages: Stages
  ) throws -> ClusterAnalysis {
    let layer = incidents.input.boundaries.layers[0]
    let placeOfIncident = cells?.cells(of: places) ?? places.areas
    let ground = cells?.grid.ground ?? layer.outlines.areaSizes
    var amounts: [Double]
    if options.usesWeights {
      amounts = places.sums(by: placeOfIncident, of: ground.count)
    } else if let cells {
      amounts = cells.values
    } else {
      let name = options.filter.hours == nil ? "incidents" : "expected"
      let column = incidents.columns(ofLayer: 0).first { $0.name == name }?.values
      amounts = (0..<layer.areaCount).map { column?.number(at: $0) ?? 0 }
    }
    var values = amounts.map(Optional.some)
    var spreads = [IncidentChance.Spread.ground(ground)]
    switch settings.value {
    case .incidents: spreads.append(.places)
    case .perSquareKilometre:
      values = zip(amounts, ground).map { $1 > 0 ? $0 / ($1 / 1e6) : nil }
    }
    let chance = IncidentChance(
      amounts: amounts,
      weights: options.usesWeights || options.filter.hours != nil ? places.weights : nil,
      spreads: spreads)
    var analysis = try ClusterAnalysis(
      settings, boundaries: incidents.input.boundaries, incidents: incidents, grid: cells?.grid,
      values: values, chance: chance, stages: stages)
    analysis.warnOfFewIncidents(
      options.usesWeights || options.filter.hours != nil
        ? expectedIncidents(places, options) : amounts.reduce(0, +), settings, ground: ground)
    if findsHotspots {
      try analysis.findHotspots(places, placeOfIncident, ground: ground, stages: stages)
    }
    return analysis
  }

  /// Warns where a place and its neighbours expect too few incidents for much to stand out.
  private mutating func warnOfFewIncidents(
    _ incidents: Double, _ settings: ClusterSettings, ground: [Double]
  ) {
    let size = (1 + Double(neighbours.pairCount) / Double(neighbours.count))
    let expected = incidents * size / Double(neighbours.count)
    guard expected < ClusterSettings.fewestExpected else { return }
    let better = grid.flatMap { _ in
      settings.sufficientCellSize(
        over: boundaries.layers[0].outlines.box, ground: ground.reduce(0, +), incidents: incidents)
    }
    warnings.append(.fewIncidents(expected: expected, cellSize: better))
  }

  private init(
    _ settings: ClusterSettings, boundaries: BoundaryInput, incidents: AreaAnalysis? = nil,
    areaValues: AreaValues? = nil, grid: CellGrid? = nil, values: [Double?],
    chance: IncidentChance?, stages: Stages
  ) throws {
    self.boundaries = boundaries
    self.incidents = incidents
    self.areaValues = areaValues
    self.grid = grid
    self.chance = chance
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
        .evaluate(values, neighbours: neighbours, chance: chance)
      table = result.featureTable(name: "clusters", of: places)
      scores = result.scores
      quadrants = nil
      neighbourCounts = result.neighbourCounts
    case .localMoran:
      guard let permutations = settings.rearrangements else {
        preconditionFailure("ClusterAnalysis: local Moran without permutations")
      }
      let result = try LocalMoran(
        permutations: permutations, permutationsDecide: settings.permutationsDecide
      ).evaluate(values, neighbours: neighbours, chance: chance)
      table = result.featureTable(name: "clusters", of: places)
      scores = result.scores
      quadrants = result.quadrants
      neighbourCounts = result.neighbourCounts
    }
    stages.end("local statistics")
    let areCounts = grid == nil && areaValues == nil && settings.value == .incidents
    warnings = ClusterWarning.warnings(
      values: values, neighbourCounts: neighbourCounts,
      countedAreas: areCounts ? layer.outlines.areaSizes : nil,
      permutations: settings.permutationsDecide ? settings.permutations : nil)
  }

  /// Joins the significant places to hotspots.
  private mutating func findHotspots(
    _ places: GatheredPlaces, _ placeOfIncident: [Int32], ground: [Double],
    stages: Stages
  ) throws(TopologyError) {
    let outlines = grid?.outlines ?? boundaries.layers[0].outlines
    let classes = scores.classes
    hotspots = try HotspotList.significant(
      isHot: classes.indices.map { place in
        (classes[place] ?? 0) >= 2 && quadrants.map { $0[place] == .highHigh } ?? true
      },
      touching: grid.map(Self.sharedSides) ?? .contiguity(of: outlines, rule: .rook),
      squareKilometres: ground.map { $0 / 1e6 },
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
      let points = (0..<outlines.areaCount).map { outlines.centroid(ofArea: $0) }
      return .within(
        settings.distance ?? 0, x: points.map { $0?.x ?? .nan }, y: points.map { $0?.y ?? .nan })
    }
  }
}

extension OutlineTable {
  /// The size of each area in squared coordinate units.
  fileprivate var areaSizes: [Double] { (0..<areaCount).map { area(of: $0) } }
}
