import Boundaries
import Geometry
import HotspotAnalysis
import Tables
import Topology

extension LocalStatistics {
  /// Compares the areas of the first layer, or the cells of a grid, by incidents that were counted.
  ///
  /// - Parameters:
  ///   - places: The incidents themselves, with their areas if these are compared. Only weights, hours
  ///     and hotspots need them.
  ///   - areas: The incidents of each area, with hours those expected in them; not looked at if cells
  ///     are compared.
  ///   - cells: The cells with what was counted in them; `nil` if areas are compared.
  ///   - reading: What was read; the first layer is the study area.
  ///   - observer: Told of each stage that ends.
  /// - Returns: The scores and what they rest on.
  /// - Throws: ``LocalStatisticError`` and ``TopologyError``.
  package func evaluate(
    _ places: GatheredIncidents, byArea areas: [Double], cells: CountedCells?,
    reading: StudyReading,
    observer: StudyObserver = { _ in }
  ) throws -> Result {
    let options = reading.options
    let boundaries = reading.requiredInput.boundaries
    let unitOfIncident = cells?.cells(of: places) ?? places.areas
    let ground = cells?.grid.ground ?? boundaries.layers[0].outlines.areaSizes
    let amounts =
      options.usesWeights
      ? places.sums(by: unitOfIncident, of: ground.count) : cells?.values ?? areas
    var values = amounts.map(Optional.some)
    var spreads = [IncidentChance.Spread.ground(ground)]
    switch value {
    case .incidents: spreads.append(.places)
    case .perSquareKilometre:
      values = zip(amounts, ground).map { $1 > 0 ? $0 / ($1 / 1e6) : nil }
    }
    let isCount = !options.usesWeights && options.filter.hours == nil
    let chance = IncidentChance(
      amounts: amounts, weights: isCount ? nil : places.weights, spreads: spreads)
    var result = try evaluate(
      values, beside: chance, grid: cells?.grid, options: options, reading: reading,
      boundaries: boundaries, reconciliation: reading.reconciliations[0], observer: observer)
    if options.usesWeights {
      var counts = [Int](repeating: 0, count: ground.count)
      for unit in unitOfIncident where unit >= 0 { counts[Int(unit)] += 1 }
      result.weightColumns =
        [Column("incidents", .integers(counts))]
        + Column.weights(amounts, of: amounts.reduce(0, +))
    }
    let incidents = isCount ? amounts.reduce(0, +) : places.expectedIncidents(options)
    if let finding = result.fewIncidents(incidents, ground: ground.reduce(0, +)) {
      result.doubts.append(finding)
    }
    guard findsHotspots else { return result }
    result.hotspotList = try result.hotspots(of: places, unitOfIncident, ground: ground)
    observer(.finished(stage: "hotspots"))
    return result
  }

  /// Compares values of areas or cells.
  ///
  /// - Parameters:
  ///   - values: The value of each unit; `nil` for those without.
  ///   - chance: What chance would give the units; `nil` for values that are no counts.
  ///   - grid: The cells; `nil` if areas are compared.
  ///   - options: The options of the study.
  ///   - reading: What was read of incidents; `nil` for a ready table.
  ///   - table: What was read of a ready table; `nil` for incidents.
  ///   - boundaries: The areas.
  ///   - reconciliation: Where each row went.
  ///   - observer: Told of each stage that ends.
  /// - Returns: The scores and what they rest on, without hotspots.
  /// - Throws: ``LocalStatisticError``.
  func evaluate(
    _ values: [Double?], beside chance: IncidentChance?, grid: CellGrid?, options: StudyOptions,
    reading: StudyReading?, table: AreaValues? = nil, boundaries: BoundaryInput,
    reconciliation: Reconciliation, observer: StudyObserver
  ) throws(LocalStatisticError) -> Result {
    let layer = boundaries.layers[0]
    let units =
      grid.map { ComparedUnits(cells: $0, crs: boundaries.crs) }
      ?? ComparedUnits(
        areas: layer.codes, names: layer.names, geometry: .areas(layer.outlines),
        crs: boundaries.crs)
    let neighbours = grid.map(neighbours(of:)) ?? neighbours(of: layer.outlines)
    observer(.finished(stage: "neighbours"))
    let scored = try score(values, of: units, neighbours, beside: chance)
    observer(.finished(stage: "local statistics"))
    let areCounts = grid == nil && reading != nil && value == .incidents
    return Result(
      method: self, reading: reading, reconciliation: reconciliation, options: options,
      boundaries: boundaries, values: table, grid: grid, neighbours: neighbours, chance: chance,
      scored: scored,
      doubts: ClusterWarning.warnings(
        values: values, neighbourCounts: scored.neighbourCounts,
        countedAreas: areCounts ? layer.outlines.areaSizes : nil,
        permutations: permutationsDecide ? permutations : nil))
  }

  /// What a statistic gives.
  struct Scored: Sendable {
    /// The rows that are written.
    var table: FeatureTable
    /// The scores and what follows from them.
    var scores: LocalScores
    /// The number of neighbours of each unit that have a value.
    var neighbourCounts: [Int]
    /// Where units and their neighbours stand; `nil` for Gi*.
    var quadrants: [LocalMoran.Quadrant?]?
  }

  private func score(
    _ values: [Double?], of units: ComparedUnits, _ neighbours: Neighbours,
    beside chance: IncidentChance?
  ) throws(LocalStatisticError) -> Scored {
    switch statistic {
    case .getisOrd:
      let result = try GetisOrd(permutations: rearrangements)
        .evaluate(values, neighbours: neighbours, chance: chance)
      return Scored(
        table: result.featureTable(name: "clusters", of: units), scores: result.scores,
        neighbourCounts: result.neighbourCounts)
    case .localMoran:
      guard let rearrangements else { throw .noPermutations }
      let result = try LocalMoran(
        permutations: rearrangements, permutationsDecide: permutationsDecide
      ).evaluate(values, neighbours: neighbours, chance: chance)
      return Scored(
        table: result.featureTable(name: "clusters", of: units), scores: result.scores,
        neighbourCounts: result.neighbourCounts, quadrants: result.quadrants)
    }
  }
}

extension LocalStatistics.Result {
  /// Returns that a unit and its neighbours expect too few incidents for much to stand out; `nil` if
  /// they expect enough.
  fileprivate func fewIncidents(_ incidents: Double, ground: Double) -> ClusterWarning? {
    let size = (1 + Double(neighbours.pairCount) / Double(neighbours.count))
    let expected = incidents * size / Double(neighbours.count)
    guard expected < LocalStatistics.fewestExpected else { return nil }
    let better = grid.flatMap { _ -> Double? in
      let found = method.sufficientSize(
        over: boundaries.layers[0].outlines.box, ground: ground, incidents: incidents)
      return found.isEnough ? found.size : nil
    }
    return .fewIncidents(expected: expected, cellSize: better)
  }

  /// Joins significant units to hotspots.
  fileprivate func hotspots(
    of places: GatheredIncidents, _ unitOfIncident: [Int32], ground: [Double]
  ) throws(TopologyError) -> HotspotList {
    let outlines = grid?.outlines ?? boundaries.layers[0].outlines
    let classes = scores.classes
    return try HotspotList.significant(
      isHot: classes.indices.map { unit in
        (classes[unit] ?? 0) >= 2 && quadrants.map { $0[unit] == .highHigh } ?? true
      },
      touching: grid.map(LocalStatistics.sharedSides) ?? .contiguity(of: outlines, rule: .rook),
      squareKilometres: ground.map { $0 / 1e6 },
      outline: { (members, table) throws(TopologyError) in
        var ground = OutlineTable()
        for member in members { ground.appendArea(member, of: outlines) }
        table.appendArea(0, of: try Overlay.union(of: ground))
      },
      x: places.x, y: places.y, placeOfIncident: unitOfIncident, weights: places.optionalWeights,
      details: places.details)
  }
}
