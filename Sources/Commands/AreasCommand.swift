import Assignment
package import CommandLineKit
import Interchange
import Projections
import Tables

/// Counts incidents in each area of one or more layers.
package struct AreasCommand: Command {
  package static let name = "areas"
  package static let abstract = "Count incidents in each area: ward, LSOA, beat."
  package static let discussion = """
    Each incident is counted in exactly one area of each layer, or reported as not counted, with the \
    reason. The table has one row for each area: code, name, incidents, share, rank, incidents per \
    square kilometre, and a column for each category. With several layers, name the output of the \
    first; the others are written beside it with their layer's name.
    """
  package static let example =
    "hotspots areas --boundaries boundaries/lsoa.shp --incidents samples/incidents.csv --output areas.geojson"
  package static let options =
    InputOptions.specs + [
      SharedOptions.output.spec, SharedOptions.outputCRS.spec, SharedOptions.manifest.spec,
    ]

  private let input: InputOptions
  private let output: String?
  private let outputCRS: String?
  private let manifest: String?
  private let recorded: [Arguments.RecordedOption]

  package init(_ arguments: Arguments) throws(UsageError) {
    input = try InputOptions(arguments)
    output = try arguments.value(of: SharedOptions.output)
    outputCRS = try arguments.value(of: SharedOptions.outputCRS)
    manifest = try arguments.value(of: SharedOptions.manifest)
    recorded = arguments.recordedOptions
  }

  package func run(in console: Console) async throws {
    let analysis = try await AreaAnalysis.run(
      input, reportsAccuracy: manifest != nil, in: console)
    if let output {
      let table = analysis.table(ofLayer: 0)
      let file = try OutputFile(path: output)
      guard case .areas(let outlines) = table.geometry else { return }
      var projected = table
      projected.geometry = .areas(
        try RoundedProjection.project(
          outlines, by: analysis.input.plan.projection, direction: .inverse, decimals: 7))
      try GeoJSONWriter().write(projected, to: file)
      try file.commit()
    }
    console.note("\(analysis.reconciliations)")
  }
}
