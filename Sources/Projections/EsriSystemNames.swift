/// Guesses which EPSG code a name of Esri's stands for.
///
/// A guess saves PROJ's search through its database (20 ms for each `.prj`). It is only taken when
/// the whole text equals the one PROJ writes for that code, so a wrong guess costs time, never
/// a wrong system.
enum EsriSystemNames {
  /// Returns the code that a name probably stands for.
  static func probableCode(of name: String) -> String? {
    if let code = codes[name] { return "EPSG:\(code)" }
    for (prefix, base) in zones where name.hasPrefix(prefix) && name.hasSuffix("N") {
      guard let zone = Int(name.dropFirst(prefix.count).dropLast()), (1...60).contains(zone) else {
        continue
      }
      return "EPSG:\(base + zone)"
    }
    return nil
  }

  private static let codes = [
    "British_National_Grid": 27700,
    "GCS_WGS_1984": 4326,
    "GCS_OSGB_1936": 4277,
    "GCS_ETRS_1989": 4258,
    "WGS_1984_Web_Mercator_Auxiliary_Sphere": 3857,
    "TM65_Irish_Grid": 29902,
    "TM75_Irish_Grid": 29903,
    "IRENET95_Irish_Transverse_Mercator": 2157,
    "ETRS_1989_LAEA": 3035,
    "RGF_1993_Lambert_93": 2154,
    "RD_New": 28992,
    "GCS_North_American_1983": 4269,
    "NAD_1983_StatePlane_New_York_Long_Island_FIPS_3104_Feet": 2263,
    "NAD_1983_StatePlane_Illinois_East_FIPS_1201_Feet": 3435,
  ]

  private static let zones = [("WGS_1984_UTM_Zone_", 32600), ("ETRS_1989_UTM_Zone_", 25800)]
}
