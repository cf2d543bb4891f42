import CommandLineKit
import Cartography
import HotspotsKit
import Interchange
import Tables

/// What the options of `areas` say of its outputs, checked but not yet used.
struct AreaOutputs: Sendable {
  /// The file of the table.
  let output: OutputTarget?
  /// The file of the map.
  let map: String?
  /// The title that the user gave.
  let title: String?
  /// How the map looks.
  let look: MapOptions
  /// The classes of the map.
  let scale: ScaleOptions
  /// The system of `--output-crs`.
  let crs: String?
  /// The file of the manifest.
  let manifest: String?
  /// All options given, for the manifest.
  let recorded: [Arguments.RecordedOption]

  /// The options that are read here.
  static let specs: [OptionSpec] =
    [
      SharedOptions.output.spec,
      OutputFormat.spec(OutputFormat.ofPlaces).adding(.needs("--output")),
    ]
    + [SharedOptions.map.spec, SharedOptions.title.spec]
    + MapOptions.specs + ScaleOptions.areaSpecs.map { $0.adding(.needs("--map")) }
    + [SharedOptions.outputCRS.spec, SharedOptions.manifest.spec]

  /// Reads the options.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - valuesMayBeNegative: Whether the map may show values below zero.
  /// - Throws: ``UsageError`` for values that are not allowed.
  init(_ arguments: Arguments, valuesMayBeNegative: Bool) throws(UsageError) {
    output = try arguments.target(in: OutputFormat.ofPlaces)
    map = try arguments.value(of: SharedOptions.map)
    title = try arguments.value(of: SharedOptions.title)
    look = try MapOptions(arguments)
    scale = try ScaleOptions(ofAreas: arguments, allowsNegative: valuesMayBeNegative)
    crs = try arguments.value(of: SharedOptions.outputCRS)
    manifest = try arguments.value(of: SharedOptions.manifest)
    recorded = arguments.recordedOptions
    if let output {
      try ResultFormat.check(output.path, as: output.format.ofPlaces, outputCRS: crs)
    }
  }

  /// Checks that no output is an input or written twice, those of further layers included.
  func check(layers names: [String], _ options: [OptionSpec]) throws {
    let derived = [output?.path, map].compactMap(\.self).flatMap {
      Self.paths(from: $0, layers: names).dropFirst()
    }
    try OutputCheck(GivenFiles(recorded, options: options), derived: derived).run()
  }

  /// What is written of each layer.
  struct Sheets {
    /// The names of the layers.
    var names: [String]
    /// Makes the table of a layer.
    var table: (Int) -> FeatureTable
    /// Makes the writer of a layer's table.
    var writer: (Int) -> ResultWriter
    /// Makes the style of a layer's table.
    var style: (FeatureTable, Int) throws -> QGISStyle
    /// Draws the map of a layer.
    var map: (Int) throws -> (drawn: AreaMap, scale: MapScale)
  }

  /// What was written.
  struct Written {
    /// The files in the order in which they were written.
    var paths: [String] = []
    /// The scales of the maps.
    var scales: [MapScale] = []

    /// The scales for the manifest.
    var choice: Choice { Choice("scales", .array(scales.map(\.json))) }
  }

  /// Writes tables and maps.
  ///
  /// - Parameter sheets: What is written of each layer.
  /// - Returns: The files and the scales of the maps.
  /// - Throws: The errors of writers and figures.
  func write(_ sheets: Sheets) throws -> Written {
    var written = Written()
    for (index, path) in Self.paths(from: output?.path, layers: sheets.names).enumerated() {
      var writer = sheets.writer(index)
      let table = sheets.table(index)
      writer.style = { try sheets.style(table, index) }
      try writer.write(table, to: path, as: output?.format.ofPlaces)
      written.paths.append(path)
    }
    for (index, path) in Self.paths(from: map, layers: sheets.names).enumerated() {
      let (drawn, scale) = try sheets.map(index)
      written.scales.append(scale)
      try OutputFile.write(drawn.svg(), to: path)
      written.paths.append(path)
    }
    return written
  }

  /// Returns the file of each layer: the named one, then the same with the layers' names, numbered
  /// where several layers have one name.
  private static func paths(from path: String?, layers names: [String]) -> [String] {
    guard let path else { return [] }
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
