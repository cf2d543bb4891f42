import CPROJ
import Testing

@testable import Projections

@Suite("Well-known text")
struct WellKnownTextTests {
  @Test("keyword, name and identifier are read")
  func parts() throws {
    let text = try #require(
      WellKnownText(
        "geogcs [ \"GCS WGS 1984\", UNIT(\"Degree\",1.5), AUTHORITY[\"EPSG\",\"4326\"] ]"))
    #expect(text.keyword == "GEOGCS")
    #expect(text.name == "GCS WGS 1984")
    #expect(text.authorityCode == "EPSG:4326")
    #expect(WellKnownText("A[\"n\",B[\"m\",ID[\"X\",1]]]")?.authorityCode == nil)
    #expect(WellKnownText("A[\"n\",ID[\"EPSG\",27700]]")?.authorityCode == "EPSG:27700")
  }

  @Test(
    "texts that differ in form only are equal",
    arguments: [
      ("A[\"n\",1.0]", "a [\"N\" , 1 ]"), ("A[\"n\",2]", "A(\"n\",2.000000001)"),
      ("A[\"n\",B[\"m\",1]]", "A[\"n\",B[\"m\",1,AUTHORITY[\"X\",\"7\"]],AUTHORITY[\"Y\",8]]"),
    ])
  func equal(one: String, other: String) throws {
    #expect(try #require(WellKnownText(one)) == #require(WellKnownText(other)))
  }

  @Test(
    "texts that differ in meaning are not",
    arguments: [
      ("A[\"n\",1.0]", "A[\"n\",1.00000001]"), ("A[\"n\",1]", "A[\"m\",1]"),
      ("A[\"n\",1]", "A[\"n\"]"), ("A[\"n\",1]", "A[\"n\",\"1\"]"),
      ("A[\"n\",0]", "A[\"n\",1e-12]"),
      ("A[\"n\",B[1,2]]", "A[\"n\",B[1],2]"), ("A[\"n\",nan]", "A[\"n\",nan]"),
    ])
  func different(one: String, other: String) throws {
    #expect(try #require(WellKnownText(one)) != #require(WellKnownText(other)))
  }

  @Test(
    "other texts are none",
    arguments: ["", "EPSG:27700", "+proj=utm", "A", "A[", "A[]", "[\"n\"]", "A[\"\"]", "\u{0}"])
  func none(text: String) {
    #expect(WellKnownText(text) == nil)
  }

  @Test("brackets and quotes that never close are read to the end")
  func open() {
    #expect(WellKnownText("A[\"n\",AUTHORITY[\"EPSG\"") != nil)
    #expect(WellKnownText("A[\"n") != nil)
    #expect(WellKnownText("A[\"n\"" + String(repeating: "[", count: 10_000)) != nil)
  }

  @Test("every guess of a code is what PROJ calls that code in Esri's dialect")
  func guesses() throws {
    let context = try ProjectionContext()
    let names = [
      "British_National_Grid", "GCS_WGS_1984", "GCS_OSGB_1936", "GCS_ETRS_1989",
      "WGS_1984_Web_Mercator_Auxiliary_Sphere", "TM65_Irish_Grid", "TM75_Irish_Grid",
      "IRENET95_Irish_Transverse_Mercator", "ETRS_1989_LAEA", "RGF_1993_Lambert_93", "RD_New",
      "GCS_North_American_1983", "NAD_1983_StatePlane_New_York_Long_Island_FIPS_3104_Feet",
      "NAD_1983_StatePlane_Illinois_East_FIPS_1201_Feet", "WGS_1984_UTM_Zone_18N",
      "WGS_1984_UTM_Zone_30N", "ETRS_1989_UTM_Zone_32N",
    ]
    for name in names {
      let code = try #require(EsriSystemNames.probableCode(of: name))
      let system = try CoordinateSystem(code, in: context)
      let text = unsafe ProjectionObject.text(
        proj_as_wkt(context.pointer, system.object.pointer, PJ_WKT1_ESRI, nil))
      #expect(WellKnownText(try #require(text))?.name == name)
    }
    #expect(EsriSystemNames.probableCode(of: "Nowhere") == nil)
    #expect(EsriSystemNames.probableCode(of: "WGS_1984_UTM_Zone_61N") == nil)
    #expect(EsriSystemNames.probableCode(of: "WGS_1984_UTM_Zone_18S") == nil)
  }
}
