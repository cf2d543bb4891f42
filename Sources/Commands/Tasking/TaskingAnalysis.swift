import Assignment
import Boundaries
import Cartography
import CommandLineKit
import Geometry
import HotspotAnalysis
import HotspotsKit
import Incidents
import Tables
import Tasking

/// Everything a pack says of its incidents, read in one pass.
struct TaskingAnalysis {
  /// The incidents by area.
  let areas: AreaAnalysis
  /// When they happened; absent where the data cannot tell.
  let hours: AoristicHours.Result?
  /// Where they lie closest; absent where the data cannot tell.
  let density: KernelDensity.Result?
  /// The hotspots, from what was asked for; absent where the data cannot tell.
  let hotspots: HotspotList?
  /// The grid whose cells are compared; absent where the areas of the first layer are.
  let grid: CellGrid?
  /// Which areas or cells stand out; absent where the data cannot tell.
  let clusters: LocalStatistics.Result?
  /// The earlier periods to compare with.
  let change: PeriodComparison.Result
  /// Why the data does not tell something.
  let reasons: [PackFinding: String]

  /// Reads, counts and computes.
  ///
  /// - Parameters:
  ///   - options: What the user asked for of the inputs.
  ///   - settings: What the user asked for of the parts of the pack.
  ///   - stages: The stages of the run.
  ///   - console: Where progress is drawn.
  /// - Returns: The findings.
  /// - Throws: What ``AreaAnalysis`` throws, ``SurfaceGridError`` and ``CellGridError`` for cells that
  ///   the user chose, and ``TopologyError``.
  static func run(
    _ options: StudyOptions, _ settings: TaskingSettings, stages: Stages,
    in console: Console
  ) async throws -> TaskingAnalysis {
    // Before anything is read: a file of classes that cannot be used is known at once.
    _ = try settings.scale.load(for: AreaFigure.value(of: options).column)
    let hasWindows = options.filter.hours != nil
    var byArea = settings.hours
    byArea.grouping = .area
    let hourPlan = AoristicHours.Plan(rules: try options.filter.rules(), hasWindows: hasWindows)
    var request = try PlaceRequest(options, keepsDetails: true)
    request.details?.dayStart = settings.hours.dayStart
    request.keepsAreas = settings.hotspotsFrom == .clusters && settings.clusters.units == .areas
    var grid: CellGrid?
    let (areas, shares) = try await AreaAnalysis.run(
      options, reportsAccuracy: true, readsPeriod: true, extras: request.extras, in: console
    ) { input in
      let made = try settings.clusters.grid(
        over: input.boundaries.layers[0].outlines, observer: console.observer)
      grid = made
      request.nameAreas(of: input.boundaries.layers)
      return { [request, byArea] in
        SinkPack(
          byArea.sink(hourPlan),
          CellCounter(grid: made, usesHours: hasWindows), PlaceGatherer(request))
      }
    }
    stages.end("reading and counting")
    var reasons: [PackFinding: String] = [:]
    var hours: AoristicHours.Result?
    if let absence = HourAbsence(of: areas.input.sources) {
      (reasons[.hours], reasons[.areaHours]) = (absence.words, absence.words)
    } else {
      let found = byArea.result(
        hourPlan,
        shares: shares.map { StudyShare(value: $0.value.values.0, categories: $0.categories) },
        reading: areas.reading)
      reasons[.hours] = found.absence?.words
      reasons[.areaHours] = found.absenceOfGroups?.words
      if found.absence == nil { hours = found }
    }
    stages.end("hours")
    let (places, _) = GatheredPlaces.joined(
      shares.map {
        StudyShare(value: $0.value.values.2, categories: $0.categories)
      },
      request, categories: areas.categories)
    let (density, noDensity) = try await density(
      of: places, areas, settings, stages: stages, in: console)
    if let noDensity { reasons[.density] = noDensity }
    let cells =
      try CountedCells(grid, shares.map(\.value.values.1), usesHours: hasWindows)
      ?? settings.clusters.chosenCells(
        for: places, reading: areas.reading, observer: console.observer)
    let (clusters, noClusters) = try clusters(
      of: places, areas, cells, settings, observer: console.observer(stages))
    if let noClusters { reasons[.significance] = noClusters }
    let hotspots: HotspotList?
    switch settings.hotspotsFrom {
    case .density: hotspots = density?.hotspotList
    case .clusters: hotspots = clusters?.hotspotList
    }
    if hotspots?.hotspots.isEmpty ?? true {
      reasons[.hotspots] =
        switch settings.hotspotsFrom {
        case .density:
          noDensity
            ?? "no place of the densest quarter holds \(HotspotList.minimumIncidents) incidents"
        case .clusters:
          noClusters
            ?? "no \(settings.clusters.units.nouns.singular) with an incident stands out as busier than "
            + "chance would have it"
        }
    }
    let change = try await PeriodComparison(
      reading: StudyNeeds(times: request.extras.times, weight: request.extras.weight)
    ).run(before: areas, observer: console.observer)
    stages.end("earlier periods")
    return TaskingAnalysis(
      areas: areas, hours: hours, density: density, hotspots: hotspots, grid: cells?.grid,
      clusters: clusters, change: change, reasons: reasons)
  }

  /// Returns the density, or why there is none.
  private static func density(
    of places: GatheredPlaces, _ areas: AreaAnalysis, _ settings: TaskingSettings, stages: Stages,
    in console: Console
  ) async throws -> (KernelDensity.Result?, absence: String?) {
    guard !places.x.isEmpty else { return (nil, "no incident lies in any area") }
    let box = areas.input.boundaries.layers[0].outlines.box
    var method = settings.density
    method.findsHotspots = settings.hotspotsFrom == .density
    method.scale = try settings.scale.load(for: KernelDensity.valueColumn)
    let grid = try SurfaceGrid(
      box: box, cellSize: method.cellSize ?? SurfaceGrid.automaticCellSize(for: box))
    do {
      let density = try await method.evaluate(
        places, outside: nil, on: grid, reading: areas.reading, observer: console.observer(stages))
      return (density, nil)
    } catch KernelDensityError.noSpread {
      return (
        nil,
        "the incidents do not spread both east and north; --bandwidth METRES takes one as it is"
      )
    }
  }

  /// Returns the local statistics, or why there are none.
  private static func clusters(
    of places: GatheredPlaces, _ areas: AreaAnalysis, _ cells: CountedCells?,
    _ settings: TaskingSettings, observer: StudyObserver
  ) throws -> (LocalStatistics.Result?, absence: String?) {
    do {
      var method = settings.clusters
      method.findsHotspots = settings.hotspotsFrom == .clusters
      let clusters = try method.evaluate(
        places, byArea: areas.counts[0].amounts, cells: cells, reading: areas.reading,
        observer: observer)
      return (clusters, nil)
    } catch LocalStatisticError.noVariation {
      return (nil, "the \(settings.clusters.units.nouns.plural) do not differ in their incidents")
    }
  }
}
