import Cartography

extension ResultWriter {
  /// Writes a list of hotspots, ranked, with a style by their density for formats that hold one.
  ///
  /// - Parameters:
  ///   - hotspots: The list.
  ///   - weightColumn: What the sum of the weights is called.
  ///   - path: The file.
  /// - Throws: What ``write(_:to:)`` throws.
  package func write(_ hotspots: HotspotWords, weightColumn: String, to path: String) throws {
    let table = hotspots.table(weightColumn: weightColumn)
    var writer = self
    writer.style = {
      hotspots.list.hotspots.isEmpty
        ? nil
        : try QGISStyle(
          areasOf: table,
          value: MapValue(column: "per_km2", label: "incidents per km²", kind: .rate))
    }
    try writer.write(table, to: path)
  }
}
