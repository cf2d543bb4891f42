import Boundaries
import Cartography
package import CommandLineKit
import HotspotsKit

/// Counts incidents in each area of one or more layers.
package struct AreasCommand: PartialCommand {
  package static let name = "areas"
  package static let abstract = "Count incidents in each area: ward, LSOA, beat."
  package static let discussion = """
    Each incident is counted in exactly one area of each layer, or reported as not counted, with the \
    reason. The table has one row for each area: code, name, incidents, share, rank, incidents per \
    square kilometre, and a column for each category. With several layers the output is that of the \
    first; the others are written beside it, their layer's name added to the file's.

    With --hours or --days each incident is weighed by its chance of having happened in these hours: \
    the part of its window that lies in them. The column expected adds up the chances; incidents \
    counts those that could have happened then.

    With --population the table has rates too: incidents of the period for each 1,000 people, with \
    their exact 95% limits, and drawn towards the mean where people are few. The map shows them. \
    With --values the table and the map are of values that you have, such as a survey, and there are \
    no incidents.
    """
  package static let articles: [MethodArticle] = [
    "CountingByArea", "RatesAndDenominators --population", "AssigningIncidents --snap",
    "ConvertingCoordinates --crs", "ClassifyingValues --map",
    "WeighingByHarm --weights",
  ]
  package static let example =
    "hotspots areas --boundaries boundaries/lsoa.shp --incidents samples/incidents.csv "
    + "--output areas.geojson --map areas.svg"
  package static let options = PartOutput.added(
    to: StudyOptions.tableSpecs.requiring("--boundaries") + HoursFilter.specs
      + WeightFile.specs(
        .excludes("--values", because: "a table of values has no categories")) + [bounds.spec]
      + AreaCounts.tableSpecs + [KeptFields.option.spec] + AreaOutputs.specs,
    .excludes("--values", because: "values are not counted"))
  package static let alternatives: [[OptionUse]] = [
    ["--incidents", "--values"], ["--output", "--map", "--partial"],
  ]

  private static let bounds = Flag(
    "bounds",
    help: """
      Add the columns must and could: the incidents that certainly and those that possibly happened \
      in these hours
      """,
    rules: [.needs("--hours", "--days")])

  var input: StudyOptions
  private let method: AreaCounts
  private let values: ValueFile?
  private let hasBounds: Bool
  private let outputs: AreaOutputs
  private let part: PartOutput?

  package init(_ arguments: Arguments) throws(UsageError) {
    values = try ValueFile(arguments)
    part = try PartOutput(arguments, of: Self.self)
    outputs = try AreaOutputs(arguments, valuesMayBeNegative: values != nil)
    var input = try StudyOptions(arguments)
    input.filter.hours = try HoursFilter(arguments)
    try input.readWeights(arguments)
    input.boundaries.keptFields = try KeptFields(arguments)
    input.reportsAccuracy = outputs.manifest != nil
    var method = AreaCounts(readsPeriod: outputs.map != nil)
    try method.readTables(arguments)
    hasBounds = arguments.isSet(Self.bounds)
    if outputs.scale.classes == .volume,
      values != nil || method.population != nil && input.weights == nil
    {
      throw .invalid(
        "cannot divide \(values == nil ? "rates" : "values") into classes of equal shares: they do not "
          + "add up, as counts do",
        help: "choose --classes quantile, natural, equal or geometric")
    }
    (self.input, self.method) = (input, method)
    if values != nil && input.boundaries.paths.count != 1 {
      throw .invalid(
        "cannot give \(input.boundaries.paths.count) layers of areas the values of one table: one is "
          + "allowed", help: "run it once for each layer")
    }
  }

  package func run(in console: Console) async throws {
    if let part {
      var method = method
      // Maps name it.
      method.readsPeriod = true
      return try await part.write(input, in: console) { [method] in
        try await method.passes(on: $0)
      }
    }
    try await InputWatch.over(
      Self.options, given: outputs.recorded, digests: outputs.manifest != nil
    ) { watch in
      let names = try input.boundaries.paths.map { (path) throws(BoundaryError) in
        try BoundaryLayer.name(ofFile: path)
      }
      try outputs.check(layers: names, Self.options)
      let stages = Stages(console: console)
      defer { stages.endAll() }
      if let values {
        try await draw(values, watch, stages, in: console)
      } else {
        try await count(names, watch, stages, in: console)
      }
    }
  }

  /// Counts incidents, and writes them.
  private func count(
    _ names: [String], _ watch: InputWatch, _ stages: Stages, in console: Console
  ) async throws {
    let shown =
      method.population == nil || input.weights != nil
      ? AreaFigure.value(of: input).column : "rate"
    let choice = try outputs.scale.load(for: shown)
    let analysis = try await Study(input, observer: console.observer).run(method)
    stages.end("reading and counting")
    console.say(analysis)
    var figure = AreaFigure(analysis)
    (figure.title, figure.scale) = (outputs.title, choice)
    figure.look = try outputs.look.load(input, crs: analysis.input.boundaries.crs)
    let digests = try watch.seal()
    let written = try outputs.write(
      AreaOutputs.Sheets(
        names: names, table: { analysis.table(ofLayer: $0, bounds: hasBounds) },
        writer: { ResultWriter(analysis.reading, layer: $0, crs: outputs.crs) },
        style: { [figure] in try figure.style(of: $0, ofLayer: $1) },
        map: { [figure] index in
          let drawn = try figure.map(ofLayer: index)
          return (drawn, figure.scale(of: drawn, ofLayer: index))
        }))
    stages.end("files")
    guard let manifest = outputs.manifest else { return }
    var record = Manifest(
      of: analysis.reading, choices: analysis.choices + [written.choice], digests: digests,
      command: Self.name)
    record.boundaries += figure.look.inputs + analysis.valueFiles
    record.add(outputs.recorded, outputs: written.paths, warnings: console.warnings)
    try record.write(to: manifest)
  }

  /// Reads values in place of incidents, and writes them.
  private func draw(
    _ file: ValueFile, _ watch: InputWatch, _ stages: Stages, in console: Console
  ) async throws {
    let choice = try outputs.scale.load(for: nil)
    let areas = try await Study(input, observer: console.observer(stages)).areas(
      with: file, comparison: method.comparison)
    console.say(areas.boundaries)
    console.say(areas.ownChoices, [])
    var figure = ValueFigure(areas)
    (figure.title, figure.scale) = (outputs.title, choice)
    figure.look = try outputs.look.load(input, crs: areas.boundaries.crs)
    let digests = try watch.seal()
    let written = try outputs.write(
      AreaOutputs.Sheets(
        names: [areas.boundaries.layers[0].name], table: { _ in areas.table },
        writer: { _ in ResultWriter(areas, crs: outputs.crs) },
        style: { [figure] table, _ in try figure.style(of: table) },
        map: { [figure] _ in
          let drawn = try figure.map()
          return (drawn, figure.scale(of: drawn))
        }))
    stages.end("files")
    guard let manifest = outputs.manifest else { return }
    var record = Manifest(of: areas, digests: digests, command: Self.name)
    record.chosen.append(.init("scales", written.choice.value))
    record.boundaries += figure.look.inputs
    record.add(outputs.recorded, outputs: written.paths, warnings: console.warnings)
    try record.write(to: manifest)
  }
}
