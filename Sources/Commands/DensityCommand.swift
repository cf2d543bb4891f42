package import CommandLineKit
import HotspotsKit

/// Computes the density of incidents as a surface, its bands and its hotspots.
package struct DensityCommand: PartialCommand {
  package static let name = "density"
  package static let abstract =
    "Estimate the density of incidents: a surface, contours and hotspots."
  package static let discussion = """
    Each incident is spread over the ground around it, and each cell holds the sum of what reaches \
    it, in incidents per square kilometre. The extension of --output decides what is written: a \
    grid (.asc), the cells (.csv, .json, .xlsx), or bands of equal density clipped to the study area \
    (.geojson, .gpkg, .kml).

    --hotspots writes the densest ground: adjoining cells that hold at least ten incidents, on at \
    most 1 km². If the density is too smooth to tell such places apart, they are found on a finer \
    surface of their own. --columns weight=NAME counts each incident by a number in its row, such \
    as harm. --relative-to divides by the density of other incidents, and so shows where these are \
    frequent relative to those.
    """
  package static let articles: [MethodArticle] = [
    "EstimatingDensity", "FindingHotspots --hotspots", "ComparingDensities --relative-to",
    "WeighingByHarm --weights",
  ]
  package static let example =
    "hotspots density --boundaries boundaries/lsoa.shp --incidents samples/incidents.csv "
    + "--bandwidth 300 --output density.geojson --hotspots hotspots.geojson --map density.svg"
  package static let options = PartOutput.added(
    to: StudyOptions.specs + HoursFilter.specs + WeightFile.specs + KernelDensity.specs
      + RatioOptions.specs + ScaleOptions.specs + OutputOptions.specs(OutputFormat.ofSurfaces),
    .excludes("--relative-to", because: "a ratio is of two densities"))
  package static let alternatives = [OutputOptions.alternatives + ["--partial"]]
  package static let detours = OutputOptions.detours
  /// A bandwidth is printed.
  static let alternativesOfParts: [[OptionUse]] = []

  var input: StudyOptions
  private let density: KernelDensity
  private let scale: ScaleOptions
  private let ratio: RatioOptions?
  private let outputs: OutputOptions
  private let part: PartOutput?

  package init(_ arguments: Arguments) throws(UsageError) {
    part = try PartOutput(arguments, of: Self.self)
    var input = try StudyOptions(arguments, weighs: true)
    input.filter.hours = try HoursFilter(arguments)
    try input.readWeights(arguments)
    outputs = try OutputOptions(arguments, OutputFormat.ofSurfaces)
    input.reportsAccuracy = outputs.manifest != nil
    self.input = input
    var density = try KernelDensity(arguments)
    density.findsHotspots = outputs.hotspots != nil || outputs.map != nil
    scale = try ScaleOptions(arguments)
    ratio = try RatioOptions(arguments, of: density)
    guard input.boundaries.paths.count == 1 else {
      throw .invalid(
        "cannot compute the density over \(input.boundaries.paths.count) layers of areas: one is allowed",
        help: "their union is the study area; run it once for each layer")
    }
    for path in [outputs.hotspots, ratio?.contours].compactMap(\.self) {
      try ResultFormat.check(path, outputCRS: outputs.crs)
    }
    density.drawsBands = outputs.map != nil
    if let output = outputs.output, let format = output.format.ofPlaces {
      try ResultFormat.check(output.path, as: format, outputCRS: outputs.crs)
      if format.hasGeometry { density.drawsBands = true }
    }
    self.density = density
  }

  package func run(in console: Console) async throws {
    if let part {
      return try await part.write(input, in: console) { study in
        let areas = AreaCounts(readsPeriod: true)
        guard density.bandwidth == .automatic else {
          return [try await study.count(areas, CountedDensity(density))]
        }
        return [try await study.count(areas, CountedBandwidth(kernel: density.kernel))]
      }
    }
    try await InputWatch.over(
      Self.options, given: outputs.recorded, digests: outputs.manifest != nil
    ) { watch in
      try outputs.checkSystemFile(Self.options)
      try await run(watch, in: console)
    }
  }

  private func run(_ watch: InputWatch, in console: Console) async throws {
    let stages = Stages(console: console)
    defer { stages.endAll() }
    if let ratio {
      return try await RatioRun(input: input, options: ratio, outputs: outputs)
        .run(watch, stages: stages, in: console)
    }
    if input.parts != nil && outputs.map != nil {
      throw PartFileError.needsIncidents(what: "a map of a density, which numbers the hotspots,")
    }
    if input.parts != nil && density.bandwidth == .automatic {
      return try await BandwidthPass(input: input, kernel: density.kernel, outputs: outputs)
        .run(watch, stages: stages, in: console)
    }
    var method = density
    method.scale = try scale.load(for: KernelDensity.valueColumn)
    let study = Study(input, observer: console.observer(stages))
    let areaCounts = AreaCounts(readsPeriod: outputs.map != nil)
    let (areas, density) =
      try await input.parts == nil
      ? study.run(areaCounts, method) : study.run(areaCounts, CountedDensity(method))
    console.say(areas)
    console.say(density.ownChoices, density.ownFindings)
    let look = try outputs.look.load(input, crs: areas.input.boundaries.crs)
    let digests = try watch.seal()
    if let output = outputs.output {
      try DensityWriter(density, crs: outputs.crs).write(
        to: output.path, as: output.format.ofSurface)
    }
    if let hotspots = outputs.hotspots, let found = density.hotspotWords {
      try ResultWriter(density.reading, crs: outputs.crs)
        .write(found, weightColumn: input.weightColumn, to: hotspots)
    }
    if let map = outputs.map, var figure = DensityFigure(density) {
      (figure.title, figure.look) = (outputs.title, look)
      try figure.write(to: map)
    }
    stages.end("files")
    guard let manifest = outputs.manifest else { return }
    var record = Manifest(
      of: density.reading, choices: density.choices, digests: digests, command: Self.name)
    record.boundaries += look.inputs
    record.add(outputs.recorded, outputs: outputs.results, warnings: console.warnings)
    try record.write(to: manifest)
  }
}
