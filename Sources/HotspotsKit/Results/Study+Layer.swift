import Boundaries
import Interchange
import Projections
import Tables

extension Study {
  /// Writes the study's layer in another format: each area with its code, its name and all fields of
  /// the file, in the order of the codes.
  ///
  /// - Parameters:
  ///   - path: The file; `-` is standard output.
  ///   - format: The format; `nil` for that of the extension, on standard output GeoJSON.
  ///   - crs: The coordinate system of the file, in any form that PROJ accepts; `nil` for WGS 84 in
  ///     GeoJSON and KML, and for that of the layer in a GeoPackage.
  ///   - decimals: Decimals of the coordinates of text formats, at most 7.
  ///   - watch: The watch over the inputs; `nil` to begin one.
  /// - Returns: What was read and written.
  /// - Throws: ``InputError/noBoundaries``, ``InputError/severalLayers(_:)``; `BoundaryError`,
  ///   `ProjectionError`; what ``ResultWriter/write(_:to:as:)`` throws; ``ChangedInput``.
  /// - Complexity: O(*n*) for *n* vertices and fields.
  public func writeLayer(
    to path: String, as format: ResultFormat? = nil, crs: String? = nil, decimals: Int = 7,
    watch: InputWatch? = nil
  ) async throws -> LayerResult {
    try options.boundaries.requireOneLayer()
    let watch = watch ?? InputWatch(options, digests: false)
    let boundaries = try await Self.layer(options)
    let layer = boundaries.layers[0]
    let format = if let format { format } else { try ResultFormat(path: path) }
    // From the file's system to that of the areas, as for incidents: the writer takes the inverse.
    let plan = try ProjectionPlan.choose(
      from: crs ?? format.defaultCRS ?? boundaries.crs, to: boundaries.crs,
      gridFolders: options.coordinates.gridFolders,
      allowBallpark: options.coordinates.allowsBallpark)
    var writer = ResultWriter(
      analysisCRS: boundaries.crs, projection: plan, options: options, outputCRS: crs)
    writer.decimals = decimals
    let table = FeatureTable(
      name: layer.name, columns: try BoundaryColumns.of(layer), geometry: .areas(layer.outlines),
      crs: boundaries.crs)
    let digests = try watch.seal()
    try writer.write(table, to: path, as: format)
    return LayerResult(
      table: table, digests: digests, boundaries: boundaries,
      conversion: format.hasGeometry ? plan : nil)
  }

  /// Reads the layers; in a result of this program without codes, the column that numbers its rows
  /// stands for them.
  private static func layer(_ options: StudyOptions) async throws -> BoundaryInput {
    do {
      return try await BoundaryInput.load(options, needsMetres: false)
    } catch BoundaryError.noCodeField(let path, let fields) {
      guard let number = fields.first, ["rank", "band", "cell"].contains(number) else {
        throw BoundaryError.noCodeField(path: path, fields: fields)
      }
      var numbered = options
      numbered.boundaries.codeField = number
      return try await BoundaryInput.load(numbered, needsMetres: false)
    }
  }
}
