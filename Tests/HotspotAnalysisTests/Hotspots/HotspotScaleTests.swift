import Geometry
import HotspotAnalysis
import Testing

@Suite("Scale of hotspots") struct HotspotScaleTests {
  private func scale(
    _ bandwidth: Double, cells: Double, isGiven: Bool = false, kernel: DensityKernel = .quartic,
    side: Double = 10_000
  ) -> HotspotScale {
    HotspotScale(
      bandwidth: bandwidth, isGiven: isGiven, kernel: kernel, cellSize: cells,
      extent: Box(minX: 0, minY: 0, maxX: side, maxY: side))
  }

  @Test(
    "a density that can be walked serves as it is",
    arguments: [(150.0, 50.0), (300, 100), (200, 50)])
  func served(bandwidth: Double, cells: Double) {
    let found = scale(bandwidth, cells: cells)
    #expect(found.reason == nil && found.bandwidth == bandwidth && found.cellSize == cells)
  }

  @Test("a bandwidth that was chosen is replaced where it cannot be walked")
  func chosen() {
    let force = scale(2000, cells: 500)
    #expect(force.reason == .tooWide && force.bandwidth == 200 && force.cellSize == 50)
    let village = scale(40, cells: 10)
    #expect(village.reason == .tooNarrow && village.bandwidth == 150 && village.cellSize == 10)
    let coarse = scale(250, cells: 100)
    #expect(coarse.reason == .coarseCells && coarse.bandwidth == 250 && coarse.cellSize == 50)
  }

  @Test("a bandwidth that was given is kept up to 300 m")
  func given() {
    #expect(scale(100, cells: 25, isGiven: true).reason == nil)
    let wide = scale(2000, cells: 100, isGiven: true)
    #expect(wide.reason == .tooWide && wide.bandwidth == 300 && wide.cellSize == 100)
    let coarse = scale(100, cells: 50, isGiven: true)
    #expect(coarse.reason == .coarseCells && coarse.bandwidth == 100 && coarse.cellSize == 25)
    // A slip of the pen makes no grid of millimetres.
    #expect(scale(0.001, cells: 50, isGiven: true).bandwidth == 50)
  }

  @Test("cells are always at most a third of the bandwidth, which a patrol can walk")
  func bounds() {
    for bandwidth in stride(from: 10.0, through: 5000, by: 35) {
      for cells in [10.0, 20, 25, 50, 100, 200, 500, 2000] {
        for isGiven in [false, true] {
          let found = scale(bandwidth, cells: cells, isGiven: isGiven)
          #expect(found.cellSize * 3 <= found.bandwidth * (1 + 1e-9))
          #expect(found.bandwidth <= 300 && (isGiven || found.bandwidth >= 150))
        }
      }
    }
  }

  @Test("a Gaussian's standard deviation is that of a quartic kernel in the range")
  func gaussian() {
    // The variance of the quartic kernel along an axis is an eighth of its bandwidth's square.
    let unit = 1 / 8.0.squareRoot()
    #expect(abs(scale(900, cells: 100, kernel: .gaussian).bandwidth - 200 * unit) < 1e-9)
    #expect(scale(80, cells: 20, kernel: .gaussian).reason == nil)
    #expect(scale(120, cells: 20, kernel: .gaussian).reason == .tooWide)
  }

  @Test("a study area no larger than a hotspot is walked whole")
  func small() {
    #expect(scale(4, cells: 1, side: 40).reason == nil)
    #expect(scale(4, cells: 1, side: 1001).reason == .tooNarrow)
  }
}
