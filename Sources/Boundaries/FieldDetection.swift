/// Finds the fields of areas' codes and names by the names in use, ignoring letter case.
///
/// The Office for National Statistics writes a geography, two digits of a year and `CD` or `NM`
/// (`LSOA21CD`, `WD22NM`); the Greater London Authority writes `GSS_CODE` and `NAME`.
enum FieldDetection {
  /// Geographies of the Office for National Statistics from the finest, where one file has several.
  private static let geographies = [
    "oa", "lsoa", "dz", "msoa", "iz", "wd", "cmwd", "ced", "par", "pcon", "lad", "csp", "pfa",
    "cty", "ctyua", "rgn", "ctry",
  ]

  private static let codeNames = [
    "gss_code", "gsscode", "area_code", "areacode", "geo_code", "geocode", "geography_c",
    "ward_code", "wardcode", "lsoa_code", "lsoacode", "beat_code", "beatcode", "code", "geoid",
    "area_id", "areaid", "zone_id", "beat", "id",
  ]

  private static let nameNames = [
    "name", "area_name", "areaname", "geo_name", "geoname", "ward_name", "wardname", "lsoa_name",
    "lsoaname", "beat_name", "beatname", "label", "title",
  ]

  /// Returns the places of the fields that may hold codes, the most likely first.
  static func codeCandidates(_ fields: [String]) -> [Int] {
    let statistical = fields.indices.compactMap { index -> (rank: Int, index: Int)? in
      guard let geography = geography(of: fields[index], ending: "cd") else { return nil }
      let rank = geographies.firstIndex(of: String(geography.dropLast(2))) ?? geographies.count
      return (rank, index)
    }
    let known = codeNames.compactMap { name in fields.firstIndex { $0.lowercased() == name } }
    return statistical.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.index) + known
  }

  /// Returns the place of the field that holds the names for a field of codes, or nil.
  static func nameField(_ fields: [String], forCodes code: String) -> Int? {
    if let geography = geography(of: code, ending: "cd"),
      let match = fields.firstIndex(where: { $0.lowercased() == "\(geography)nm" })
    {
      return match
    }
    return nameNames.lazy.compactMap { name in fields.firstIndex { $0.lowercased() == name } }.first
  }

  /// Returns the geography and year, such as `lsoa21`, of a field with an ending; nil for others.
  private static func geography(of field: String, ending: String) -> String? {
    let lowered = field.lowercased()
    guard lowered.hasSuffix(ending) else { return nil }
    let geography = lowered.dropLast(ending.count)
    let letters = geography.dropLast(2)
    guard (2...6).contains(letters.count), letters.allSatisfy({ ("a"..."z").contains($0) }),
      geography.suffix(2).allSatisfy({ ("0"..."9").contains($0) })
    else { return nil }
    return String(geography)
  }
}
