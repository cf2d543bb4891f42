import Shapefiles
import TestSupport
import Testing

@Suite("Attributes of Shapefiles")
struct AttributeTableTests {
  let folder = TemporaryFolder()

  @Test(
    "values lose their padding, and whole numbers their decimals",
    arguments: [
      ("N", 10, 0, "1200001", "1200001"), ("N", 10, 0, "007", "007"), ("N", 10, 0, "-5", "-5"),
      ("N", 24, 15, "1200001.000000000000000", "1200001"), ("N", 10, 2, "12.50", "12.50"),
      ("F", 19, 11, "1.20000000000e+003", "1200"), ("N", 5, 0, "*****", ""), ("N", 5, 0, "", ""),
      ("N", 5, 1, "+7.0", "7"), ("N", 20, 1, "1e300", "1e300"), ("N", 5, 1, "-0.0", "0"),
      ("C", 10, 0, "  E01  ", "E01"), ("C", 10, 0, "1.0", "1.0"), ("C", 4, 0, "A\0\0\0", "A"),
      ("C", 9, 0, "Two words", "Two words"), ("D", 8, 0, "20170331", "20170331"),
      ("L", 1, 0, "T", "T"),
    ] as [(Character, Int, Int, String, String)])
  func values(
    letter: Character, width: Int, decimals: Int, written: String, expected: String
  ) throws {
    var raw = RawShapefile.squares(1)
    raw.fields[0] = .init("F", letter, width: width, decimals: decimals)
    raw.rows[0][0] = Array(written.utf8)
    try raw.write(to: folder)
    #expect(try Shapefile(reading: folder.path("areas")).attributes.column(0) == [expected])
  }

  @Test("a field is found in any letter case, exact spelling first")
  func fieldNames() throws {
    var raw = RawShapefile.squares(1)
    raw.fields = [.init("code"), .init("CODE"), .init("Name")]
    raw.rows = [[[0x31], [0x32], [0x33]]]
    try raw.write(to: folder)
    let table = try Shapefile(reading: folder.path("areas")).attributes
    #expect(table.index(ofField: "CODE") == 1)
    #expect(table.index(ofField: "Code") == 0)
    #expect(table.index(ofField: "NAME") == 2)
    #expect(table.index(ofField: "NAMES") == nil)
  }
}
