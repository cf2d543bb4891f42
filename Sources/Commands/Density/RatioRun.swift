import Assignment
import Boundaries
import Cartography
import CommandLineKit
import HotspotAnalysis
import Incidents
import Interchange

/// The run of `density --relative-to`.
struct RatioRun {
  let input: InputOptions
  let settings: DensitySettings
  /// The file of incidents to compare with.
  let path: String
  let output: String?
  let map: String?
  let title: String?
  let look: MapSettings
  let outputCRS: String?
  let manifest: String?
  let recorded: [Arguments.RecordedOption]

  /// Reads, divides and writes.
  func run(in console: Console) async throws {
    let analysis = try await RatioAnalysis.run(
      input, settings, relativeTo: path, reportsAccuracy: manifest != nil, readsPeriod: map != nil,
      in: console)
    let report = RatioReport(analysis: analysis, options: input, settings: settings)
    report.say(in: console)
    let inputs = analysis.incidents.input
    var tables = ResultWriter(
      analysisCRS: inputs.boundaries.crs, projection: inputs.plan.projection,
      options: input,
      outputCRS: outputCRS)
    tables.members = [.init("reconciliation", analysis.incidents.reconciliations[0].json)]
    if let output {
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
    let look = try look.load(input, crs: inputs.boundaries.crs)
    if let map { try OutputFile.write(report.map(title: title, look: look).svg(), to: map) }
    guard let manifest else { return }
    let files = [
      (inputs.sources, analysis.incidents.rowsByFile),
      (analysis.base.input.sources, analysis.base.rowsByFile),
    ]
    try Manifest(
      command: DensityCommand.name, options: recorded,
      incidents: files.flatMap { zip($0.0, $0.1).map { ($0.path, $1) } },
      boundaries: inputs.boundaries.layers.map { ($0.path, $0.recordCount) } + look.inputs,
      chosen: report.chosen(relativeTo: path), projection: RunReport.projection(analysis.incidents),
      reconciliations: analysis.incidents.reconciliations,
      outputs: [output, map].compactMap(\.self), warnings: console.warnings
    ).write(to: manifest)
  }
}
