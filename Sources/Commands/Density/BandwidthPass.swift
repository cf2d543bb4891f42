import CommandLineKit
import HotspotsKit

/// Joins the parts of the first pass of a density: says the bandwidth, and what the second pass is.
struct BandwidthPass {
  let input: StudyOptions
  let kernel: DensityKernel
  let outputs: OutputOptions

  /// Joins, says and writes.
  func run(_ watch: InputWatch, stages: Stages, in console: Console) async throws {
    let (areas, found) = try await Study(input, observer: console.observer(stages)).run(
      AreaCounts(readsPeriod: false), CountedBandwidth(kernel: kernel))
    console.say(areas)
    console.say(found.ownChoices, [])
    console.note(
      "second pass: make the parts again with --bandwidth \(found.metres) in place of "
        + "--bandwidth auto, and merge them")
    _ = try watch.seal()
    if let output = outputs.output {
      try TableWriter(found.table).write(to: output.path, as: output.format.ofTable)
    }
    stages.end("files")
  }
}
