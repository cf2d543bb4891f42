import CommandLineKit
import HotspotsKit
import Interchange

/// The formats of what a query writes.
enum QueryFormat: String, CaseIterable, ExpressibleByArgument {
  case geojson, ndjson, gpkg, csv, json, xlsx, text

  static let option = Option<QueryFormat?>(
    "format", valueName: "FORMAT",
    help: """
      Format on standard output, which has no extension. By default GeoJSON for rows and text for \
      counts
      """,
    section: "Output")

  /// The formats of rows.
  static let ofRows: [QueryFormat] = [.geojson, .ndjson, .gpkg, .csv]
  /// The formats of counts.
  static let ofCounts: [QueryFormat] = [.csv, .json, .xlsx, .text]

  /// The same as a format of rows; `nil` for one of counts only.
  var ofRows: RowFormat? { RowFormat(rawValue: rawValue) }

  /// The same as a format of counts; `nil` for one of rows only.
  var ofCounts: HourFormat? { self == .text ? .txt : HourFormat(rawValue: rawValue) }

  /// The extensions of its files.
  private var extensions: [String] {
    if let ofRows { return ofRows.extensions.map { ".\($0)" } }
    return self == .text ? [".txt"] : [".\(rawValue)"]
  }

  /// Chooses the format of an output.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard output.
  ///   - named: What `--format` says.
  ///   - allowed: The formats of what is written.
  ///   - usual: Standard output's own.
  /// - Returns: The format.
  /// - Throws: ``UsageError`` for an extension or format that cannot be written here.
  static func choose(
    path: String, named: QueryFormat?, allowed: [QueryFormat], usual: QueryFormat
  ) throws(UsageError) -> QueryFormat {
    if let named, !allowed.contains(named) {
      throw .invalidValue(
        named.rawValue, option: "--format",
        allowed: "one of \(allowed.map(\.rawValue).joined(separator: ", "))")
    }
    if path == "-" {
      if named == .gpkg || named == .xlsx {
        let (words, name) =
          named == .gpkg ? ("a GeoPackage", "incidents.gpkg") : ("a workbook", "counts.xlsx")
        throw .invalid(
          "cannot write \(words) to standard output: it needs a file",
          help: "name a file, as in --output \(name)")
      }
      return named ?? usual
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
