import HotspotAnalysis
import Testing

@Suite struct DensityKernelTests {
  @Test("every kernel is a density of the plane", arguments: DensityKernel.allCases)
  func integratesToOne(kernel: DensityKernel) {
    #expect(abs(moment(kernel, 0) - 1) < 1e-6)
  }

  @Test(
    "the bandwidth per standard deviation gives the kernel a variance of 1 along each axis",
    arguments: DensityKernel.allCases)
  func variance(kernel: DensityKernel) {
    // The mean squared distance is the sum over both axes.
    let bandwidth = kernel.bandwidthPerStandardDeviation
    #expect(abs(moment(kernel, 2) * bandwidth * bandwidth / 2 - 1) < 1e-6)
  }

  @Test("heights in the middle are those of the formulas")
  func heights() {
    let circle = Double.pi * 300 * 300
    let expected: [(DensityKernel, Double)] = [
      (.quartic, 3), (.uniform, 1), (.triangular, 3), (.epanechnikov, 2), (.triweight, 4),
      (.gaussian, 0.5),
    ]
    for (kernel, height) in expected {
      #expect(abs(kernel.value(distance: 0, bandwidth: 300) * circle - height) < 1e-12)
    }
    #expect(DensityKernel.uniform.value(distance: 300, bandwidth: 300) * circle == 1)
    #expect(DensityKernel.uniform.value(distance: 300.000_001, bandwidth: 300) == 0)
    #expect(
      abs(DensityKernel.quartic.value(distance: 150, bandwidth: 300) * circle - 1.6875) < 1e-12)
  }

  /// The integral of the kernel of bandwidth 1 times a power of the distance, by midpoints of rings.
  private func moment(_ kernel: DensityKernel, _ power: Int) -> Double {
    let reach = kernel == .gaussian ? 12.0 : 1
    let steps = 20_000
    let width = reach / Double(steps)
    return (0..<steps).reduce(0.0) { sum, step in
      let r = (Double(step) + 0.5) * width
      let factor = power == 2 ? r * r : 1
      return sum + 2 * .pi * r * width * factor * kernel.value(distance: r, bandwidth: 1)
    }
  }
}
