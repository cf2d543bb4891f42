@testable import SampleBorough
import Testing

@Suite struct ValueNoiseTests {
  @Test("the field stays in its range, varies, and has no jumps", arguments: [0, 1, 77])
  func field(seed: UInt64) {
    let noise = ValueNoise(seed: seed)
    let values = stride(from: 0, to: 400_000, by: 100).map {
      noise.value(at: GridPosition(x: $0, y: 123_456), wavelength: 10_000)
    }
    #expect(values.allSatisfy { abs($0) <= 1024 })
    #expect((values.max() ?? 0) - (values.min() ?? 0) > 800)
    // The steepest ramp climbs 3/2 of 2,048 over a wavelength: 31 over a hundredth.
    #expect(zip(values, values.dropFirst()).allSatisfy { abs($0 - $1) <= 36 })
  }
}
