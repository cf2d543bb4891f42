package import GeoPackages
package import Projections
package import Tables

extension GeoPackageLayer {
  /// Describes the layer that holds a table.
  package init(of table: FeatureTable, reference: SpatialReference) {
    let geometry: Geometry =
      switch table.geometry {
      case .none: .none
      case .points: .points
      case .areas: .areas
      }
    let columns = table.columns.map { column -> GeoPackageLayer.Column in
      switch column.values {
      case .text: GeoPackageLayer.Column(column.name, .text)
      case .integers: GeoPackageLayer.Column(column.name, .integer)
      case .reals: GeoPackageLayer.Column(column.name, .real)
      }
    }
    self.init(name: table.name, columns: columns, geometry: geometry, reference: reference)
  }
}

extension SpatialReference {
  /// The identifier of systems that no authority has registered, outside the authorities' ranges.
  private static let unregistered = 100_000

  /// Describes a system by its code or text.
  ///
  /// - Throws: ``ProjectionError`` for a system that PROJ does not know.
  package init(crs: String) throws(ProjectionError) {
    if crs.isEmpty || crs == "EPSG:4326" {
      self = .wgs84
      return
    }
    let system = try CoordinateSystem(crs, in: ProjectionContext())
    let parts = system.authorityCode?.split(separator: ":") ?? []
    let code = parts.count == 2 ? Int(parts[1]) : nil
    self.init(
      name: system.name, organization: code == nil ? "NONE" : String(parts[0]),
      code: code ?? Self.unregistered, definition: system.wellKnownText ?? "undefined")
  }
}
