import Shapefiles
import TestSupport
import Testing

@Suite(
  "Real boundaries",
  .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct RealShapefileTests {
  @Test("London's LSOAs of 2011 have the published counts")
  func londonLSOAs() throws {
    let file = try Shapefile(
      reading: SharedData.path("realdata/boundaries/london-lsoa-2011.shp"))
    #expect(file.recordCount == 4835)
    #expect(file.rings.x.count == 159_752)
    #expect((0..<4835).filter { file.rings.rings(ofRecord: $0).count > 1 }.count == 26)
    #expect(file.warnings.isEmpty)
    let districts = try file.attributes.column(
      #require(file.attributes.index(ofField: "lad11cd")))
    #expect(districts.filter { $0 == "E09000033" }.count == 128)
  }
}
