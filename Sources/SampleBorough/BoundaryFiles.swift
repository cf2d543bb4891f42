package import Shapefiles

/// Writes the areas and the wards as Shapefiles with the field names of national statistics.
package enum BoundaryFiles {
  /// The British National Grid as ESRI's software writes it.
  package static let britishNationalGrid =
    "PROJCS[\"British_National_Grid\",GEOGCS[\"GCS_OSGB_1936\",DATUM[\"D_OSGB_1936\","
    + "SPHEROID[\"Airy_1830\",6377563.396,299.3249646]],PRIMEM[\"Greenwich\",0.0],"
    + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
    + "PARAMETER[\"False_Easting\",400000.0],PARAMETER[\"False_Northing\",-100000.0],"
    + "PARAMETER[\"Central_Meridian\",-2.0],PARAMETER[\"Scale_Factor\",0.9996012717],"
    + "PARAMETER[\"Latitude_Of_Origin\",49.0],UNIT[\"Meter\",1.0]]"

  /// Writes the areas: `LSOA21CD`, `LSOA21NM`, `WD22CD`, `WD22NM`, `LAD22CD`, `LAD22NM`, and
  /// `USUALRES`, the number of usual residents.
  ///
  /// - Parameters:
  ///   - borough: The borough.
  ///   - path: The path without an extension.
  /// - Throws: ``ShapefileError/unwritable(path:reason:)`` when the system refuses a file.
  package static func writeAreas(of borough: Borough, to path: String) throws(ShapefileError) {
    try ShapefileWriter.write(
      outlines: borough.areaOutlines,
      fields: [text("LSOA21CD", 9), text("LSOA21NM", 40)] + wardFields + districtFields
        + [ShapefileField(name: "USUALRES", kind: .integer(width: 6))],
      rows: borough.areas.map { area in
        let ward = borough.wards[area.ward]
        return [.text(area.code), .text(area.name), .text(ward.code), .text(ward.name)] + district
          + [.integer(area.residents)]
      },
      projection: britishNationalGrid, to: path)
  }

  /// Writes the wards: `WD22CD`, `WD22NM`, `LAD22CD`, `LAD22NM`.
  ///
  /// - Parameters:
  ///   - borough: The borough.
  ///   - path: The path without an extension.
  /// - Throws: ``ShapefileError/unwritable(path:reason:)`` when the system refuses a file.
  package static func writeWards(of borough: Borough, to path: String) throws(ShapefileError) {
    try ShapefileWriter.write(
      outlines: borough.wardOutlines,
      fields: wardFields + districtFields,
      rows: borough.wards.map { [.text($0.code), .text($0.name)] + district },
      projection: britishNationalGrid, to: path)
  }

  private static let wardFields = [text("WD22CD", 9), text("WD22NM", 40)]
  private static let districtFields = [text("LAD22CD", 9), text("LAD22NM", 40)]
  private static let district: [ShapefileValue] = [.text(Borough.code), .text(Borough.name)]

  private static func text(_ name: String, _ width: Int) -> ShapefileField {
    ShapefileField(name: name, kind: .text(width: width))
  }
}
