import Testing

@testable import Tasking

@Suite("The word for areas")
struct AreaNounTests {
  @Test(
    "fields of the Office for National Statistics and names of layers tell the kind",
    arguments: [
      ("LSOA21CD", "boundaries", "LSOA", "LSOAs", "LSOA"),
      ("lsoa11cd", "x", "LSOA", "LSOAs", "LSOA"),
      ("WD22CD", "lsoa", "ward", "wards", "Ward"),
      ("GSS_CODE", "london-wards-2014", "ward", "wards", "Ward"),
      ("OA21CD", "x", "output area", "output areas", "Output area"),
      ("code", "Police-Beats", "beat", "beats", "Beat"),
      ("WDCD", "x", "ward", "wards", "Ward"),
      ("WORD21CD", "x", "area of x", "areas of x", "Area of x"),
      ("code", "study_areas", "area", "areas", "Area"),
      ("code", "zones", "area of zones", "areas of zones", "Area of zones"),
    ])
  func words(field: String, layer: String, one: String, many: String, heading: String) {
    let noun = AreaNoun(codeField: field, layer: layer)
    #expect(noun.singular == one)
    #expect(noun.plural == many)
    #expect(noun.heading == heading)
  }
}
