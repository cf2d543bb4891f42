package import CommandLineKit
import HotspotsKit

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
    StudyOptions.fileSpecs.adding(
      .excludes("--boundaries", because: "a file has either areas or incidents"), to: "--incidents")
    + SharedOptions.repeats.map { $0.adding(.needs("--incidents")) }
    + [
      SharedOptions.output.spec.required, OutputFormat.spec(OutputFormat.ofPlaces),
      KeptColumns.option.spec.adding(.needs("--incidents")),
      SharedOptions.outputCRS.spec, RowOutput.precision.spec, SharedOptions.manifest.spec,
    ]
  package static let alternatives: [[OptionUse]] = [["--boundaries", "--incidents"]]

  private let input: StudyOptions
  /// The rows that are written; `nil` for a layer.
  private let rows: RowOutput?
  private let output: String
  /// The format of a layer; `nil` for rows.
  private let format: ResultFormat?
  private let outputCRS: String?
  private let decimals: Int
  private let manifest: String?
  private let recorded: [Arguments.RecordedOption]

  package init(_ arguments: Arguments) throws(UsageError) {
    var input = try StudyOptions(ofFiles: arguments)
    try input.readRepeats(arguments)
    self.input = input
    outputCRS = try arguments.value(of: SharedOptions.outputCRS)
    decimals = try arguments.value(of: RowOutput.precision)
    manifest = try arguments.value(of: SharedOptions.manifest)
    recorded = arguments.recordedOptions
    if !input.incidents.paths.isEmpty {
      let rows = try RowOutput(arguments)
      (self.rows, output, format) = (rows, rows.path, nil)
      return
    }
    rows = nil
    let target = try arguments.requiredTarget(in: OutputFormat.ofPlaces)
    (output, format) = (target.path, target.format.ofPlaces)
    try ResultFormat.check(output, as: format, outputCRS: outputCRS)
  }

  package func run(in console: Console) async throws {
    try await InputWatch.over(Self.options, given: recorded, digests: manifest != nil) { watch in
      try await run(watch, in: console)
    }
  }

  private func run(_ watch: InputWatch, in console: Console) async throws {
    let study = Study(input, observer: console.observer)
    var record: Manifest
    if let rows {
      let result = try await study.write(IncidentQuery(), to: rows, watch: watch)
      console.say(result)
      record = Manifest(of: result, command: Self.name)
    } else {
      let result = try await study.writeLayer(
        to: output, as: format, crs: outputCRS, decimals: decimals, watch: watch)
      console.say(result.choices, result.findings)
      record = Manifest(of: result, command: Self.name)
    }
    guard let manifest else { return }
    record.add(recorded, outputs: [output], warnings: console.warnings)
    try record.write(to: manifest)
  }
}
