import Assignment
import Boundaries
import Cartography
import HotspotAnalysis
import Tables
import Tasking

extension BriefingPack {
  /// Reads a study and computes what its pack says, without writing it.
  ///
  /// - Parameter study: The study, which has boundaries.
  /// - Returns: What the pack says.
  /// - Throws: The errors of ``Study/run(_:)``; `TopologyError` for ground that cannot be cut;
  ///   ``MapScaleError`` for earlier classes of other values;
  ///   ``BackdropError``; ``Tables/SurfaceGridError`` and ``HotspotAnalysis/CellGridError`` for cells
  ///   that cannot be.
  /// - Complexity: A pass over the files, two where the period begins or ends within them, hours are asked
  ///   for or a second layer is of wards, and what ``KernelDensity`` and
  ///   ``LocalStatistics`` take.
  public func run(_ study: Study) async throws -> Result {
    // Classes that do not fit are known before anything is read.
    _ = try scales?.scale(of: AreaFigure.value(of: study.options).column, layer: nil)
    let software = explores ? try MapSoftware() : nil
    let study = explores ? study.reportingAccuracy.withExactPositions : study.reportingAccuracy
    let observer = study.observer
    // The busiest areas get their hours from the incidents that are kept.
    var whole = hours
    whole.grouping = nil
    let (areas, found, places, cells, explored) = try await study.run(
      AreaCounts(readsPeriod: true, population: population), whole,
      IncidentGathering(
        dayStart: hours.dayStart, windows: hours.windows, keepsAreas: true,
        keepsDays: study.options.filter.countsAllDays),
      CellCounts(statistics), ExploreGathering(isWanted: explores))
    var look = try MapLook(page: page, backdrops: backdrops, of: areas.reading)
    look.credits = credits
    var result = Result(self, areas: areas, look: look)
    result.take(
      found,
      AreaHours(
        of: places, areas: areas.input.boundaries.layers[0].areaCount,
        limit: PackHoursFigure.areaLimit))
    result.knownAreas = try await AreaNaming(of: areas.input.boundaries.layers)
      .areas(places, threads: study.options.threads)
    observer(.finished(stage: "hours"))
    try await result.estimateDensity(of: places, observer)
    try result.compareUnits(places, cells, observer)
    result.listHotspots()
    try await result.lookCloser(at: places, observer)
    try await result.readHistory(places, observer)
    if let software {
      result.explore = try await ExploreContents(
        software, explored, before: result.comparison, observer: observer)
    }
    observer(.finished(stage: "earlier periods"))
    result.reasons[.workbook] = result.workbookAbsence
    return result
  }
}

extension BriefingPack.Result {
  /// Keeps the hours, or why there are none.
  fileprivate mutating func take(_ found: AoristicHours.Result, _ ofAreas: AreaHours) {
    let absence = HourAbsence(of: areas.input.sources) ?? found.absence
    reasons[.hours] = absence.map(PackRemark.noHours)
    reasons[.areaHours] =
      (absence ?? (ofAreas.timedAreas < 2 ? .fewAreas : nil)).map(PackRemark.noHours)
    if absence == nil { (hours, areaHours) = (found, ofAreas) }
  }

  /// Estimates the density, or finds why there is none.
  fileprivate mutating func estimateDensity(
    of places: GatheredIncidents, _ observer: @escaping StudyObserver
  ) async throws {
    guard !places.x.isEmpty else {
      reasons[.density] = .noIncidents
      return
    }
    let box = areas.input.boundaries.layers[0].outlines.box
    var method = pack.density
    method.drawsBands = true
    method.findsHotspots = pack.hotspotsFrom == .density
    method.scale = ScaleChoice(saved: pack.scales)
    let grid = try SurfaceGrid(
      box: box, cellSize: method.cellSize ?? SurfaceGrid.automaticCellSize(for: box))
    do {
      density = try await method.evaluate(
        places, outside: nil, on: grid, reading: areas.reading, observer: observer)
    } catch KernelDensityError.noSpread {
      reasons[.density] = .noSpread
    }
  }

  /// Compares areas or cells with their neighbours, or finds why that says nothing.
  fileprivate mutating func compareUnits(
    _ places: GatheredIncidents, _ counted: CountedCells?, _ observer: @escaping StudyObserver
  ) throws {
    var method = pack.statistics
    method.findsHotspots = pack.hotspotsFrom == .clusters
    let cells =
      try counted ?? method.chosenCells(for: places, reading: areas.reading, observer: observer)
    grid = cells?.grid
    do {
      statistics = try method.evaluate(
        places, byArea: areas.counts[0].amounts, cells: cells, reading: areas.reading,
        observer: observer)
    } catch LocalStatisticError.noVariation {
      reasons[.significance] = .noVariation(method.units)
    }
  }

  /// Takes the hotspots of what they are made from, or says why there are none.
  fileprivate mutating func listHotspots() {
    switch pack.hotspotsFrom {
    case .density:
      hotspotList = density?.hotspotList
      reasons[.hotspots] =
        reasons[.density] ?? .noDensePlace(minimum: HotspotList.minimumIncidents)
    case .clusters:
      hotspotList = statistics?.hotspotList
      reasons[.hotspots] =
        reasons[.significance] ?? .noSignificantUnit(pack.statistics.units)
    }
    if hotspotList?.hotspots.isEmpty == false { reasons[.hotspots] = nil }
  }
}

extension StudyFilter {
  /// Whether incidents of all days count, each as one: those that are kept then tell of all months.
  fileprivate var countsAllDays: Bool { from == nil && to == nil && hours == nil }
}

extension Study {
  /// The same study, which counts the incidents that the error of the projection could move.
  var reportingAccuracy: Study {
    if options.reportsAccuracy { return self }
    var options = options
    options.reportsAccuracy = true
    return Study(options, observer: observer)
  }
}
