import Geometry

/// The rows that describe the layers in the tables of a GeoPackage.
struct GeoPackageMetadata {
  /// A layer whose rows have been written.
  struct Layer {
    let layer: GeoPackageLayer
    /// The box of all rows; empty where none has a place.
    let extent: Box
  }

  let layers: [Layer]
  let notes: GeoPackageNotes

  /// Writes the rows, and the tables that only some files have.
  func write(to database: Database) throws(DatabaseError) {
    var written: Set<Int> = []
    for reference in SpatialReference.required + layers.map(\.layer.reference)
    where written.insert(reference.identifier).inserted {
      try insert(
        [
          .text(reference.name), .integer(reference.identifier), .text(reference.organization),
          .integer(reference.code), .text(reference.definition), .null,
        ], into: "gpkg_spatial_ref_sys", of: database)
    }
    var titles: Set<String> = []
    for layer in layers {
      let (table, title) = (layer.layer.tableName, layer.layer.title)
      // The format wants identifiers that differ.
      let isFree = !title.isEmpty && titles.insert(title).inserted
      try contents(of: layer, identifier: isFree ? title : table, to: database)
      if layer.layer.geometry != .none { try geometry(of: layer.layer, to: database) }
    }
    try writeStyles(to: database)
    try writeColumns(to: database)
    try writeDocuments(to: database)
    if let project = notes.project { try write(project, to: database) }
  }

  private func contents(
    of layer: Layer, identifier: String, to database: Database
  ) throws(DatabaseError) {
    let (extent, hasPositions) = (layer.extent, layer.layer.geometry != .none)
    let box: [GeoPackageWriter.Value] =
      extent.isEmpty
      ? Array(repeating: .null, count: 4)
      : [.real(extent.minX), .real(extent.minY), .real(extent.maxX), .real(extent.maxY)]
    try insert(
      [
        .text(layer.layer.tableName), .text(hasPositions ? "features" : "attributes"),
        .text(identifier), .text(layer.layer.description), .text(GeoPackageSchema.fixedTime),
      ] + box + [hasPositions ? .integer(layer.layer.reference.identifier) : .null],
      into: "gpkg_contents", of: database)
  }

  private func geometry(
    of layer: GeoPackageLayer, to database: Database
  ) throws(DatabaseError) {
    try insert(
      [
        .text(layer.tableName), .text("geom"), .text(layer.geometry.rawValue),
        .integer(layer.reference.identifier), .integer(0), .integer(0),
      ], into: "gpkg_geometry_columns", of: database)
    try insert(
      [
        .text(layer.tableName), .text("geom"), .text("gpkg_rtree_index"),
        .text("http://www.geopackage.org/spec120/#extension_rtree"), .text("write-only"),
      ], into: "gpkg_extensions", of: database)
  }

  private func writeStyles(to database: Database) throws(DatabaseError) {
    if layers.allSatisfy(\.layer.styles.isEmpty) { return }
    try database.execute(GeoPackageSchema.styles)
    var number = 0
    for layer in layers.map(\.layer) {
      for (index, style) in layer.styles.enumerated() {
        number += 1
        try insert(
          [
            .integer(number), .text(""), .text(""), .text(layer.tableName), .text("geom"),
            .text(style.name), .text(style.qml), .null, .integer(index == 0 ? 1 : 0), .text(""),
            .text(""), .null, .text(GeoPackageSchema.fixedTime),
          ], into: "layer_styles", of: database)
      }
    }
    try addTable("layer_styles", to: database)
  }

  private func writeColumns(to database: Database) throws(DatabaseError) {
    let described = layers.map(\.layer).flatMap { layer in
      zip(layer.columnNames, layer.columns).filter { !$1.title.isEmpty || !$1.description.isEmpty }
        .map { (layer.tableName, $0, $1) }
    }
    if described.isEmpty { return }
    try database.execute(GeoPackageSchema.columns)
    for (table, name, column) in described {
      try insert(
        [
          .text(table), .text(name), .text(column.title.isEmpty ? name : column.title),
          .text(column.title), .text(column.description), .null, .null,
        ], into: "gpkg_data_columns", of: database)
    }
    for table in ["gpkg_data_columns", "gpkg_data_column_constraints"] {
      try addExtension("gpkg_schema", "schema", table: table, to: database)
    }
  }

  private func writeDocuments(to database: Database) throws(DatabaseError) {
    let documents =
      notes.documents.map { (String?.none, $0) }
      + layers.map(\.layer).flatMap { layer in layer.documents.map { (layer.tableName, $0) } }
    if documents.isEmpty { return }
    try database.execute(GeoPackageSchema.documents)
    for (index, (table, document)) in documents.enumerated() {
      try insert(
        [
          .integer(index + 1), .text("dataset"), .text(document.standard),
          .text(document.mimeType), .text(document.text),
        ], into: "gpkg_metadata", of: database)
      try insert(
        [
          .text(table == nil ? "geopackage" : "table"), table.map { .text($0) } ?? .null, .null,
          .null, .text(GeoPackageSchema.fixedTime), .integer(index + 1), .null,
        ], into: "gpkg_metadata_reference", of: database)
    }
    for table in ["gpkg_metadata", "gpkg_metadata_reference"] {
      try addExtension("gpkg_metadata", "metadata", table: table, to: database)
    }
  }

  /// Writes a project as QGIS does: as the hexadecimal digits of a ZIP archive that holds it.
  ///
  /// Its table is not listed among the contents, whose tables have keys that are numbers.
  private func write(
    _ project: GeoPackageNotes.Project, to database: Database
  ) throws(DatabaseError) {
    try database.execute(GeoPackageSchema.projects)
    let statement = try Statement(
      "INSERT INTO qgis_projects VALUES (?, ?, lower(hex(?)))", in: database)
    let about = """
      {"last_modified_time": "\(GeoPackageSchema.fixedTime)", "last_modified_user": ""}
      """
    statement.bind(project.name, 1)
    statement.bind(Array(about.utf8), 2)
    statement.bind(StoredArchive.bytes(of: Array(project.xml.utf8), named: "project.qgs"), 3)
    try statement.run()
  }

  /// Lists a table that the specification does not know, so that programs leave it alone.
  private func addTable(_ table: String, to database: Database) throws(DatabaseError) {
    try insert(
      [
        .text(table), .text("attributes"), .text(table), .text(""),
        .text(GeoPackageSchema.fixedTime), .null, .null, .null, .null, .null,
      ], into: "gpkg_contents", of: database)
  }

  private func addExtension(
    _ name: String, _ anchor: String, table: String, to database: Database
  ) throws(DatabaseError) {
    try insert(
      [
        .text(table), .null, .text(name),
        .text("http://www.geopackage.org/spec121/#extension_\(anchor)"), .text("read-write"),
      ], into: "gpkg_extensions", of: database)
  }

  private func insert(
    _ values: [GeoPackageWriter.Value], into table: String, of database: Database
  ) throws(DatabaseError) {
    let places = Array(repeating: "?", count: values.count).joined(separator: ", ")
    let statement = try Statement("INSERT INTO \(table) VALUES (\(places))", in: database)
    for (position, value) in values.enumerated() { statement.bind(value, Int32(position) + 1) }
    try statement.run()
  }
}
