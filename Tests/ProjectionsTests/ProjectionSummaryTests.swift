import Testing

@testable import Projections

@Suite("Summary of a projection")
struct ProjectionSummaryTests {
  static let ostn15 = MissingGrid(
    fileName: "uk_os_OSTN15_NTv2_OSGBtoETRS.tif", publishersName: "OSTN15_NTv2_OSGBtoETRS.gsb",
    address: "https://cdn.proj.org/uk_os_OSTN15_NTv2_OSGBtoETRS.tif")

  @Test("the line says operation, accuracy and what a missing grid would bring")
  func line() throws {
    let summary = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700").summary
    #expect(
      summary.line
        == "WGS 84 to OSGB36 / British National Grid: OSGB36 to WGS 84 (6), accuracy 2 m "
        + "(1 m with the missing grid 'OSTN15_NTv2_OSGBtoETRS.gsb')")
    #expect(
      summary.possibleGain
        == "the conversion is accurate to 2 m, and would be to 1 m with the grid "
        + "'OSTN15_NTv2_OSGBtoETRS.gsb' (or 'uk_os_OSTN15_NTv2_OSGBtoETRS.tif')")
    #expect(
      summary.skippedBetter?.missingGrids.map(\.address) == [
        "https://cdn.proj.org/uk_os_OSTN15_NTv2_OSGBtoETRS.tif"
      ])
  }

  @Test("an identity, a conversion and a ballpark operation are called what they are")
  func kinds() throws {
    let same = try ProjectionPlan.choose(from: "EPSG:27700", to: "EPSG:27700").summary
    #expect(same.line == "OSGB36 / British National Grid, coordinates as given")
    #expect(same.possibleGain == nil)
    let exact = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:32630").summary
    #expect(exact.line == "WGS 84 to WGS 84 / UTM zone 30N: UTM zone 30N, exact")
    let ballpark = try ProjectionPlan.choose(
      from: "EPSG:4326", to: Places.unknownDatum, allowBallpark: true
    ).summary
    #expect(ballpark.line.hasSuffix("ballpark, may be 100 m and more off"))
  }

  @Test(
    "errors say what was found and what is needed",
    arguments: [
      (ProjectionError.noContext, "cannot start PROJ: it gave no context"),
      (
        .gridFolderMissing(path: "grids"),
        "cannot read 'grids': there is no such folder, one that holds grid files is needed"
      ),
      (
        .databaseMissing(text: "EPSG:27700", found: "Cannot find proj.db"),
        "cannot understand CRS 'EPSG:27700': Cannot find proj.db, PROJ needs its database"
      ),
      (
        .unknownSystem(text: "EPSG:999999", found: "crs not found"),
        "cannot understand CRS 'EPSG:999999': crs not found"
      ),
      (
        .unsuitableSystem(text: "EPSG:5701", kind: "a vertical one"),
        "cannot use CRS 'EPSG:5701': it is a vertical one, a geographic or projected one is needed"
      ),
      (
        .noOperation(source: "A", target: "B", found: "none is known here"),
        "cannot project from 'A' to 'B': none is known here, an operation of PROJ is needed"
      ),
      (
        .gridsMissing(source: "A", target: "B", grids: [ostn15]),
        "cannot project from 'A' to 'B': the grid 'OSTN15_NTv2_OSGBtoETRS.gsb' (or "
          + "'uk_os_OSTN15_NTv2_OSGBtoETRS.tif') is missing"
      ),
      (
        .onlyBallpark(source: "A", target: "B"),
        "cannot project from 'A' to 'B': only a ballpark operation is known, which leaves out the "
          + "change of datum and may be 100 m and more off"
      ),
      (
        .cannotInstantiate(operation: "A to B", found: "File not found or invalid"),
        "cannot use the operation 'A to B': File not found or invalid, PROJ must be able to run it"
      ),
    ])
  func errors(error: ProjectionError, words: String) {
    #expect(error.description.hasPrefix(words))
    #expect(!error.description.contains("\n"))
  }
}
