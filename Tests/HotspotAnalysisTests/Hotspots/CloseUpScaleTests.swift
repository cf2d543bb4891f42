import Geometry
import HotspotAnalysis
import Testing

@Suite("The scale of close-ups") struct CloseUpScaleTests {
  private func scale(
    _ side: Double, kernel: DensityKernel = .quartic, widest: Double? = 200
  ) -> CloseUpScale {
    CloseUpScale(
      of: Box(minX: 0, minY: 0, maxX: side, maxY: side), kernel: kernel, widest: widest)
  }

  @Test(
    "cells are the smallest with ten thousand in the frame at most, the bandwidth five of them",
    arguments: [
      // Frames of 500, 1,000, 1,010, 2,000, 2,010, 2,500 and 2,600 m.
      (100.0, 10.0, 50.0), (600, 10, 50), (610, 20, 100), (1600, 20, 100), (1610, 25, 125),
      (2100, 25, 125), (2200, 50, 200),
    ])
  func cells(_ side: Double, cellSize: Double, bandwidth: Double) {
    let found = scale(side)
    #expect(found.frame.width == side + 400)
    #expect(found.cellSize == cellSize)
    #expect(found.bandwidth == bandwidth)
  }

  @Test("the bandwidth is never wider than that by which hotspots are found")
  func narrow() {
    #expect(scale(610, widest: 60).bandwidth == 60)
    #expect(scale(2200, widest: nil).bandwidth == 250)
  }

  @Test(
    "of the Gaussian the bandwidth is the quartic kernel's standard deviation, h over the root of 8"
  )
  func gaussian() {
    #expect(abs(scale(100, kernel: .gaussian).bandwidth - 50 / 8.0.squareRoot()) < 1e-9)
  }
}
