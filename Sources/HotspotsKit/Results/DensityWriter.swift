import Cartography
import Interchange
import Projections
import Tables

/// Writes a density in the format of a file's extension: as a grid, as cells or as bands.
///
///     let density = try await study.run(KernelDensity())
///     try DensityWriter(density).write(to: "density.asc")        // the surface
///     try DensityWriter(density).write(to: "density.geojson")    // the bands
public struct DensityWriter {
  private let tables: ResultWriter
  private let surface: Surface
  private let cells: () -> FeatureTable
  private let bands: FeatureTable?
  private let style: () -> QGISStyle

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - density: The density.
  ///   - crs: The coordinate system of bands; `nil` for that of the format. Grids and cells are in the
  ///     system of the study.
  public init(_ density: KernelDensity.Result, crs: String? = nil) {
    tables = ResultWriter(density.reading, crs: crs)
    (surface, bands) = (density.surface, density.bands)
    cells = { density.cells }
    style = { density.style }
  }

  /// Creates a writer of the ratio of two densities.
  ///
  /// - Parameters:
  ///   - ratio: The ratio.
  ///   - crs: The coordinate system of bands; `nil` for that of the format.
  public init(_ ratio: RelativeDensity.Result, crs: String? = nil) {
    tables = ResultWriter(ratio.reading, crs: crs)
    (surface, bands) = (ratio.surface, ratio.bands)
    cells = { ratio.cells }
    style = { ratio.style }
  }

  /// Writes the surface to `.asc` with its system in a `.prj` beside it, the cells to CSV and JSON, the bands to formats with geometry.
  ///
  /// Traps if the format holds bands and none were asked for; see ``KernelDensity/drawsBands``.
  ///
  /// - Parameters:
  ///   - path: The file, which appears when it is complete, or `-` for standard output.
  ///   - format: The format; `nil` for that of the extension, on standard output GeoJSON.
  /// - Throws: What ``ResultWriter/write(_:to:as:)`` throws.
  /// - Complexity: O(*n*) for *n* cells, or vertices of the bands.
  public func write(to path: String, as format: DensityFormat? = nil) throws {
    let format = if let format { format } else { try DensityFormat(path: path) }
    switch format {
    case .grid:
      let file = try OutputFile(path: path)
      try ASCIIGridWriter(threads: tables.threads).write(surface, to: file)
      // First, so that no grid stands beside the system of an earlier one.
      try writeSystem(beside: path)
      try file.commit()
    case .table(let format):
      guard format.hasGeometry else { return try tables.write(cells(), to: path, as: format) }
      guard let bands else { preconditionFailure("DensityWriter: no bands were asked for") }
      var writer = tables
      writer.style = style
      try writer.write(bands, to: path, as: format)
    }
  }

  /// Writes the system of a grid, whose format has no place for it.
  private func writeSystem(beside path: String) throws {
    guard let place = DensityFormat.systemFile(beside: path) else { return }
    let system = try CoordinateSystem(tables.analysisCRS, in: ProjectionContext())
    // What Esri's dialect cannot say is said in the one that GDAL writes.
    let text = system.esriText ?? system.wellKnownText ?? ""
    try OutputFile.write(Array(text.utf8), to: place)
  }
}
