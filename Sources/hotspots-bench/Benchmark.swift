/// A measured piece of work on seeded data.
///
/// The data is made outside the measurement. The work returns a checksum, which must be the same
/// each time: a benchmark that computes something else than it did before stops the program.
struct Benchmark {
  /// The name, `stage/variant`.
  var name: String
  /// The sizes at which it is run: rows, points or vertices.
  var sizes: [Int]
  /// Makes the data of a size and returns the work.
  var prepare: (Int) throws -> () async throws -> UInt64

  /// One row of the result.
  struct Measurement {
    var name: String
    var size: Int
    var runs: Int
    var minimum: Double
    var median: Double
    var maximum: Double
    var checksum: UInt64
    /// The most memory that the process held during the work.
    var peakBytes: Int

    /// Nanoseconds for each item, at the median.
    var nanosecondsPerItem: Double { median * 1e9 / Double(size) }
  }

  /// Runs the work once to warm up, then at least five times and for half a second.
  func measure(size: Int) async throws -> Measurement {
    let work = try prepare(size)
    let expected = try await work()
    var times: [Double] = []
    let clock = ContinuousClock()
    PeakMemory.reset()
    let begin = clock.now
    while times.count < 5
      || (begin.duration(to: clock.now) < .milliseconds(500) && times.count < 50)
    {
      let start = clock.now
      let checksum = try await work()
      times.append(start.duration(to: clock.now) / .seconds(1))
      precondition(checksum == expected, "Benchmark \(name): the result changed between runs")
    }
    times.sort()
    return Measurement(
      name: name, size: size, runs: times.count, minimum: times[0],
      median: times[times.count / 2], maximum: times[times.count - 1], checksum: expected,
      peakBytes: PeakMemory.bytes)
  }
}
