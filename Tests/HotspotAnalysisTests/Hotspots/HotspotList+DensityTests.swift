import Geometry
import HotspotAnalysis
import Tables
import Testing

@Suite("Hotspots of a density") struct HotspotListDensityTests {
  // Ten by one cells; the peaks of 40 are the 25 % class and more.
  let surface = Surface(
    grid: SurfaceGrid(cellSize: 100, firstColumn: 0, firstRow: 0, columns: 10, rows: 1),
    values: [40, 40, 1, 41, 1, 40, 1, 1, 40, .nan])

  private func incidents(_ counts: [Int]) -> (x: [Double], y: [Double]) {
    var x: [Double] = []
    for (column, count) in counts.enumerated() {
      x += [Double](repeating: Double(column) * 100 + 50, count: count)
    }
    return (x, x.map { _ in 50 })
  }

  @Test("regions with enough incidents are ranked, equal ones share a rank")
  func ranks() {
    let (x, y) = incidents([10, 2, 30, 12, 0, 12, 0, 5, 9, 20])
    let found = HotspotList.densest(
      on: SparseSurface(surface), x: x, y: y, studyAreaSquareKilometres: 0.09, volumeShare: 0.9)
    #expect(found.hotspots.map(\.incidents) == [12, 12, 12])
    #expect(found.hotspots.map(\.rank) == [1, 1, 1])
    // Equal ones are listed densest first, then from the south-west.
    #expect(found.hotspots.map(\.members) == [[3], [5], [0, 1]])
    #expect(found.qualifying == 3)
    #expect(found.belowMinimum == 1)
    #expect(!found.isCutThroughTie)
    let first = found.hotspots[0]
    #expect(first.share == 0.12)
    #expect(abs(first.squareKilometres - 0.01) < 1e-15)
    #expect(abs(first.density - 1200) < 1e-9)
    #expect(abs(first.concentrationRatio - 0.12 / (0.01 / 0.09)) < 1e-12)
    #expect(first.peak == Point(x: 350, y: 50))
    #expect(found.outlines.areaCount == 3)
    #expect(found.outlines.box(ofArea: 2) == Box(minX: 0, minY: 0, maxX: 200, maxY: 100))
  }

  @Test("ranks after equal ones skip, and a cut through equal ones is said")
  func ties() {
    let (x, y) = incidents([20, 0, 0, 15, 0, 15, 0, 0, 11, 0])
    func found(limit: Int) -> HotspotList {
      HotspotList.densest(
        on: SparseSurface(surface), x: x, y: y, studyAreaSquareKilometres: 0.09, volumeShare: 0.9,
        limit: limit)
    }
    #expect(found(limit: 10).hotspots.map(\.rank) == [1, 2, 2, 4])
    #expect(found(limit: 2).hotspots.map(\.rank) == [1, 2])
    #expect(found(limit: 2).isCutThroughTie)
    #expect(!found(limit: 3).isCutThroughTie)
    #expect(found(limit: 2).qualifying == 4)
  }

  @Test("weights rank and share, incidents decide whether a place is a hotspot")
  func weights() {
    var (x, weights): ([Double], [Double]) = ([], [])
    // Ten incidents of little weight, eleven of much, and one of more than all others.
    for _ in 0..<10 { (x, weights) = (x + [50], weights + [0.5]) }
    for _ in 0..<11 { (x, weights) = (x + [350], weights + [5]) }
    (x, weights) = (x + [550], weights + [940])
    let found = HotspotList.densest(
      on: SparseSurface(surface), x: x, y: x.map { _ in 50 }, weights: weights,
      studyAreaSquareKilometres: 0.09,
      volumeShare: 0.9)
    #expect(found.hotspots.map(\.incidents) == [11, 10])
    #expect(found.hotspots.map(\.amount) == [55, 5])
    #expect(found.hotspots[0].share == 0.055)
    #expect(abs(found.hotspots[0].density - 5500) < 1e-9)
    let table = found.featureTable(crs: "EPSG:3857")
    #expect(table[column: "weight"]?.values == .reals([55, 5]))
    #expect(table[column: "incidents"]?.values == .integers([11, 10]))
  }

  @Test("the predictive accuracy index of the whole study area is 1, and of a worked example known")
  func predictiveAccuracy() {
    // Method 5: 6 of 19 incidents in the first of six equal areas: (6/19)/(1/6) = 1.8947.
    let grid = SurfaceGrid(cellSize: 1000, firstColumn: 0, firstRow: 0, columns: 6, rows: 1)
    let predicted = Surface(grid: grid, values: [8, 4, 4, 2, 1, 0])
    var x: [Double] = []
    for (column, count) in [6, 7, 3, 2, 1, 0].enumerated() {
      x += [Double](repeating: Double(column) * 1000 + 500, count: count)
    }
    func index(_ share: Double) -> Double? {
      HotspotList.densest(
        on: SparseSurface(predicted), x: x, y: x.map { _ in 500 }, studyAreaSquareKilometres: 6,
        volumeShare: share, minimumIncidents: 1,
        largestSquareKilometres: 3
      ).hotspots.first?.concentrationRatio
    }
    #expect(abs((index(0.25) ?? 0) - 1.8947) < 5e-5)
    // The second and third are equal and come together: 16 of 19 in half of the area.
    #expect(abs((index(0.5) ?? 0) - 1.6842) < 5e-5)
  }

  @Test("nothing to find is an empty list")
  func nothing() {
    let empty = Surface(grid: surface.grid, values: surface.values.map { $0.isNaN ? .nan : 0 })
    let found = HotspotList.densest(
      on: SparseSurface(empty), x: [], y: [], studyAreaSquareKilometres: 1)
    #expect(found.hotspots.isEmpty)
    #expect(found.featureTable(crs: "EPSG:27700").rowCount == 0)
  }

  @Test("the table has a row for each hotspot with its outline")
  func table() {
    let (x, y) = incidents([10, 2, 30, 12, 0, 12, 0, 5, 9, 20])
    let table = HotspotList.densest(
      on: SparseSurface(surface), x: x, y: y, studyAreaSquareKilometres: 0.09, volumeShare: 0.9
    ).featureTable(crs: "EPSG:27700")
    #expect(
      table.columns.map(\.name) == [
        "rank", "grid_reference", "incidents", "share", "area_km2", "per_km2",
        "concentration_ratio", "predictive_accuracy_index", "peak_x", "peak_y",
      ])
    #expect(table[column: "incidents"]?.values == .integers([12, 12, 12]))
    // The square of 100 km at the grid's origin is SV.
    #expect(
      table[column: "grid_reference"]?.values == .text(["SV 003 000", "SV 005 000", "SV 000 000"]))
    #expect(table.geometry.count == 3)
    #expect(table.crs == "EPSG:27700")
  }
}
