import Geometry
import TestSupport
import Testing

@testable import Projections

@Suite("Choice of an operation")
struct OperationChoiceTests {
  @Test("the most accurate operation that runs here is taken, and the better one is named")
  func withoutGrid() throws {
    let plan = try Places.candidates(
      from: "EPSG:4326", to: "EPSG:27700", areaOfInterest: Places.london
    ).choose()
    #expect(plan.summary.operation == "Inverse of OSGB36 to WGS 84 (6) + British National Grid")
    #expect(plan.summary.datumShift == "OSGB36 to WGS 84 (6)")
    #expect(plan.summary.accuracyMetres == 2)
    #expect(!plan.summary.isBallpark && !plan.isIdentity && !plan.usesGrids)
    #expect(plan.summary.missingGrids == ["uk_os_OSTN15_NTv2_OSGBtoETRS.tif"])
    let skipped = try #require(plan.summary.skippedBetter)
    #expect(skipped.accuracyMetres == 1)
    #expect(skipped.missingGrids[0].publishersName == "OSTN15_NTv2_OSGBtoETRS.gsb")
    #expect(
      skipped.missingGrids[0].address == "https://cdn.proj.org/uk_os_OSTN15_NTv2_OSGBtoETRS.tif")
  }

  @Test("operations whose grids are missing are listed, and so is the ballpark one")
  func listed() throws {
    let all = try Places.candidates(from: "EPSG:4326", to: "EPSG:27700").all
    let grid = try #require(all.first { !$0.grids.isEmpty })
    #expect(!grid.isInstantiable && !grid.isBallpark && grid.accuracyMetres == 1)
    #expect(grid.grids.map(\.isAvailable) == [false])
    let ballpark = try #require(all.first { $0.isBallpark })
    #expect(ballpark.isInstantiable && ballpark.accuracyMetres == nil)
    #expect(all.count { $0.isBallpark } == 1)
  }

  @Test(
    "the area of interest decides between operations for parts of the country",
    arguments: [
      (Box(minX: -0.5, minY: 51.3, maxX: 0.3, maxY: 51.7), "OSGB36 to WGS 84 (6)"),
      (Box(minX: -3.4, minY: 55.8, maxX: -3.0, maxY: 56.0), "OSGB36 to WGS 84 (6)"),
      // No operation without a grid covers the sea: the one that covers most is taken.
      (Box(minX: -9, minY: 49.75, maxX: 2.01, maxY: 61.01), "OSGB36 to WGS 84 (6)"),
    ])
  func areas(area: Box, shift: String) throws {
    let plan = try Places.candidates(from: "EPSG:4326", to: "EPSG:27700", areaOfInterest: area)
      .choose()
    #expect(plan.summary.datumShift == shift)
  }

  @Test(
    "the grid is used where it is",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func withGrid() throws {
    try Places.withSampledGrid { folder in
      let candidates = try Places.candidates(
        from: "EPSG:4326", to: "EPSG:27700", areaOfInterest: Places.london, gridFolders: [folder])
      let plan = try candidates.choose()
      #expect(plan.summary.datumShift == "OSGB36 to WGS 84 (9)")
      #expect(plan.summary.accuracyMetres == 1)
      #expect(plan.summary.skippedBetter == nil)
      #expect(plan.usesGrids)
      #expect(plan.gridFolders == [folder])
      let grid = try #require(candidates.all.flatMap(\.grids).first)
      #expect(grid.isAvailable && grid.path == "\(folder)/OSTN15_NTv2_OSGBtoETRS.gsb")
    }
  }

  @Test("a ballpark operation is refused, and is 125 m off when it is allowed")
  func ballpark() throws {
    let candidates = try Places.candidates(from: "EPSG:4326", to: Places.unknownDatum)
    let error = #expect(throws: ProjectionError.self) { try candidates.choose() }
    #expect(
      error == .onlyBallpark(source: "EPSG:4326", target: candidates.target.label))
    let plan = try candidates.choose(allowBallpark: true)
    #expect(plan.summary.isBallpark && plan.summary.accuracyMetres == nil)
    // PROJ 9.1.1 and 9.5.1.
    var x = [-0.1365]
    var y = [51.5130]
    #expect(try plan.makeOperation().transform(x: &x, y: &y) == 0)
    #expect(abs(x[0] - 529296.306) < 0.001)
    #expect(abs(y[0] - 181041.253) < 0.001)
    #expect(
      abs(
        ((x[0] - 529409.152) * (x[0] - 529409.152)
          + (y[0] - 180987.426) * (y[0] - 180987.426)).squareRoot() - 125) < 1)
  }

  @Test("allowing a ballpark operation does not prefer it")
  func allowed() throws {
    let candidates = try Places.candidates(from: "EPSG:4326", to: "EPSG:27700")
    #expect(try candidates.choose(allowBallpark: true) == candidates.choose())
  }

  @Test("where every real operation needs a grid, the grid is asked for")
  func onlyGrids() throws {
    // NAD27 to NAD83 over Canada alone: all of Canada's ways but the ballpark one are grids.
    let candidates = try Places.candidates(
      from: "EPSG:4267", to: "EPSG:4269",
      areaOfInterest: Box(minX: -105, minY: 52, maxX: -104, maxY: 53))
    let error = #expect(throws: ProjectionError.self) { try candidates.choose() }
    guard case .gridsMissing(_, _, let grids)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!grids.isEmpty)
  }

  @Test("a change of form alone is exact")
  func conversion() throws {
    let plan = try ProjectionPlan.choose(from: "EPSG:4277", to: "EPSG:27700")
    #expect(plan.summary.accuracyMetres == 0)
    #expect(plan.summary.datumShift == "British National Grid")
  }

  @Test("a detour over a third system is found where there is no direct way")
  func detour() throws {
    // projinfo -s EPSG:27700 -t EPSG:2157 --spatial-test intersects --summary: 3 m, and 0.03 m
    // with OSTN15
    let plan = try ProjectionPlan.choose(from: "EPSG:27700", to: "EPSG:2157")
    #expect(plan.summary.datumShift == "OSGB36 to WGS 84 (6) + IRENET95 to WGS 84 (1)")
    #expect(plan.summary.accuracyMetres == 3)
  }

  @Test("feet in New York become metres of the Universal Transverse Mercator")
  func newYork() throws {
    let plan = try Places.candidates(
      from: "EPSG:2263", to: "EPSG:32618",
      areaOfInterest: Box(minX: -74.1, minY: 40.55, maxX: -73.8, maxY: 40.9)
    ).choose()
    #expect(abs(try #require(plan.sourceUnit.metres) - 1200.0 / 3937) < 1e-12)
    #expect(plan.targetUnit == .length(metres: 1))
    #expect(plan.summary.datumShift == "NAD83 to WGS 84 (1)")
    #expect(plan.summary.accuracyMetres == 4)
    #expect(plan.summary.missingGrids == ["us_noaa_nyhpgn.tif"])
    let box = try #require(plan.validBox)
    #expect(box.contains(x: 984000, y: 200000))
    #expect(!box.contains(x: 584386, y: 4507670))
  }

  @Test("the area of use of both systems is known in the coordinates that are projected")
  func validBox() throws {
    let degrees = try #require(
      try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700").validBox)
    #expect(degrees.contains(x: -0.1365, y: 51.513))
    #expect(!degrees.contains(x: 51.513, y: -0.1365))
    #expect(!degrees.contains(x: 0, y: 0))
    #expect(!degrees.contains(x: 2.35, y: 48.85))
    let metres = try #require(
      try ProjectionPlan.choose(from: "EPSG:27700", to: "EPSG:27700").validBox)
    #expect(metres.contains(x: 529409, y: 180987))
    #expect(metres.contains(x: 400, y: 5000))
    #expect(!metres.contains(x: -0.1365, y: 1_500_000))
    #expect(!metres.contains(x: 180_987, y: 5_294_090))
    // A system that crosses the antimeridian has no tighter box in degrees.
    let zealand = try #require(
      try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:3851").validBox)
    #expect(zealand.contains(x: 174.8, y: -36.8) && zealand.contains(x: -176.5, y: -44))
  }
}
