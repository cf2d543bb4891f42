import Boundaries
import TestSupport
import Testing

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
