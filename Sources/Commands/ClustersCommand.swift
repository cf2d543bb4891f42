package import CommandLineKit
import HotspotsKit

/// Finds where high and low values cluster more than chance explains.
package struct ClustersCommand: PartialCommand {
  package static let name = "clusters"
  package static let abstract =
    "Find statistically significant areas or cells: Getis-Ord Gi*, local Moran."
  package static let discussion = """
    Each area or cell, together with its neighbours, is compared with all of them. The column \
    class is 3, 2 or 1 for a hot spot that chance alone would produce at most once in 100, 20 or \
    10 times, adjusted for the number of tests (p_adjusted), and negative for a cold spot. With \
    local Moran, it is positive for an area or cell that is like its neighbours and negative for \
    one that is unlike them; the column quadrant says which of the two is high.

    Each is tested against three models of chance, and the one that explains it best decides: the \
    variation among all values (the standard score, or --permutations), as many incidents \
    scattered evenly over the ground, and as many scattered evenly over the areas or cells. The \
    last two are valid for few incidents too.

    Counts of areas of very different size are misleading: use --value per_km2, rates with \
    --values, or a grid with --on square. --hotspots writes the areas or cells of class 2 and \
    above, joined where they share a side; the test takes the place of the ten incidents that \
    hotspots of a density must hold. The map then outlines and numbers them; without --hotspots it \
    numbers the areas or cells.
    """
  package static let articles: [MethodArticle] = [
    "GetisOrdGiStar", "LocalMoranI --method local-moran", "TestingChance --permutations",
    "FindingSignificantHotspots --hotspots", "WeighingByHarm --weights",
  ]
  package static let example =
    "hotspots clusters --boundaries boundaries/lsoa.shp --incidents samples/incidents.csv "
    + "--on hexagon --cell-size 400 --output clusters.geojson --map clusters.svg"
  package static let options = PartOutput.added(
    to: StudyOptions.looseSpecs.requiring("--boundaries") + HoursFilter.specs
      + WeightFile.specs(
        .excludes("--values", because: "a table of values has no categories"))
      + LocalStatistics.specs
      + OutputOptions.specs(OutputFormat.ofPlaces),
    .excludes("--values", because: "values are not counted"),
    .excludes(
      "--hours", "--days", "--weights", because: "chances and weights need the incidents themselves"
    ))
  package static let alternatives: [[OptionUse]] = [
    ["--incidents", "--values"], OutputOptions.alternatives + ["--partial"],
  ]
  package static let detours = OutputOptions.detours

  var input: StudyOptions
  private let method: LocalStatistics
  private let values: ValueFile?
  private let outputs: OutputOptions
  private let part: PartOutput?

  package init(_ arguments: Arguments) throws(UsageError) {
    part = try PartOutput(arguments, of: Self.self)
    var method = try LocalStatistics(arguments)
    values = try ValueFile(arguments)
    var input = try StudyOptions(arguments, weighs: values == nil)
    input.filter.hours = try HoursFilter(arguments)
    try input.readWeights(arguments)
    outputs = try OutputOptions(arguments, OutputFormat.ofPlaces)
    method.findsHotspots = outputs.hotspots != nil
    input.reportsAccuracy = outputs.manifest != nil
    (self.method, self.input) = (method, input)
    guard input.boundaries.paths.count == 1 else {
      throw .invalid(
        "cannot compare \(input.boundaries.paths.count) layers of areas: one is allowed",
        help: "run it once for each layer")
    }
    if let output = outputs.output {
      try ResultFormat.check(output.path, as: output.format.ofPlaces, outputCRS: outputs.crs)
    }
    if let hotspots = outputs.hotspots {
      try ResultFormat.check(hotspots, outputCRS: outputs.crs)
    }
  }

  package func run(in console: Console) async throws {
    if let part {
      return try await part.write(input, in: console) { study in
        [
          try await study.count(
            AreaCounts(readsPeriod: true, countsCategories: false), method)
        ]
      }
    }
    try await InputWatch.over(
      Self.options, given: outputs.recorded, digests: outputs.manifest != nil
    ) { watch in
      try await run(watch, in: console)
    }
  }

  private func run(_ watch: InputWatch, in console: Console) async throws {
    let stages = Stages(console: console)
    defer { stages.endAll() }
    let statistics = try await statistics(stages, in: console)
    console.say(statistics.ownChoices, statistics.ownFindings)
    let look = try outputs.look.load(input, crs: statistics.boundaries.crs)
    let digests = try watch.seal()
    var writer = ResultWriter(statistics, crs: outputs.crs)
    if let output = outputs.output {
      writer.style = { statistics.style }
      try writer.write(statistics.table, to: output.path, as: output.format.ofPlaces)
    }
    if let hotspots = outputs.hotspots, let found = statistics.hotspotWords {
      try writer.write(found, weightColumn: input.weightColumn, to: hotspots)
    }
    if let map = outputs.map {
      var figure = SignificanceFigure(statistics)
      (figure.title, figure.look) = (outputs.title, look)
      try figure.write(to: map)
    }
    stages.end("files")
    guard let manifest = outputs.manifest else { return }
    var record = Manifest(of: statistics, digests: digests, command: Self.name)
    record.boundaries += look.inputs
    record.add(outputs.recorded, outputs: outputs.results, warnings: console.warnings)
    try record.write(to: manifest)
  }

  /// Reads incidents or values, compares them, and says what was read.
  private func statistics(
    _ stages: Stages, in console: Console
  ) async throws -> LocalStatistics.Result {
    let study = Study(input, observer: console.observer(stages))
    if let values {
      let statistics = try await study.run(method, on: values)
      console.say(statistics.boundaries)
      console.say(statistics.reconciliation)
      return statistics
    }
    let (areas, statistics) = try await study.run(
      AreaCounts(readsPeriod: outputs.map != nil, countsCategories: false), method)
    console.say(areas)
    return statistics
  }
}
