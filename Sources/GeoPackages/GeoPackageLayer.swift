/// What a layer of a GeoPackage is, before its rows are written.
package struct GeoPackageLayer: Sendable {
  /// What the rows of a layer are.
  package enum Geometry: String, Sendable {
    /// Positions; a row may be without.
    case points = "POINT"
    /// Areas of one polygon or several.
    case areas = "MULTIPOLYGON"
    /// The rows have no place.
    case none = ""
  }

  /// A column and the type of its values.
  package struct Column: Sendable, Equatable {
    /// The types that are written.
    package enum Kind: Sendable, Equatable {
      /// Text in UTF-8.
      case text
      /// Whole numbers of 64 bits.
      case integer
      /// Real numbers of 64 bits.
      case real
      /// What the values turn out to be: whole or real numbers where every one is such a number,
      /// else text. Only for rows written as fields.
      case attribute
      /// What the values turn out to be: days or instants where every one is such, else text. Only
      /// for rows written as fields.
      case moment
      /// Days, written `2017-03-31`.
      case date
      /// Instants, written `2017-03-31T22:15:00Z` (RFC 3339, in UTC as the specification asks).
      case dateTime

      /// The type's name in SQL; attributes are text until they have all been seen.
      var sql: String {
        switch self {
        case .text, .attribute, .moment: "TEXT"
        case .integer: "INTEGER"
        case .real: "REAL"
        case .date: "DATE"
        case .dateTime: "DATETIME"
        }
      }
    }

    /// The name.
    package var name: String
    /// The type.
    package var kind: Kind
    /// The name for people; empty for none.
    package var title = ""
    /// What the values are; empty if that is not said.
    package var description = ""

    /// Describes a column.
    package init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  /// How programs that read `layer_styles`, as QGIS does, draw the layer.
  package struct Style: Sendable, Equatable {
    /// The name of the style.
    package var name: String
    /// The style as QGIS writes it.
    package var qml: String

    /// Describes a style.
    package init(name: String, qml: String) {
      self.name = name
      self.qml = qml
    }
  }

  /// The name of the layer and of its table.
  package var name: String
  /// The columns in the order in which they are written.
  package var columns: [Column]
  /// What the rows are.
  package var geometry: Geometry
  /// The system of the coordinates.
  package var reference: SpatialReference
  /// How the layer can be drawn, the usual way first.
  package var styles: [Style]
  /// The name for people; empty for that of the table.
  package var title = ""
  /// What the layer holds.
  package var description = ""
  /// Texts of metadata.
  package var documents: [GeoPackageNotes.Document] = []

  /// Describes a layer.
  package init(
    name: String, columns: [Column], geometry: Geometry, reference: SpatialReference = .wgs84,
    styles: [Style] = []
  ) {
    self.name = name
    self.columns = columns
    self.geometry = geometry
    self.reference = reference
    self.styles = styles
  }

  /// The name of the table: that of the layer, unless SQLite or the specification keep it for
  /// themselves.
  package var tableName: String {
    let lowered = name.lowercased()
    let isReserved =
      name.isEmpty || ["sqlite_", "gpkg_", "rtree_"].contains(where: lowered.hasPrefix)
      || lowered == "layer_styles"
    return isReserved ? "layer_\(name)" : name
  }

  /// The names of the columns in the file, each different in any letter case, as SQLite needs them.
  package var columnNames: [String] {
    var taken: Set<String> = ["fid", "geom"]
    return columns.map { column in
      let base = column.name.isEmpty ? "column" : column.name
      var (name, number) = (base, 1)
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = "\(base)_\(number)"
      }
      return name
    }
  }
}
