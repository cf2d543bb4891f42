import Assignment
import Boundaries
import Cartography
package import CommandLineKit
import HotspotAnalysis
import HotspotsKit
import Incidents
import Interchange
import Projections
import Tables

/// Finds where high and low values gather more than chance would have it.
package struct ClustersCommand: Command {
  package static let name = "clusters"
  package static let abstract =
    "Find statistically significant areas or cells: Getis-Ord Gi*, local Moran."
  package static let discussion = """
    Each area or cell, together with its neighbours, is compared with all of them. The column \
    class is 3, 2 or 1 for a hot spot that chance alone would produce at most once in 100, 20 or \
    10 times, adjusted for the number of tests (p_adjusted), and negative for a cold spot. With \
    local Moran, it is positive for an area or cell that is like its neighbours and negative for \
    one that is unlike them; the column quadrant says which of the two is high.

    Chance means three things, and the likeliest counts: how much values differ anyway (the \
    standard score, or --permutations), as many incidents scattered over the ground, and over the \
    areas or cells alike. The last two are valid for few incidents too.

    Counts of areas of very different size are misleading: use --value per_km2, rates with \
    --values, or a grid with --on square. --hotspots writes the areas or cells of class 2 and \
    above, joined where they share a side; the test takes the place of the ten incidents that \
    hotspots of a density must hold. The map then outlines and numbers them; without --hotspots it \
    numbers the areas or cells.
    """
  package static let example =
    "hotspots clusters --boundaries boundaries/lsoa.shp --incidents samples/incidents.csv "
    + "--on hexagon --cell-size 400 --output clusters.geojson --map clusters.svg"
  package static let options =
    StudyOptions.specs + HoursFilter.specs + ClusterSettings.specs + OutputOptions.specs
  package static let detours = OutputOptions.detours

  private let input: StudyOptions
  private let settings: ClusterSettings
  private let outputs: OutputOptions

  package init(_ arguments: Arguments) throws(UsageError) {
    settings = try ClusterSettings(arguments)
    let countsIncidents = settings.table == nil
    var input = try StudyOptions(
      arguments, needsIncidents: countsIncidents, weighs: countsIncidents)
    input.filter.hours = try HoursFilter(arguments)
    self.input = input
    outputs = try OutputOptions(arguments)
    guard input.boundaries.paths.count == 1 else {
      throw .invalid(
        "cannot compare \(input.boundaries.paths.count) layers of areas: one is allowed",
        help: "run it once for each layer")
    }
    for path in [outputs.output, outputs.hotspots].compactMap(\.self) {
      try ResultFormat.check(path, outputCRS: outputs.crs)
    }
  }

  package func run(in console: Console) async throws {
    try await InputWatch.over(
      Self.options, given: outputs.recorded, digests: outputs.manifest != nil
    ) { watch in
      try await run(watch, in: console)
    }
  }

  private func run(_ watch: InputWatch, in console: Console) async throws {
    let stages = Stages(console: console)
    defer { stages.endAll() }
    let analysis = try await ClusterAnalysis.run(
      input, settings, reportsAccuracy: outputs.manifest != nil, readsPeriod: outputs.map != nil,
      findsHotspots: outputs.hotspots != nil, stages: stages, in: console)
    let report = ClusterReport(analysis: analysis, options: input, settings: settings)
    report.say(in: console)
    let look = try outputs.look.load(input, crs: analysis.boundaries.crs)
    let digests = try watch.seal()
    let found = analysis.hotspots.map { list in
      HotspotWords(
        list: list, crs: analysis.boundaries.crs,
        places: analysis.grid == nil ? .areas(of: analysis.boundaries.layers[0]) : .cells)
    }
    let maker = ClusterMapMaker(
      analysis: analysis, options: input, report: report,
      hotspots: found?.marks(valueLabel: input.amountWords), title: outputs.title, look: look)
    var writer = ResultWriter(
      analysisCRS: analysis.boundaries.crs, projection: try projection(of: analysis),
      options: input, outputCRS: outputs.crs)
    writer.members = [.init("reconciliation", analysis.reconciliation.json)]
    if let output = outputs.output {
      writer.style = { maker.style }
      try writer.write(analysis.table, to: output)
    }
    if let hotspots = outputs.hotspots, let found {
      let report = HotspotReport(words: found)
      report.say(in: console)
      try report.write(with: writer, weightColumn: input.weightColumn, to: hotspots)
    }
    if let map = outputs.map { try OutputFile.write(maker.map().svg(), to: map) }
    stages.end("files")
    guard let manifest = outputs.manifest else { return }
    let tables = settings.table.map { [($0.path, analysis.reconciliation.read)] }
    try Manifest(
      command: Self.name, options: outputs.recorded,
      incidents: analysis.incidents?.files ?? tables ?? [],
      boundaries: analysis.boundaries.files + look.inputs, digests: digests,
      chosen: report.chosen + (found.map { [.init("hotspots", $0.json)] } ?? []),
      projection: analysis.incidents?.reading.projection,
      reconciliations: [analysis.reconciliation], outputs: outputs.results,
      warnings: console.warnings
    ).write(to: manifest)
  }

  /// Returns how incidents came to the system of the analysis; for a ready table, from that of the
  /// file to be written, because the writer takes the inverse.
  private func projection(of analysis: ClusterAnalysis) throws -> ProjectionPlan {
    if let incidents = analysis.incidents { return incidents.input.plan.projection }
    return try ProjectionPlan.choose(
      from: outputs.crs ?? "EPSG:4326", to: analysis.boundaries.crs,
      gridFolders: input.coordinates.gridFolders,
      allowBallpark: input.coordinates.allowsBallpark)
  }
}
