import Names

/// Finds the fields of areas' codes and names by the names in use, without case, blanks and
/// punctuation.
///
/// The Office for National Statistics writes a geography, two digits of a year and `CD` or `NM`
/// (`LSOA21CD`, `WD22NM`), others a unit with `code`, `id` or nothing; see ``AreaFieldName``. The tables
/// here have the names that say no unit. To add one, put a line where it belongs in the order of
/// preference, and one in `FieldDetectionTests`.
enum FieldDetection {
  /// Codes that are surer than those of units.
  static let sureCodes = [
    "gss code",  // the Greater London Authority
    "geo code",
    "geography (code|c)",
    "(geoid|geoid10|geoid20)",  // the United States' census
    "affgeoid",
    "(dguid|dauid|ctuid|csduid)",  // Canada
    "geogid",  // Ireland
  ]

  /// Codes where there are none of units.
  static let codes = [
    "code",
    "(insee com|code insee|codgeo|code iris)",  // France
    "(ags|rs)",  // Germany
    "(boro cd|borocd)",  // New York
    "guid",
    "ref",
  ]

  /// Identifiers where nothing else tells areas apart.
  static let lastCodes = ["id", "(map id|mapid)", "(osm id|osm way id)"]

  /// Names whatever the codes are.
  static let names = [
    "(namelsad|namelsad10|namelsad20)",  // the United States' census
    "name",
    "(geo|official|full|long) name",
    "(name|nom) (en|eng|1)",
    "(geogdesc|geog desc)",  // Ireland
    "(label|title)",
    "(nom com|nom iris|nom|gen)",  // France, Germany
    "(dist label|area label)",  // Chicago
  ]

  /// Returns the places of the fields that may hold codes, the most likely first.
  static func codeCandidates(_ fields: [String]) -> [Int] {
    let read = fields.map(AreaFieldName.init)
    func ofUnits(_ roles: AreaFieldName.Role...) -> [Int] {
      let found = fields.indices.compactMap { index in
        read[index].flatMap { name in
          roles.contains(name.role)
            ? (role: name.role.rawValue, rank: name.rank, index: index) : nil
        }
      }
      return found.sorted { ($0.role, $0.rank, $0.index) < ($1.role, $1.rank, $1.index) }
        .map(\.index)
    }
    let all =
      ofUnits(.statisticalCode) + listed(sureCodes, fields) + ofUnits(.code)
      + listed(codes, fields) + ofUnits(.number, .bare) + listed(lastCodes, fields)
    var met: Set<Int> = []
    return all.filter { met.insert($0).inserted }
  }

  /// Returns the place of the field that holds the names for a field of codes, or nil.
  ///
  /// Those of the same unit and year, else those whose name says no unit.
  static func nameField(_ fields: [String], forCodes code: String) -> Int? {
    let read = fields.map(AreaFieldName.init)
    if let unit = AreaFieldName(code) {
      for role in [AreaFieldName.Role.name, .bare, .welshName] {
        let match = fields.indices.first { index in
          guard let name = read[index], fields[index] != code else { return false }
          return name.role == role && unit.isCode(of: name)
        }
        if let match { return match }
      }
      // `BEAT_CODE` and `BEAT_NAME21`, `SA2_CODE21` and `SA2_NAME`.
      let match = fields.indices.first { index in
        guard let name = read[index], unit.role != .statisticalCode else { return false }
        return name.role == .name && name.unit == unit.unit
      }
      if let match { return match }
    }
    return listed(names, fields).first
  }

  /// Returns the places of fields that a table has, in its order.
  private static func listed(_ lines: [String], _ fields: [String]) -> [Int] {
    let plain = fields.map(NamePattern.plain)
    return lines.flatMap(NamePattern.names).compactMap { plain.firstIndex(of: $0) }
  }
}
