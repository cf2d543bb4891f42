import CommandLineKit
import FoundationEssentials
import HotspotsKit

/// What the options of `density` and `clusters` say of their outputs, checked but not yet used.
struct OutputOptions: Sendable {
  /// The file of the result.
  let output: OutputTarget?
  /// The file of hotspots.
  let hotspots: String?
  /// The file of the map.
  let map: String?
  /// The title that the user gave.
  let title: String?
  /// How the map looks.
  let look: MapOptions
  /// The system of `--output-crs`.
  let crs: String?
  /// The file of the manifest.
  let manifest: String?
  /// All options given, for the manifest.
  let recorded: [Arguments.RecordedOption]

  /// Returns the options that are read here.
  ///
  /// - Parameter formats: The formats of the result.
  /// - Returns: The options.
  static func specs(_ formats: [OutputFormat]) -> [OptionSpec] {
    [
      SharedOptions.output.spec, OutputFormat.spec(formats).adding(.needs("--output")),
      SharedOptions.hotspots.spec, SharedOptions.map.spec, SharedOptions.title.spec,
    ] + MapOptions.specs + [SharedOptions.outputCRS.spec, SharedOptions.manifest.spec]
  }

  /// The options of which at least one must be given: something is to be written.
  static let alternatives: [OptionUse] = ["--output", "--hotspots", "--map"]

  /// What to say to those who look here for an option of `tasking`.
  static let detours = [
    "--hotspots-from": """
    hotspots density --hotspots FILE lists the densest places, hotspots clusters --hotspots FILE \
    the significant ones; --hotspots-from is of hotspots tasking
    """
  ]

  /// Reads the options.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - formats: The formats of the result.
  /// - Throws: ``UsageError`` for values that are not allowed.
  init(_ arguments: Arguments, _ formats: [OutputFormat]) throws(UsageError) {
    output = try arguments.target(in: formats)
    hotspots = try arguments.value(of: SharedOptions.hotspots)
    map = try arguments.value(of: SharedOptions.map)
    title = try arguments.value(of: SharedOptions.title)
    look = try MapOptions(arguments)
    crs = try arguments.value(of: SharedOptions.outputCRS)
    manifest = try arguments.value(of: SharedOptions.manifest)
    recorded = arguments.recordedOptions
  }

  /// The file beside a grid that names its coordinate system; `nil` for other formats.
  var systemFile: String? { (output?.path).flatMap(DensityFormat.systemFile) }

  /// The files of results in the order in which they are written; the manifest comes after them.
  var results: [String] { [output?.path, systemFile, hotspots, map].compactMap(\.self) }

  /// Checks that the file beside a grid is not an input, another output, or that of a Shapefile.
  ///
  /// - Parameter options: The options of the command.
  /// - Throws: ``UsageError``, ``OutputError``.
  func checkSystemFile(_ options: [OptionSpec]) throws {
    guard let systemFile else { return }
    try OutputCheck(GivenFiles(recorded, options: options), derived: [systemFile]).run()
    let shapefile = "\(systemFile.dropLast(3))shp"
    if FileManager.default.fileExists(atPath: shapefile) {
      throw UsageError.invalid(
        "cannot write '\(systemFile)' beside the grid: it belongs to '\(shapefile)'",
        help: "name another file for the grid")
    }
  }
}
