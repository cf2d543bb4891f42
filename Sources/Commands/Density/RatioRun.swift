import Assignment
import Boundaries
import Cartography
import CommandLineKit
import HotspotAnalysis
import HotspotsKit
import Incidents
import Interchange

/// The run of `density --relative-to`.
struct RatioRun {
  let input: StudyOptions
  let settings: RatioSettings
  let outputs: OutputOptions

  /// Reads, divides and writes.
  func run(_ watch: InputWatch, stages: Stages, in console: Console) async throws {
    let analysis = try await RatioAnalysis.run(
      input, settings, reportsAccuracy: outputs.manifest != nil,
      readsPeriod: outputs.map != nil, stages: stages, in: console)
    let report = RatioReport(analysis: analysis, options: input, settings: settings)
    report.say(in: console)
    let inputs = analysis.incidents.input
    var tables = ResultWriter(analysis.incidents.reading, crs: outputs.crs)
    let look = try outputs.look.load(input, crs: inputs.boundaries.crs)
    let digests = try watch.seal()
    if let output = outputs.output {
      switch try DensityFormat(path: output) {
      case .grid:
        let file = try OutputFile(path: output)
        try ASCIIGridWriter(threads: tables.threads).write(analysis.ratio.surface, to: file)
        try file.commit()
      case .table(let format):
        tables.style = { report.style }
        try tables.write(format.hasGeometry ? analysis.bands : analysis.cells, to: output)
      }
    }
    if let path = settings.contours, let contours = analysis.contours {
      tables.style = nil
      try tables.write(
        contours.featureTable(overall: analysis.overall, crs: inputs.boundaries.crs), to: path)
    }
    if let map = outputs.map {
      try OutputFile.write(report.map(title: outputs.title, look: look).svg(), to: map)
    }
    stages.end("files")
    guard let manifest = outputs.manifest else { return }
    try Manifest(
      command: DensityCommand.name, options: outputs.recorded,
      incidents: analysis.incidents.files + analysis.base.files,
      boundaries: inputs.boundaries.files + look.inputs, digests: digests,
      chosen: report.chosen, projection: analysis.incidents.reading.projection,
      reconciliations: analysis.incidents.reconciliations,
      outputs: outputs.results + [settings.contours].compactMap(\.self),
      warnings: console.warnings
    ).write(to: manifest)
  }
}
