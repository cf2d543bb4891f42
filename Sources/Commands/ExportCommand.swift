import Boundaries
package import CommandLineKit
import HotspotsKit
import Interchange
import Projections
import Tables

/// Writes a layer of areas, or incidents, in another format.
package struct ExportCommand: Command {
  package static let name = "export"
  package static let abstract =
    "Write boundaries or incidents as GeoJSON, GeoPackage, KML or CSV."
  package static let discussion = """
    GeoJSON is what web maps and most programs read: longitude and latitude of WGS 84, seven \
    decimals, outer rings counter-clockwise. A GeoPackage keeps the coordinates of the boundaries \
    in full. Each area keeps its code and name, in columns of these names, and all other fields of \
    the file, with numbers as numbers. Areas are sorted by code.

    Incidents are written in input order with the columns id, start, end or month, category, \
    location, and others with --keep. Rows without coordinates are written to CSV; other formats \
    leave them out, and their number is reported. hotspots query does the same for a selection of \
    incidents.
    """
  package static let example =
    "hotspots export --boundaries boundaries/wards.shp --output wards.geojson"
  package static let options =
    StudyOptions.fileSpecs.adding(.excludes("--boundaries"), to: "--incidents")
    + SharedOptions.repeats.map { $0.adding(.needs("--incidents")) }
    + [
      SharedOptions.output.spec, KeptColumns.option.spec.adding(.needs("--incidents")),
      SharedOptions.outputCRS.spec, RowOutput.precision.spec, SharedOptions.manifest.spec,
    ]

  private let incidents: IncidentExport?
  private let input: StudyOptions
  private let output: String
  private let outputCRS: String?
  private let decimals: Int
  private let manifest: String?
  private let recorded: [Arguments.RecordedOption]

  package init(_ arguments: Arguments) throws(UsageError) {
    incidents = try IncidentExport(arguments)
    input = try StudyOptions(ofBoundaryFiles: arguments)
    output = try arguments.requiredValue(of: SharedOptions.output)
    outputCRS = try arguments.value(of: SharedOptions.outputCRS)
    decimals = try arguments.value(of: RowOutput.precision)
    manifest = try arguments.value(of: SharedOptions.manifest)
    recorded = arguments.recordedOptions
    if incidents != nil { return }
    if input.boundaries.paths.isEmpty {
      throw .missingOption("--boundaries FILE, or --incidents FILE")
    }
    guard input.boundaries.paths.count == 1 else {
      throw .invalid(
        "cannot write \(input.boundaries.paths.count) layers to '\(output)': a file holds one layer",
        help: "export the layers one after the other")
    }
    try ResultFormat.check(output, outputCRS: outputCRS)
  }

  package func run(in console: Console) async throws {
    try await InputWatch.over(Self.options, given: recorded, digests: manifest != nil) { watch in
      try await run(watch, in: console)
    }
  }

  private func run(_ watch: InputWatch, in console: Console) async throws {
    if let incidents { return try await incidents.run(watch, in: console) }
    let boundaries = try await load()
    let layer = boundaries.layers[0]
    console.say(boundaries)
    let format = try ResultFormat(path: output)
    // From the file's system to that of the areas, as for incidents: the writer takes the inverse.
    let plan = try ProjectionPlan.choose(
      from: outputCRS ?? format.defaultCRS ?? boundaries.crs, to: boundaries.crs,
      gridFolders: input.coordinates.gridFolders,
      allowBallpark: input.coordinates.allowsBallpark)
    var writer = ResultWriter(
      analysisCRS: boundaries.crs, projection: plan, options: input, outputCRS: outputCRS)
    writer.decimals = decimals
    let columns = try BoundaryColumns.of(layer)
    let digests = try watch.seal()
    try writer.write(
      FeatureTable(
        name: layer.name, columns: columns, geometry: .areas(layer.outlines), crs: boundaries.crs),
      to: output)
    if format.hasGeometry {
      console.note(
        plan.isIdentity
          ? "projection: \(plan.summary.line)"
          : "projection, taken backwards: \(plan.summary.line)")
      if let advice = plan.summary.advice { console.note("projection: \(advice)") }
    }
    if let manifest {
      try Manifest(
        command: Self.name, options: recorded, incidents: [],
        boundaries: [(layer.path, layer.recordCount)], digests: digests, chosen: chosen(boundaries),
        projection: format.hasGeometry ? plan.summary : nil, reconciliations: [],
        outputs: [output], warnings: console.warnings
      ).write(to: manifest)
    }
  }

  /// Reads the areas; in a result of this program without codes, the column that numbers its rows
  /// stands for them.
  private func load() async throws -> BoundaryInput {
    do {
      return try await BoundaryInput.load(input, needsMetres: false)
    } catch BoundaryError.noCodeField(let path, let fields) {
      guard let number = fields.first, ["rank", "band", "cell"].contains(number) else {
        throw BoundaryError.noCodeField(path: path, fields: fields)
      }
      var numbered = input
      numbered.boundaries.codeField = number
      return try await BoundaryInput.load(numbered, needsMetres: false)
    }
  }

  private func chosen(_ boundaries: BoundaryInput) -> [JSONValue.Member] {
    [
      .init("layers", .array(boundaries.layers.map(\.chosen))),
      .init("crs", .text(boundaries.crs)),
      .init("crs_name", .text(boundaries.crsName)),
    ]
  }
}
