import Names

/// What the name of a field of areas says: the unit that the areas are, a year, and whether the field
/// holds codes or names.
///
/// `LSOA21CD` is the codes of the LSOAs of 2021, `DZ_CODE` those of data zones, `Precinct` the numbers
/// of police precincts.
struct AreaFieldName: Equatable {
  /// What a field holds, from the surest code to the least sure.
  enum Role: Int {
    /// Codes of official statistics: a unit, a year and `CD`.
    case statisticalCode
    /// Codes.
    case code
    /// Numbers or identifiers.
    case number
    /// The unit's own name, which may hold either.
    case bare
    /// Names.
    case name
    /// Names in Welsh.
    case welshName
  }

  /// The unit in lower case, without year.
  let unit: String
  /// The year's digits; empty if there are none.
  let year: String
  let role: Role

  /// How fine the unit is, 0 the finest.
  var rank: Int { Self.ranks[unit] ?? Self.units.count }

  /// Reads a field's name; `nil` if it says nothing of the kind.
  ///
  /// Units that nobody has listed are understood where they stand as the Office for National
  /// Statistics writes them, letters, a year and `CD`, `NM` or `NMW`, so that the geographies and years
  /// to come are known.
  init?(_ field: String) {
    let plain = NamePattern.plain(field)
    if let (unit, year, role) = Self.statistical(plain) {
      (self.unit, self.year, self.role) = (unit, year, role)
      return
    }
    for (unit, _) in Self.unitsByLength where plain.hasPrefix(unit) {
      var rest = plain.dropFirst(unit.count)
      let lead = rest.prefix { $0.isNumber }
      rest = rest.dropFirst(lead.count)
      let tail = String(rest.reversed().prefix { $0.isNumber }.reversed())
      guard lead.isEmpty || tail.isEmpty, [0, 2, 3, 4].contains(lead.count + tail.count),
        let role = Self.endings[String(rest.dropLast(tail.count))]
      else { continue }
      (self.unit, year, self.role) = (unit, lead + tail, role)
      return
    }
    return nil
  }

  /// Whether another field has the names of the areas whose codes this one has.
  func isCode(of name: AreaFieldName) -> Bool { unit == name.unit && year == name.year }

  // MARK: -

  private static func statistical(_ plain: String) -> (String, String, Role)? {
    let endings: [(String, Role)] = [("cd", .statisticalCode), ("nmw", .welshName), ("nm", .name)]
    for (ending, role) in endings where plain.hasSuffix(ending) {
      let geography = plain.dropLast(ending.count)
      // `ITL121CD` is level 1 of 2021.
      let unit = geography.dropLast(2)
      let letters = unit.last?.isNumber == true ? unit.dropLast() : unit
      guard (2...6).contains(letters.count), letters.allSatisfy({ ("a"..."z").contains($0) }),
        geography.suffix(2).allSatisfy({ ("0"..."9").contains($0) })
      else { return nil }
      return (String(unit), String(geography.suffix(2)), role)
    }
    return nil
  }

  /// What follows the unit, a line for each ending, with what the field holds.
  private static let endings: [String: Role] = [
    "code": .code,
    "cd": .code,
    "shortcode": .code,
    "longcode": .number,
    "maincode": .code,
    "pub": .code,  // Ireland's small areas
    "id": .number,
    "uid": .number,
    "idstr": .number,
    "no": .number,
    "num": .number,
    "numb": .number,
    "numbe": .number,  // Chicago, cut to ten letters
    "numc": .number,  // Philadelphia
    "number": .number,
    "nbr": .number,
    "ref": .number,
    "key": .number,
    "": .bare,
    "name": .name,
    "nm": .name,
    "nam": .name,
    "label": .name,
    "desc": .name,
    "english": .name,  // Ireland
    "namew": .welshName,
    "nmw": .welshName,
  ]

  /// The units, the finest first; each has a line in `FieldDetectionTests`.
  static let units = [
    "oa",
    "outputarea",
    "smallarea",  // Ireland
    "sa",  // Northern Ireland, Ireland
    "sa1",  // Australia
    "block",
    "blockgroup",
    "datazone",  // Scotland
    "dz",  // Scotland, Northern Ireland
    "lsoa",
    "soa",  // Northern Ireland
    "sdz",
    "tract",
    "ct",
    "msoa",
    "interzone",
    "intermediatezone",
    "iz",
    "nta",  // New York
    "sa2",
    "beat",
    "npt",  // neighbourhood policing teams
    "snt",  // safer neighbourhood teams
    "neighbourhood",
    "neighborhood",
    "neighbourhoods",
    "nbhd",  // Denver
    "hood",  // Toronto
    "communityarea",
    "community",
    "suburb",
    "wd",
    "ward",
    "cmwd",
    "ced",
    "par",
    "parish",
    "ed",  // electoral divisions of Ireland
    "electoraldivision",
    "dea",  // Northern Ireland
    "precinct",
    "prec",
    "pct",
    "psa",  // Philadelphia, Washington
    "sector",
    "lpa",
    "lpu",
    "lpt",
    "bcu",
    "policedistrict",
    "poldist",
    "division",
    "district",
    "dist",
    "zone",
    "area",
    "postcodesector",
    "postcodedistrict",
    "postcode",
    "zip",
    "zcta",
    "pcon",
    "constituency",
    "lad",
    "lgd",
    "lga",
    "localauthority",
    "council",
    "borough",
    "boro",
    "csp",
    "pfa",
    "force",
    "policeforce",
    "cty",
    "ctyua",
    "county",
    "region",
    "rgn",
    "ctry",
  ]

  private static let ranks = Dictionary(
    uniqueKeysWithValues: units.enumerated().map { ($0.element, $0.offset) })

  /// The longest first, so that `blockgroup` is not a `block`.
  private static let unitsByLength = ranks.sorted {
    ($0.key.count, $1.key) > ($1.key.count, $0.key)
  }
}
