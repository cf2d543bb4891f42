import HotspotsKit
import Cartography
import Geometry
import HotspotAnalysis
import Interchange
import Tables

/// The forms in which a density can be written, told by the extension.
enum DensityFormat: Equatable {
  /// The surface as a grid.
  case grid
  /// Cells where the format has no geometry, else bands.
  case table(ResultFormat)

  /// Whether the form holds bands.
  var hasBands: Bool {
    if case .table(let format) = self { format.hasGeometry } else { false }
  }

  /// Reads the form from a file's name; `-` is GeoJSON.
  ///
  /// - Throws: ``OutputError/unknownFormat(path:allowed:)``.
  init(path: String) throws(OutputError) {
    if path.lowercased().hasSuffix(".asc") {
      self = .grid
    } else if let format = ResultFormat(extensionOf: path) {
      self = .table(format)
    } else {
      throw .unknownFormat(path: path, allowed: ".asc, \(ResultFormat.words)")
    }
  }
}

/// Writes a density as a grid, as cells or as bands.
struct DensityWriter {
  let density: KernelDensity.Result
  /// The writer of tables.
  let writer: ResultWriter

  /// Writes the surface: a grid to `.asc`, cells to CSV and JSON, bands to formats with geometry.
  func write(to path: String) throws {
    switch try DensityFormat(path: path) {
    case .grid:
      let file = try OutputFile(path: path)
      try ASCIIGridWriter(threads: writer.threads).write(density.surface, to: file)
      try file.commit()
    case .table(let format):
      var writer = writer
      writer.style = { density.style }
      try writer.write(format.hasGeometry ? density.requiredBands : density.cells, to: path)
    }
  }
}
