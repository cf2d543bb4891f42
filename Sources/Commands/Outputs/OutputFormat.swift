import CommandLineKit
import HotspotsKit
import Interchange

/// The formats of what commands write, as they are typed for standard output, which has no extension.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case geojson, ndjson, gpkg, kml, csv, json, xlsx, asc, text

  /// The formats of tables of areas or cells.
  static let ofPlaces = allCases(among: ResultFormat.allCases, \.ofPlaces)
  /// The formats of densities.
  static let ofSurfaces = ofPlaces + [.asc]
  /// The formats of tables without geometry.
  static let ofTables = allCases(among: HourFormat.allCases, \.ofTable)
  /// The formats of rows.
  static let ofRows = allCases(among: RowFormat.allCases, \.ofRows)

  /// The format of standard output.
  static let option = Option<OutputFormat?>(
    "format", valueName: "FORMAT",
    help: """
      Format on standard output, --output -, which has no extension. By default GeoJSON, CSV for \
      tables without geometry, and text for counts of a query
      """,
    section: "Output")

  /// Returns the option as a command lists it that writes some formats, the usual one first.
  ///
  /// Help and completion offer those that a stream can hold; others are refused in words of their own.
  ///
  /// - Parameter formats: The formats.
  /// - Returns: The option.
  static func spec(_ formats: [OutputFormat]) -> OptionSpec {
    option.spec.offering(formats.filter { $0.needsFile == nil }.map(\.rawValue))
  }

  /// Returns what a command writes to standard output where no format is named.
  static func usual(of command: any Command.Type) -> OutputFormat? {
    command.options.first { $0.name == option.spec.name }?.possibleValues.first
      .flatMap { OutputFormat(rawValue: $0) }
  }

  /// What a format is called that cannot be streamed, and how a file of it may be named; `nil` for
  /// the others.
  private var needsFile: (words: String, name: String)? {
    switch self {
    case .gpkg: ("a GeoPackage", "result.gpkg")
    case .xlsx: ("a workbook", "result.xlsx")
    default: nil
    }
  }

  /// The extensions of its files.
  private var extensions: [String] {
    switch self {
    case .ndjson: RowFormat.ndjson.extensions.map { ".\($0)" }
    case .text: [".txt"]
    default: [".\(rawValue)"]
    }
  }
}

extension OutputFormat {
  /// Returns the names of a writer's formats, in its order.
  ///
  /// - Parameters:
  ///   - formats: The formats.
  ///   - same: Returns the writer's format of a name.
  /// - Returns: The names.
  private static func allCases<Format: Equatable>(
    among formats: [Format], _ same: (OutputFormat) -> Format?
  ) -> [OutputFormat] {
    formats.compactMap { format in allCases.first { same($0) == format } }
  }

  /// The same as a format of tables with geometry; `nil` for others.
  var ofPlaces: ResultFormat? { ResultFormat(rawValue: rawValue) }

  /// The same as a format of densities; `nil` for others.
  var ofSurface: DensityFormat? { self == .asc ? .grid : ofPlaces.map(DensityFormat.table) }

  /// The same as a format of rows; `nil` for others.
  var ofRows: RowFormat? { RowFormat(rawValue: rawValue) }

  /// The same as a format of tables without geometry; `nil` for others.
  var ofTable: HourFormat? { self == .text ? .txt : HourFormat(rawValue: rawValue) }
}

extension OutputFormat {
  /// Chooses the format of an output.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard output.
  ///   - named: What `--format` says.
  ///   - allowed: The formats of what is written.
  ///   - usual: Standard output's own; `nil` for the first of them.
  /// - Returns: The format.
  /// - Throws: ``UsageError`` for an extension or format that cannot be written here, and for an
  ///   extension that contradicts the format.
  static func choose(
    path: String, named: OutputFormat?, allowed: [OutputFormat], usual: OutputFormat? = nil
  ) throws(UsageError) -> OutputFormat {
    if let named, !allowed.contains(named) {
      throw .invalidValue(
        named.rawValue, option: "--format",
        allowed: "one of \(allowed.map(\.rawValue).joined(separator: ", "))")
    }
    if path == "-" {
      if let file = named?.needsFile {
        throw .invalid(
          "cannot write \(file.words) to standard output: it needs a file",
          help: "name a file, as in --output \(file.name)")
      }
      return named ?? usual ?? allowed[0]
    }
    let name = path.lowercased()
    guard let format = allowed.first(where: { $0.extensions.contains(where: name.hasSuffix) })
    else {
      let extensions = allowed.flatMap(\.extensions).joined(separator: ", ")
      throw .invalid(OutputError.unknownFormat(path: path, allowed: extensions).description)
    }
    if let named, named != format {
      throw .invalid(
        "cannot write '\(path)' as \(named.rawValue): the extension tells another format",
        help: "--format is for standard output, --output -")
    }
    return format
  }
}
