/// A small seeded source of random numbers: the same seed gives the same numbers on any machine.
///
/// After Steele, Lea & Flood (2014), https://doi.org/10.1145/2660193.2660195
@frozen
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator that repeats the sequence of a seed.
  public init(seed: UInt64) { state = seed }

  /// Returns the next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Returns a number that is at least 0 and below 1, one of 2^53 evenly spaced ones.
  public mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
