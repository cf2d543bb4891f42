/// A layer of features as the tables of a GeoPackage describe it.
struct FeatureLayer {
  /// The name of its table.
  let table: String
  /// The column with the geometry; `nil` for a table of attributes alone.
  let geometry: String?
  /// The coordinate system as PROJ takes it; `nil` if the file does not say.
  let crs: String?

  /// Returns the layers of a file in the order of their names.
  static func all(in database: Database) throws(DatabaseError) -> [FeatureLayer] {
    let statement = try Statement(
      """
      SELECT c.table_name, g.column_name, s.srs_id, s.organization, s.organization_coordsys_id,
        s.definition
      FROM gpkg_contents c
      JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
      LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
      WHERE c.data_type = 'features' ORDER BY c.table_name
      """, in: database)
    var layers: [FeatureLayer] = []
    while try statement.step() {
      layers.append(
        FeatureLayer(
          table: statement.text(0), geometry: statement.text(1), crs: crs(of: statement)))
    }
    return layers
  }

  /// Returns the tables of attributes alone, in the order of their names.
  static func attributeTables(in database: Database) throws(DatabaseError) -> [FeatureLayer] {
    let statement = try Statement(
      "SELECT table_name FROM gpkg_contents WHERE data_type = 'attributes' ORDER BY table_name",
      in: database)
    var layers: [FeatureLayer] = []
    while try statement.step() {
      layers.append(FeatureLayer(table: statement.text(0), geometry: nil, crs: nil))
    }
    return layers
  }

  /// Returns what the columns from 2 on say of the system.
  private static func crs(of row: Statement) -> String? {
    // -1 and 0 stand for systems that nobody named.
    if row.kind(2) == .null || row.integer(2) == -1 || row.integer(2) == 0 { return nil }
    let organization = row.text(3).uppercased()
    if organization == "EPSG" || organization == "ESRI" {
      return "\(organization):\(row.integer(4))"
    }
    let definition = row.text(5)
    return definition.isEmpty || definition == "undefined" ? nil : definition
  }

  /// Returns the columns of the table that are not geometry, bytes or the number of the row.
  func columns(in database: Database) throws(DatabaseError) -> [GeoPackageReader.Column] {
    let statement = try Statement(
      "SELECT name, type, pk FROM pragma_table_info(?)", in: database)
    statement.bind(table, 1)
    var columns: [GeoPackageReader.Column] = []
    while try statement.step() {
      let name = statement.text(0)
      guard name.lowercased() != geometry?.lowercased() else { continue }
      // A key that is a number is SQLite's own count of the rows, unless it is the only column.
      if statement.integer(2) > 0 && statement.text(1).uppercased() == "INTEGER" { continue }
      guard let kind = Self.kind(of: statement.text(1)) else { continue }
      columns.append(GeoPackageReader.Column(name: name, kind: kind))
    }
    return columns
  }

  /// Returns the type of a column's values; nil for bytes (OGC 12-128r17, table 1).
  private static func kind(of type: String) -> GeoPackageReader.Column.Kind? {
    let word = type.uppercased().prefix { $0 != "(" }
    return switch word {
    case "BOOLEAN": .boolean
    case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT": .integer
    case "FLOAT", "DOUBLE", "REAL", "NUMERIC", "DECIMAL", "DOUBLE PRECISION": .real
    case "DATE": .date
    case "DATETIME": .dateTime
    case "BLOB": nil
    default: .text
    }
  }
}
