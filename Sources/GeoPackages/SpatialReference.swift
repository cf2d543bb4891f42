/// A coordinate system as a GeoPackage names it.
package struct SpatialReference: Sendable, Equatable {
  /// The name for people.
  package var name: String
  /// The authority, such as `EPSG`; `NONE` for a system that no authority registered.
  package var organization: String
  /// The authority's number.
  package var code: Int
  /// The well-known text (OGC 01-009).
  package var definition: String

  /// The number by which the file's tables refer to the system.
  package var identifier: Int { code }

  /// Describes a system.
  package init(name: String, organization: String, code: Int, definition: String) {
    self.name = name
    self.organization = organization
    self.code = code
    self.definition = definition
  }

  /// WGS 84, which every GeoPackage lists.
  package static let wgs84 = SpatialReference(
    name: "WGS 84", organization: "EPSG", code: 4326,
    definition: """
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\
      AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,\
      AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
      AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]
      """)

  /// The rows that every GeoPackage has (requirement 11).
  static let required = [
    SpatialReference(
      name: "Undefined Cartesian SRS", organization: "NONE", code: -1, definition: "undefined"),
    SpatialReference(
      name: "Undefined geographic SRS", organization: "NONE", code: 0, definition: "undefined"),
    wgs84,
  ]
}
