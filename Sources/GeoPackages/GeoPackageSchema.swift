/// The statements that make the tables of a GeoPackage.
///
/// After OGC 12-128r17, GeoPackage Encoding Standard 1.3.1, https://www.geopackage.org/spec131/:
/// tables of annex C, triggers of annex F.3.
enum GeoPackageSchema {
  /// The tables that describe the others.
  ///
  /// The specification wants the time of the last change. Equal input must make equal files, so it
  /// is the beginning of 1970, which nobody takes for the day on which something was counted.
  static let metadata = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL PRIMARY KEY,
      organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL,
      definition TEXT NOT NULL,
      description TEXT
    );
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY,
      data_type TEXT NOT NULL,
      identifier TEXT UNIQUE,
      description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE,
      min_y DOUBLE,
      max_x DOUBLE,
      max_y DOUBLE,
      srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
    );
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL,
      column_name TEXT NOT NULL,
      geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL,
      z TINYINT NOT NULL,
      m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
    );
    CREATE TABLE gpkg_extensions (
      table_name TEXT,
      column_name TEXT,
      extension_name TEXT NOT NULL,
      definition TEXT NOT NULL,
      scope TEXT NOT NULL,
      CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
    );
    """

  /// The table of styles, as QGIS makes it.
  static let styles = """
    CREATE TABLE layer_styles (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      f_table_catalog TEXT(256),
      f_table_schema TEXT(256),
      f_table_name TEXT(256),
      f_geometry_column TEXT(256),
      styleName TEXT(30),
      styleQML TEXT,
      styleSLD TEXT,
      useAsDefault BOOLEAN,
      description TEXT,
      owner TEXT(30),
      ui TEXT(30),
      update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
    );
    """

  /// The tables of texts of metadata (annex F.8).
  static let documents = """
    CREATE TABLE gpkg_metadata (
      id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
      md_scope TEXT NOT NULL DEFAULT 'dataset',
      md_standard_uri TEXT NOT NULL,
      mime_type TEXT NOT NULL DEFAULT 'text/xml',
      metadata TEXT NOT NULL DEFAULT ''
    );
    CREATE TABLE gpkg_metadata_reference (
      reference_scope TEXT NOT NULL,
      table_name TEXT,
      column_name TEXT,
      row_id_value INTEGER,
      timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      md_file_id INTEGER NOT NULL,
      md_parent_id INTEGER,
      CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
      CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id)
    );
    """

  /// The tables of what columns are called and hold (annex F.9).
  static let columns = """
    CREATE TABLE gpkg_data_columns (
      table_name TEXT NOT NULL,
      column_name TEXT NOT NULL,
      name TEXT,
      title TEXT,
      description TEXT,
      mime_type TEXT,
      constraint_name TEXT,
      CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
      CONSTRAINT gdc_tn UNIQUE (table_name, name)
    );
    CREATE TABLE gpkg_data_column_constraints (
      constraint_name TEXT NOT NULL,
      constraint_type TEXT NOT NULL,
      value TEXT,
      min NUMERIC,
      min_is_inclusive BOOLEAN,
      max NUMERIC,
      max_is_inclusive BOOLEAN,
      description TEXT,
      CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
    );
    """

  /// The table of projects, as QGIS makes it.
  static let projects = """
    CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB);
    """

  /// The time that stands for every time of a change.
  static let fixedTime = "1970-01-01T00:00:00.000Z"

  /// The table of a layer.
  static func table(of layer: GeoPackageLayer) -> String {
    var columns = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    if layer.geometry != .none { columns.append("geom \(layer.geometry.rawValue)") }
    for (name, column) in zip(layer.columnNames, layer.columns) {
      columns.append("\(quoted(name)) \(column.kind.sql)")
    }
    return "CREATE TABLE \(quoted(layer.tableName)) (\(columns.joined(separator: ", ")))"
  }

  /// The index of where the rows of a table lie.
  static func index(of table: String) -> String {
    "CREATE VIRTUAL TABLE \(quoted("rtree_\(table)_geom")) USING rtree(id, minx, maxx, miny, maxy)"
  }

  /// The triggers by which programs that change the table keep its index right.
  static func triggers(of table: String) -> String {
    let (rows, index) = (quoted(table), quoted("rtree_\(table)_geom"))
    func trigger(_ name: String) -> String {
      "CREATE TRIGGER \(quoted("rtree_\(table)_geom_\(name)"))"
    }
    let insertion = """
      INSERT OR REPLACE INTO \(index) VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), \
      ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
      """
    let deletion = "DELETE FROM \(index) WHERE id = OLD.fid;"
    let isThere = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))"
    let isEmpty = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
    return """
      \(trigger("insert")) AFTER INSERT ON \(rows)
      WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN \(insertion) END;
      \(trigger("update1")) AFTER UPDATE OF geom ON \(rows)
      WHEN OLD.fid = NEW.fid AND \(isThere) BEGIN \(insertion) END;
      \(trigger("update2")) AFTER UPDATE OF geom ON \(rows)
      WHEN OLD.fid = NEW.fid AND \(isEmpty) BEGIN \(deletion) END;
      \(trigger("update3")) AFTER UPDATE ON \(rows)
      WHEN OLD.fid != NEW.fid AND \(isThere) BEGIN \(deletion) \(insertion) END;
      \(trigger("update4")) AFTER UPDATE ON \(rows)
      WHEN OLD.fid != NEW.fid AND \(isEmpty) BEGIN
      DELETE FROM \(index) WHERE id IN (OLD.fid, NEW.fid); END;
      \(trigger("delete")) AFTER DELETE ON \(rows)
      WHEN OLD.geom NOT NULL BEGIN \(deletion) END;
      """
  }

  /// Returns a name as SQL takes it, whatever characters it has.
  static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
