import Geometry
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

/// Writes a density as a grid, as cells or as bands, and its hotspots.
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

  /// Writes the hotspots, with the grid references of their peaks on the British National Grid.
  func writeHotspots(_ hotspots: DensityHotspots, to path: String) throws {
    var table = hotspots.featureTable(name: "hotspots", crs: writer.analysisCRS)
    table.columns.append(Column("peak_x", .reals(hotspots.hotspots.map(\.peak.x))))
    table.columns.append(Column("peak_y", .reals(hotspots.hotspots.map(\.peak.y))))
    if writer.analysisCRS == "EPSG:27700" {
      table.columns.append(
        Column(
          "grid_reference",
          .text(
            hotspots.hotspots.map { OrdnanceSurveyGridReference(of: $0.peak)?.description })))
    }
    try writer.write(table, to: path)
  }
}
