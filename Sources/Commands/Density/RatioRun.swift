import CommandLineKit
import HotspotsKit

/// The run of `density --relative-to`.
struct RatioRun {
  let input: StudyOptions
  let options: RatioOptions
  let outputs: OutputOptions

  /// Reads, divides and writes.
  func run(_ watch: InputWatch, stages: Stages, in console: Console) async throws {
    let observer = console.observer(stages)
    let (areas, ratio) = try await Study(input, observer: observer).run(
      AreaCounts(readsPeriod: outputs.map != nil), options.method(input, observer: observer))
    console.say(areas)
    console.say(ratio.ownChoices, ratio.ownFindings)
    let look = try outputs.look.load(input, crs: areas.input.boundaries.crs)
    let digests = try watch.seal()
    if let output = outputs.output {
      try DensityWriter(ratio, crs: outputs.crs).write(
        to: output.path, as: output.format.ofSurface)
    }
    if let path = options.contours, let contours = ratio.contours {
      try ResultWriter(ratio.reading, crs: outputs.crs).write(contours, to: path)
    }
    if let map = outputs.map {
      var figure = RelativeDensityFigure(ratio)
      (figure.title, figure.look) = (outputs.title, look)
      try figure.write(to: map)
    }
    stages.end("files")
    guard let manifest = outputs.manifest else { return }
    var record = Manifest(of: ratio, digests: digests, command: DensityCommand.name)
    record.boundaries += look.inputs
    record.add(
      outputs.recorded, outputs: outputs.results + [options.contours].compactMap(\.self),
      warnings: console.warnings)
    try record.write(to: manifest)
  }
}
