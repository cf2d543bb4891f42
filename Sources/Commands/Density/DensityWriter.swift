import HotspotAnalysis
import Interchange
import Tables

/// The forms in which a density can be written, told by the extension.
enum DensityFormat: String, CaseIterable {
  case asc, geojson, csv, json

  /// Reads the form from a file's name; `-` is GeoJSON.
  ///
  /// - Throws: ``OutputError/unknownFormat(path:allowed:)``.
  init(path: String) throws(OutputError) {
    let name = path == "-" ? "-.geojson" : path.lowercased()
    guard let format = Self.allCases.first(where: { name.hasSuffix(".\($0.rawValue)") }) else {
      throw .unknownFormat(
        path: path, allowed: Self.allCases.map { ".\($0.rawValue)" }.joined(separator: ", "))
    }
    self = format
  }
}

/// Writes a density as a grid, as cells or as bands.
struct DensityWriter {
  let analysis: DensityAnalysis
  /// The writer of tables.
  let writer: ResultWriter

  /// Writes the surface: bands to GeoJSON, cells to CSV and JSON, a grid to `.asc`.
  func write(to path: String) throws {
    switch try DensityFormat(path: path) {
    case .asc:
      let file = try OutputFile(path: path)
      try ASCIIGridWriter().write(analysis.result.surface, to: file)
      try file.commit()
    case .geojson: try writer.write(analysis.bands, to: path)
    case .csv, .json: try writer.write(analysis.cells, to: path)
    }
  }

}
