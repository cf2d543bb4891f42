import Boundaries
import Cartography
package import CommandLineKit
import HotspotsKit
import Interchange

/// Counts incidents in each area of one or more layers.
package struct AreasCommand: Command {
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
    """
  package static let articles: [MethodArticle] = [
    "CountingByArea", "AssigningIncidents --snap", "ConvertingCoordinates --crs",
    "ClassifyingValues --map",
  ]
  package static let example =
    "hotspots areas --boundaries boundaries/lsoa.shp --incidents samples/incidents.csv "
    + "--output areas.geojson --map areas.svg"
  package static let options =
    StudyOptions.tableSpecs.requiring("--incidents", "--boundaries") + HoursFilter.specs + [
      bounds.spec,
      SharedOptions.output.spec, SharedOptions.map.spec, SharedOptions.title.spec,
    ] + MapOptions.specs + ScaleOptions.specs.map { $0.adding(.needs("--map")) } + [
      SharedOptions.outputCRS.spec, SharedOptions.manifest.spec,
    ]
  package static let alternatives: [[OptionUse]] = [["--output", "--map"]]

  private static let bounds = Flag(
    "bounds",
    help: """
      Add the columns must and could: the incidents that certainly and those that possibly happened \
      in these hours
      """,
    rules: [.needs("--hours", "--days")])

  private var input: StudyOptions
  private let hasBounds: Bool
  private let output: String?
  private let map: String?
  private let title: String?
  private let look: MapOptions
  private let scale: ScaleOptions
  private let outputCRS: String?
  private let manifest: String?
  private let recorded: [Arguments.RecordedOption]

  package init(_ arguments: Arguments) throws(UsageError) {
    var input = try StudyOptions(arguments)
    input.filter.hours = try HoursFilter(arguments)
    self.input = input
    hasBounds = arguments.isSet(Self.bounds)
    map = try arguments.value(of: SharedOptions.map)
    output = try arguments.value(of: SharedOptions.output)
    title = try arguments.value(of: SharedOptions.title)
    look = try MapOptions(arguments)
    scale = try ScaleOptions(arguments)
    outputCRS = try arguments.value(of: SharedOptions.outputCRS)
    manifest = try arguments.value(of: SharedOptions.manifest)
    self.input.reportsAccuracy = manifest != nil
    recorded = arguments.recordedOptions
    if let output { try ResultFormat.check(output, outputCRS: outputCRS) }
  }

  package func run(in console: Console) async throws {
    try await InputWatch.over(Self.options, given: recorded, digests: manifest != nil) { watch in
      try await run(watch, in: console)
    }
  }

  private func run(_ watch: InputWatch, in console: Console) async throws {
    let names = try input.boundaries.paths.map { (path) throws(BoundaryError) in
      try BoundaryLayer.name(ofFile: path)
    }
    let derived = [output, map].compactMap(\.self).flatMap {
      Self.paths(from: $0, layers: names).dropFirst()
    }
    try OutputCheck(GivenFiles(recorded, options: Self.options), derived: derived).run()
    let stages = Stages(console: console)
    defer { stages.endAll() }
    let choice = try scale.load(for: AreaFigure.value(of: input).column)
    let study = Study(input, observer: console.observer)
    let analysis = try await study.run(AreaCounts(readsPeriod: map != nil))
    stages.end("reading and counting")
    console.say(analysis)
    var outputs: [String] = []
    var scales: [MapScale] = []
    let look = try look.load(input, crs: analysis.input.boundaries.crs)
    let digests = try watch.seal()
    var figure = AreaFigure(analysis)
    figure.title = title
    figure.scale = choice
    figure.look = look
    if let output {
      for (index, path) in Self.paths(from: output, layers: names).enumerated() {
        var writer = ResultWriter(analysis.reading, layer: index, crs: outputCRS)
        let table = analysis.table(ofLayer: index, bounds: hasBounds)
        writer.style = { [figure] in try figure.style(of: table, ofLayer: index) }
        try writer.write(table, to: path)
        outputs.append(path)
      }
    }
    if let map {
      for (index, path) in Self.paths(from: map, layers: names).enumerated() {
        let drawn = try figure.map(ofLayer: index)
        scales.append(figure.scale(of: drawn, ofLayer: index))
        try OutputFile.write(drawn.svg(), to: path)
        outputs.append(path)
      }
    }
    stages.end("files")
    guard let manifest else { return }
    let choices = analysis.choices + [Choice("scales", .array(scales.map(\.json)))]
    var record = Manifest(
      of: analysis.reading, choices: choices, digests: digests, command: Self.name)
    record.boundaries += look.inputs
    record.add(recorded, outputs: outputs, warnings: console.warnings)
    try record.write(to: manifest)
  }

  /// Returns the file of each layer: the named one, then the same with the layers' names, numbered
  /// where several layers have one name.
  private static func paths(from path: String, layers names: [String]) -> [String] {
    // Several layers cannot share standard output: only the first goes there.
    if path == "-" { return ["-"] }
    let cut = path.lastIndex(of: ".") ?? path.endIndex
    return names.indices.map { index in
      if index == 0 { return path }
      let count = names[1...index].count { $0 == names[index] }
      let number = count > 1 ? "-\(count)" : ""
      return "\(path[..<cut])-\(names[index])\(number)\(path[cut...])"
    }
  }
}
