/// Buckets of like densities, so that they are brought into order without being sorted.
///
/// The first sixteen bits of numbers that are not negative are in the order of the numbers: a bucket
/// is a sixteenth of an octave wide.
enum DensityBuckets {
  /// How many buckets there are.
  static let count = 1 << 15

  /// Returns the bucket of a density, which is not negative.
  @inline(__always)
  static func bucket(of density: Double) -> Int { Int(density.magnitude.bitPattern >> 48) }

  /// Returns the lowest density of a bucket.
  static func lowest(inBucket bucket: Int) -> Double {
    Double(bitPattern: UInt64(bucket) << 48)
  }
}
