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

/// Computes the density of incidents as a surface, its bands and its hotspots.
package struct DensityCommand: Command {
  package static let name = "density"
  package static let abstract =
    "Estimate the density of incidents: a surface, contours and hotspots."
  package static let discussion = """
    Each incident is spread over the ground around it, and each cell holds the sum of what reaches \
    it, in incidents per square kilometre. The extension of --output decides what is written: a \
    grid (.asc), the cells (.csv, .json), or bands of equal density clipped to the study area \
    (.geojson, .gpkg, .kml).

    --hotspots writes the densest ground: adjoining cells that hold at least ten incidents, on at \
    most 1 km². If the density is too smooth to tell such places apart, they are found on a finer \
    surface of their own. --columns weight=NAME counts each incident by a number in its row, such \
    as harm. --relative-to divides by the density of other incidents, and so shows where these are \
    frequent relative to those.
    """
  package static let example =
    "hotspots density --boundaries boundaries/lsoa.shp --incidents samples/incidents.csv "
    + "--bandwidth 300 --output density.geojson --hotspots hotspots.geojson --map density.svg"
  package static let options =
    StudyOptions.specs + HoursFilter.specs + DensitySettings.specs + OutputOptions.specs
  package static let detours = OutputOptions.detours

  private let input: StudyOptions
  private let settings: DensitySettings
  private let outputs: OutputOptions

  package init(_ arguments: Arguments) throws(UsageError) {
    var input = try StudyOptions(arguments, weighs: true)
    input.filter.hours = try HoursFilter(arguments)
    self.input = input
    settings = try DensitySettings(arguments)
    outputs = try OutputOptions(arguments)
    if settings.relativeTo != nil && outputs.hotspots != nil {
      throw .conflict("--relative-to", "--hotspots")
    }
    if settings.triesBandwidths && outputs.hotspots == nil && outputs.map == nil {
      throw .dependent("--sensitivity", needs: "--hotspots FILE, or --map FILE.svg")
    }
    if settings.triesBandwidths && settings.relativeTo != nil {
      throw .conflict("--relative-to", "--sensitivity")
    }
    guard input.boundaries.paths.count == 1 else {
      throw .invalid(
        "cannot compute the density over \(input.boundaries.paths.count) layers of areas: one is allowed",
        help: "their union is the study area; run it once for each layer")
    }
    for path in [outputs.hotspots, settings.contours].compactMap(\.self) {
      try ResultFormat.check(path, outputCRS: outputs.crs)
    }
    if let output = outputs.output {
      let format: DensityFormat
      do { format = try DensityFormat(path: output) } catch { throw .invalid(error.description) }
      if format != .grid { try ResultFormat.check(output, outputCRS: outputs.crs) }
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
    try OutputCheck(options: Self.options, given: outputs.recorded).run()
    var stages = Stages(console: console)
    defer { stages.endAll() }
    if let path = settings.relativeTo {
      return try await RatioRun(input: input, settings: settings, path: path, outputs: outputs)
        .run(watch, stages: &stages, in: console)
    }
    let drawsMap = outputs.map != nil
    let findsHotspots = outputs.hotspots != nil || drawsMap
    let analysis = try await DensityAnalysis.run(
      input, settings, reportsAccuracy: outputs.manifest != nil, readsPeriod: drawsMap,
      findsHotspots: findsHotspots,
      drawsBands: try drawsMap
        || outputs.output.map { try DensityFormat(path: $0).hasBands } ?? false,
      stages: &stages, in: console)
    let report = DensityReport(analysis: analysis, options: input, settings: settings)
    report.say(in: console)
    let inputs = analysis.incidents.input
    let tables = ResultWriter(analysis.incidents.reading, crs: outputs.crs)
    let writer = DensityWriter(analysis: analysis, writer: tables)
    let look = try outputs.look.load(input, crs: inputs.boundaries.crs)
    let digests = try watch.seal()
    if let output = outputs.output { try writer.write(to: output) }
    let found = analysis.hotspots.map { list in
      HotspotWords(
        list: list, crs: inputs.boundaries.crs, places: .cells, surface: report.hotspotSurface)
    }
    let sensitivity =
      settings.triesBandwidths
      ? found.map { BandwidthTrial.words(analysis.trials, of: $0.list) } : nil
    if let sensitivity { console.note("sensitivity: \(sensitivity)") }
    if let hotspots = outputs.hotspots, let found {
      let report = HotspotReport(words: found)
      report.say(in: console)
      try report.write(with: tables, weightColumn: input.weightColumn, to: hotspots)
    }
    if let map = outputs.map, let found {
      let maker = DensityMapMaker(
        analysis: analysis, options: input, report: report,
        hotspots: found.marks(valueLabel: input.amountWords), sensitivity: sensitivity,
        title: outputs.title, look: look)
      try OutputFile.write(maker.map().svg(), to: map)
    }
    stages.end("files")
    guard let manifest = outputs.manifest else { return }
    try Manifest(
      command: Self.name, options: outputs.recorded,
      incidents: analysis.incidents.files, boundaries: inputs.boundaries.files + look.inputs,
      digests: digests,
      chosen: report.chosen
        + (found.map { found in
          [
            .init("hotspots", found.json),
            .init("sensitivity", .array(analysis.trials.map { $0.json(of: found.list) })),
          ]
        } ?? []),
      projection: analysis.incidents.reading.projection,
      reconciliations: analysis.incidents.reconciliations,
      outputs: outputs.results, warnings: console.warnings
    ).write(to: manifest)
  }
}
