import Boundaries
import Shapefiles
import Testing

@Suite("Words of boundary errors")
struct BoundaryErrorTests {
  @Test(
    "each error says what was found",
    arguments: [
      (.shapefile(.unreadable(path: "a.shp", reason: "no")), "cannot read 'a.shp': no"),
      (
        .unknownFormat(path: "a.kml"),
        "cannot read 'a.kml': boundaries are read from Shapefiles, GeoJSON and GeoPackages"
      ),
      (
        .noAreas(path: "a.shp"),
        "cannot read 'a.shp': it holds no area with an outline, at least one is needed"
      ),
      (
        .noSuchField(path: "a.shp", field: "COED", role: .code, fields: ["CODE", "N"]),
        "cannot read 'a.shp': there is no field 'COED'; did you mean 'CODE'?"
      ),
      (
        .noSuchField(
          path: "a.shp", field: "LSOA11CE", role: .code, fields: ["LSOA11CD", "N"]),
        "cannot read 'a.shp': there is no field 'LSOA11CE'; did you mean 'LSOA11CD'?"
      ),
      (
        .noCodeField(path: "a.shp", fields: ["A", "B"]),
        "cannot read 'a.shp': no field looks like the areas' codes"
      ),
      (
        .emptyCode(path: "a.shp", field: "CODE", record: 7),
        "cannot read 'a.shp': record 7: the code in 'CODE' is empty, each area needs its own"
      ),
      (
        .duplicateCode(path: "a.shp", field: "CODE", code: "E1", records: [2, 9]),
        """
        cannot read 'a.shp': code 'E1' in 'CODE' belongs to records 2 and 9, each area needs its own
        """
      ),
      (
        .noProjection(path: "a.shp", likely: .britishNationalGrid),
        "cannot read 'a.shp': the .prj is missing or empty, so what the coordinates mean is unknown"
      ),
      (
        .noProjection(path: "a.shp", likely: .degrees),
        "cannot read 'a.shp': the .prj is missing or empty, so what the coordinates mean is unknown"
      ),
      (
        .noProjection(path: "a.shp", likely: nil),
        "cannot read 'a.shp': the .prj is missing or empty, so what the coordinates mean is unknown"
      ),
      (
        .noStudyAreaField(field: "LAD11CE", paths: ["a.shp", "b.shp"], fields: ["LAD11CD", "N"]),
        """
        cannot select the study area: no field 'LAD11CE' in 'a.shp', 'b.shp'; did you mean 'LAD11CD'?
        """
      ),
      (
        .noStudyAreaValue(path: "a.shp", field: "LAD", value: "E9", values: ["E7", "E8"]),
        "cannot select the study area: no area of 'a.shp' has LAD 'E9'; did you mean 'E7' or 'E8'?"
      ),
      (
        .emptyStudyArea(path: "a.shp"),
        "cannot select the study area: no area of 'a.shp' lies in it"
      ),
    ] as [(BoundaryError, String)])
  func words(error: BoundaryError, text: String) {
    #expect(error.description == text)
  }
}
