import Geometry

/// The rows that describe a layer in the tables of a GeoPackage.
struct GeoPackageMetadata {
  let layer: GeoPackageLayer
  /// The box of all rows; empty where none has a place.
  let extent: Box

  /// Writes the rows, and the triggers that keep the index right from then on.
  func write(to database: Database) throws(DatabaseError) {
    let references = SpatialReference.required + [layer.reference]
    var written: Set<Int> = []
    for reference in references where written.insert(reference.identifier).inserted {
      try insert(
        [
          .text(reference.name), .integer(reference.identifier), .text(reference.organization),
          .integer(reference.code), .text(reference.definition), .null,
        ], into: "gpkg_spatial_ref_sys", of: database)
    }
    try contents(of: layer.tableName, to: database)
    if layer.geometry != .none { try geometry(to: database) }
    if let style = layer.style { try write(style, to: database) }
  }

  private func contents(of table: String, to database: Database) throws(DatabaseError) {
    let hasPositions = layer.geometry != .none
    let box: [GeoPackageWriter.Value] =
      extent.isEmpty
      ? Array(repeating: .null, count: 4)
      : [.real(extent.minX), .real(extent.minY), .real(extent.maxX), .real(extent.maxY)]
    try insert(
      [
        .text(table), .text(hasPositions ? "features" : "attributes"), .text(table), .text(""),
        .text(GeoPackageSchema.fixedTime),
      ] + box + [hasPositions ? .integer(layer.reference.identifier) : .null],
      into: "gpkg_contents", of: database)
  }

  private func geometry(to database: Database) throws(DatabaseError) {
    let table = layer.tableName
    try insert(
      [
        .text(table), .text("geom"), .text(layer.geometry.rawValue),
        .integer(layer.reference.identifier), .integer(0), .integer(0),
      ], into: "gpkg_geometry_columns", of: database)
    try insert(
      [
        .text(table), .text("geom"), .text("gpkg_rtree_index"),
        .text("http://www.geopackage.org/spec120/#extension_rtree"), .text("write-only"),
      ], into: "gpkg_extensions", of: database)
    try database.execute(GeoPackageSchema.triggers(of: table))
  }

  private func write(
    _ style: GeoPackageLayer.Style, to database: Database
  ) throws(DatabaseError) {
    try database.execute(GeoPackageSchema.styles)
    try insert(
      [
        .integer(1), .text(""), .text(""), .text(layer.tableName), .text("geom"),
        .text(style.name), .text(style.qml), .null, .integer(1), .text(""), .text(""), .null,
        .text(GeoPackageSchema.fixedTime),
      ], into: "layer_styles", of: database)
    try insert(
      [
        .text("layer_styles"), .text("attributes"), .text("layer_styles"), .text(""),
        .text(GeoPackageSchema.fixedTime), .null, .null, .null, .null, .null,
      ], into: "gpkg_contents", of: database)
  }

  private func insert(
    _ values: [GeoPackageWriter.Value], into table: String, of database: Database
  ) throws(DatabaseError) {
    let places = Array(repeating: "?", count: values.count).joined(separator: ", ")
    let statement = try Statement("INSERT INTO \(table) VALUES (\(places))", in: database)
    for (position, value) in values.enumerated() {
      let parameter = Int32(position) + 1
      switch value {
      case .null: statement.bindNull(parameter)
      case .text(let text): statement.bind(text, parameter)
      case .integer(let number): statement.bind(number, parameter)
      case .real(let number): statement.bind(number, parameter)
      }
    }
    try statement.run()
  }
}
