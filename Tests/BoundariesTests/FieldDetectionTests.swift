import Names
import TestSupport
import Testing

@testable import Boundaries

@Suite("Finding fields")
struct FieldDetectionTests {
  let folder = TemporaryFolder()

  @Test(
    "codes and names are found by the names in use",
    arguments: [
      (["LSOA11CD", "LSOA11NM", "MSOA11CD", "LAD11CD", "LAD11NM"], "LSOA11CD", "LSOA11NM"),
      (["lad22cd", "lad22nm", "msoa21cd", "lsoa21cd", "lsoa21nm"], "lsoa21cd", "lsoa21nm"),
      (["OBJECTID", "WD22CD", "WD22NM", "WD22NMW", "BNG_E"], "WD22CD", "WD22NM"),
      (["FID", "OA21CD", "LSOA21CD", "LSOA21NM"], "OA21CD", nil),
      (["PFA22CD", "PFA22NM"], "PFA22CD", "PFA22NM"),
      (["CTYUA22CD", "NAME"], "CTYUA22CD", "NAME"),
      (["NAME", "GSS_CODE", "HECTARES", "LB_GSS_CD", "BOROUGH"], "GSS_CODE", "NAME"),
      (["id", "name"], "id", "name"), (["Name", "Code"], "Code", "Name"),
      (["AREA_CODE", "AREA_NAME"], "AREA_CODE", "AREA_NAME"), (["beat", "label"], "beat", "label"),
      (["XYZ99CD", "CODE"], "XYZ99CD", nil), (["X9CD", "CODE"], "CODE", nil),
    ] as [([String], String, String?)])
  func detection(fields: [String], code: String, name: String?) throws {
    var raw = RawShapefile.squares(2)
    raw.fields = fields.map { .init($0, width: 6) }
    raw.rows = ["1", "2"].map { row in fields.map { Array("\($0.prefix(5))\(row)".utf8) } }
    try raw.write(to: folder)
    let layer = try BoundaryLayer.load(path: folder.path("areas"))
    #expect(layer.codeField == code)
    #expect(layer.nameField == name)
  }

  /// A field for each line of the tables and each unit, with that of the names beside it.
  static let known: [(fields: [String], code: String, name: String?)] = [
    // Scotland
    (["DataZone", "Name", "TotPop2011"], "DataZone", "Name"),
    (["dzcode", "dzname", "totpop"], "dzcode", "dzname"),
    (["DZ_CODE", "DZ_NAME"], "DZ_CODE", "DZ_NAME"),
    (["InterZone", "Name"], "InterZone", "Name"),
    (["IZ_CODE", "IZ_NAME"], "IZ_CODE", "IZ_NAME"),
    (
      ["IntermediateZone_Code", "IntermediateZone_Name"], "IntermediateZone_Code",
      "IntermediateZone_Name"
    ),
    // Northern Ireland
    (["SOA_CODE", "SOA_LABEL"], "SOA_CODE", "SOA_LABEL"),
    (["DZ2021_cd", "DZ2021_nm", "SDZ2021_cd", "LGD2014_cd"], "DZ2021_cd", "DZ2021_nm"),
    (["SDZ2021_cd", "SDZ2021_nm"], "SDZ2021_cd", "SDZ2021_nm"),
    (["SA2011", "Hectares"], "SA2011", nil),
    (["DEA2014_cd", "DEA2014_nm"], "DEA2014_cd", "DEA2014_nm"),
    (["LGDCode", "LGDNAME"], "LGDCode", "LGDNAME"),
    // The Office for National Statistics, of years to come
    (["WD25CD", "WD25NM", "WD25NMW"], "WD25CD", "WD25NM"),
    (["WD26CD", "WD26NMW"], "WD26CD", "WD26NMW"),
    (["LSOA31CD", "LSOA31NM", "LAD31CD"], "LSOA31CD", "LSOA31NM"),
    (["MSOA21CD", "MSOA21NM"], "MSOA21CD", "MSOA21NM"),
    (["ITL121CD", "ITL121NM"], "ITL121CD", "ITL121NM"),
    (["LAD24CD", "LAD24NM", "LAD24NMW"], "LAD24CD", "LAD24NM"),
    (["CMWD11CD", "CMWD11NM"], "CMWD11CD", "CMWD11NM"),
    (["CED23CD", "CED23NM"], "CED23CD", "CED23NM"),
    (["PAR23CD", "PAR23NM"], "PAR23CD", "PAR23NM"),
    (["PCON24CD", "PCON24NM"], "PCON24CD", "PCON24NM"),
    (["CSP23CD", "CSP23NM"], "CSP23CD", "CSP23NM"),
    (["CTY23CD", "CTY23NM"], "CTY23CD", "CTY23NM"),
    (["RGN23CD", "RGN23NM"], "RGN23CD", "RGN23NM"),
    (["CTRY23CD", "CTRY23NM"], "CTRY23CD", "CTRY23NM"),
    (["lsoa_code", "lsoa_name"], "lsoa_code", "lsoa_name"),
    (["Output Area", "LSOA Name"], "Output Area", nil),
    // Ireland
    (["SA_GUID_2022", "SA_PUB2022", "ED_ENGLISH", "COUNTY_ENGLISH"], "SA_PUB2022", nil),
    (["ED_ID", "ED_ENGLISH"], "ED_ID", "ED_ENGLISH"),
    (["SMALL_AREA", "EDNAME"], "SMALL_AREA", nil),
    (["GEOGID", "GEOGDESC"], "GEOGID", "GEOGDESC"),
    (["guid", "ElectoralDivision"], "guid", nil),
    (["Electoral Division Code"], "Electoral Division Code", nil),
    // New York
    (["Precinct", "Shape_Leng"], "Precinct", nil),
    (["pct"], "pct", nil),
    (["NTACode", "NTAName", "BoroCode"], "NTACode", "NTAName"),
    (["BoroCD", "Shape_Area"], "BoroCD", nil),
    (["boro_code", "boro_name"], "boro_code", "boro_name"),
    // The United States
    (["STATEFP", "COUNTYFP", "TRACTCE", "GEOID", "NAME", "NAMELSAD"], "GEOID", "NAMELSAD"),
    (["GEOID20", "NAMELSAD20"], "GEOID20", "NAMELSAD20"),
    (["AFFGEOID", "NAME"], "AFFGEOID", "NAME"),
    (["TRACT_ID"], "TRACT_ID", nil), (["CT_NUM"], "CT_NUM", nil),
    (["BLOCK_ID"], "BLOCK_ID", nil), (["BlockGroup ID"], "BlockGroup ID", nil),
    (["ZIP", "PO_NAME"], "ZIP", nil), (["ZCTA_CODE"], "ZCTA_CODE", nil),
    (["beat_num", "sector", "district"], "beat_num", nil),
    (["dist_num", "dist_label"], "dist_num", "dist_label"),
    (["area_numbe", "community"], "area_numbe", nil),
    (["COMMUNITY_AREA", "x"], "COMMUNITY_AREA", nil), (["community_id"], "community_id", nil),
    (["PREC", "APREC"], "PREC", nil), (["PSA_NUM"], "PSA_NUM", nil),
    (["POLDIST_ID"], "POLDIST_ID", nil), (["Police District"], "Police District", nil),
    (["NBHD_ID", "NBHD_NAME"], "NBHD_ID", "NBHD_NAME"),
    (["HOOD_158", "AREA_NAME"], "HOOD_158", nil),
    (["neighborhood_id", "neighborhood_name"], "neighborhood_id", "neighborhood_name"),
    // Canada, Australia, France, Germany
    (["DGUID", "NAME"], "DGUID", "NAME"),
    (["SA1_CODE21"], "SA1_CODE21", nil),
    (["SA2_CODE21", "SA2_NAME21"], "SA2_CODE21", "SA2_NAME21"),
    (["LGA_CODE24", "LGA_NAME24"], "LGA_CODE24", "LGA_NAME24"),
    (["suburb_id", "suburb_name"], "suburb_id", "suburb_name"),
    (["INSEE_COM", "NOM_COM"], "INSEE_COM", "NOM_COM"), (["AGS", "GEN"], "AGS", "GEN"),
    // Police forces and councils
    (["WARD_CODE", "WARD_NAME"], "WARD_CODE", "WARD_NAME"),
    (["BEAT_CODE", "BEAT_NAME"], "BEAT_CODE", "BEAT_NAME"), (["Beat"], "Beat", nil),
    (["NPT_Code", "NPT_Name"], "NPT_Code", "NPT_Name"),
    (["SNT_CODE", "SNT_NAME"], "SNT_CODE", "SNT_NAME"),
    (["Neighbourhood Code", "Neighbourhood Name"], "Neighbourhood Code", "Neighbourhood Name"),
    (["neighbourhoods_id"], "neighbourhoods_id", nil),
    (["SECTOR_CODE", "SECTOR_NAME"], "SECTOR_CODE", "SECTOR_NAME"),
    (["LPA_CODE", "LPA_NAME"], "LPA_CODE", "LPA_NAME"), (["LPU_ID"], "LPU_ID", nil),
    (["LPT_ID"], "LPT_ID", nil), (["BCU_CODE", "BCU_NAME"], "BCU_CODE", "BCU_NAME"),
    (["DIVISION_CODE", "DIVISION_NAME"], "DIVISION_CODE", "DIVISION_NAME"),
    (["DISTRICT_CODE", "DISTRICT_NAME"], "DISTRICT_CODE", "DISTRICT_NAME"),
    (["FORCE_CODE", "FORCE_NAME"], "FORCE_CODE", "FORCE_NAME"),
    (["PoliceForce Code"], "PoliceForce Code", nil),
    (["PARISH_CODE", "PARISH_NAME"], "PARISH_CODE", "PARISH_NAME"),
    (["COUNCIL_CODE", "COUNCIL_NAME"], "COUNCIL_CODE", "COUNCIL_NAME"),
    (["LocalAuthority_Code"], "LocalAuthority_Code", nil),
    (["BOROUGH_CODE", "BOROUGH"], "BOROUGH_CODE", "BOROUGH"),
    (["COUNTY_CODE", "COUNTY_NAME"], "COUNTY_CODE", "COUNTY_NAME"),
    (["REGION_ID"], "REGION_ID", nil), (["CONSTITUENCY_CODE"], "CONSTITUENCY_CODE", nil),
    (["Postcode Sector"], "Postcode Sector", nil),
    (["Postcode District"], "Postcode District", nil),
    (["POSTCODE", "x"], "POSTCODE", nil), (["zone_id", "zone_name"], "zone_id", "zone_name"),
    // No unit
    (["geo_code", "geo_name"], "geo_code", "geo_name"),
    (["geography_code", "geography"], "geography_code", nil), (["Ref", "Title"], "Ref", "Title"),
    (["mapid", "name"], "mapid", "name"), (["osm_id", "name_en"], "osm_id", "name_en"),
  ]

  @Test("codes and names of many countries are found", arguments: known)
  func countries(fields: [String], code: String, name: String?) throws {
    let found = try #require(FieldDetection.codeCandidates(fields).first)
    #expect(fields[found] == code)
    #expect(FieldDetection.nameField(fields, forCodes: code).map { fields[$0] } == name)
  }

  @Test("each line and each unit has a test")
  func everyLine() {
    let fields = Self.known.flatMap { [$0.code, $0.name].compactMap(\.self) }
    let plain = fields.map(NamePattern.plain) + ["gsscode", "code", "id"]
    for line in FieldDetection.sureCodes + FieldDetection.codes + FieldDetection.lastCodes
      + FieldDetection.names
    {
      #expect(NamePattern.names(line).contains(where: plain.contains), "\(line)")
    }
    let tested = Set(
      fields.compactMap { AreaFieldName($0)?.unit } + ["wd", "oa", "pfa", "ctyua", "area"])
    #expect(Set(AreaFieldName.units).subtracting(tested) == [])
  }

  @Test(
    "fields that are no codes",
    arguments: [
      "OBJECTID", "FID", "Shape_Area", "Shape_Length", "HECTARES", "BNG_E", "LONG", "TotPop2011",
      "AREA_SQKM", "AREA_HA", "ALAND", "STATEFP", "TRACTCE", "population", "wardens", "beatles",
      "sale", "order", "reference", "boroughs_count", "GlobalID",
    ])
  func strangers(field: String) {
    #expect(FieldDetection.codeCandidates([field]).isEmpty)
  }

  @Test("of several fields of codes the first whose values differ is taken")
  func uniqueValues() throws {
    var raw = RawShapefile.squares(2)
    raw.fields = [.init("LSOA11CD"), .init("LAD11CD"), .init("WD22CD"), .init("id")]
    raw.rows = [["L", "D1", "W1", "1"], ["L", "D2", "W2", "2"]].map { $0.map { Array($0.utf8) } }
    try raw.write(to: folder)
    #expect(try BoundaryLayer.load(path: folder.path("areas")).codeField == "WD22CD")
    raw.rows = [["L", "D", "W", "1"], ["L", "D", "W", "1"]].map { $0.map { Array($0.utf8) } }
    try raw.write(to: folder)
    #expect(
      throws: BoundaryError.duplicateCode(
        path: folder.path("areas.shp"), field: "LSOA11CD", code: "L", records: [1, 2])
    ) { try BoundaryLayer.load(path: folder.path("areas")) }
  }
}
