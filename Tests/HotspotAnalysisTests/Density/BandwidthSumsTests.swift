import Glibc
import HotspotAnalysis
import Parts
import Statistics
import Testing

@Suite("BandwidthSums")
struct BandwidthSumsTests {
  private struct Incidents {
    var x: [Double] = []
    var y: [Double] = []

    /// Three humps in the middle of London; a fifth of the places are shared.
    init(seed: UInt64, count: Int) {
      var random = SplitMix64(seed: seed)
      for incident in 0..<count {
        if incident % 5 == 0, incident > 10 {
          x.append(x[incident / 3])
          y.append(y[incident / 3])
          continue
        }
        let hump = Double(random.next() % 3)
        x.append(525_000 + hump * 4000 + (random.nextUnit() + random.nextUnit()) * 9000)
        y.append(175_000 + hump * hump * 1500 + (random.nextUnit() + random.nextUnit()) * 7000)
      }
    }
  }

  @Test(
    "parts merged in any order, also as a tree, give the bandwidth of all to the last bit",
    arguments: 0..<8 as Range<UInt64>)
  func parts(seed: UInt64) throws {
    let incidents = Incidents(seed: seed, count: 3000)
    var random = SplitMix64(seed: seed)
    var members = [[Int]](repeating: [], count: 1 + Int(random.next() % 50))
    for incident in incidents.x.indices.shuffled(using: &random) {
      members[Int(random.next() % UInt64(members.count))].append(incident)
    }
    var parts = members.map { part in
      BandwidthSums(x: part.map { incidents.x[$0] }, y: part.map { incidents.y[$0] })
    }
    while parts.count > 1 {
      var merged = parts.remove(at: Int(random.next() % UInt64(parts.count)))
      merged.merge(parts.remove(at: Int(random.next() % UInt64(parts.count))))
      parts.append(merged)
    }
    let whole = BandwidthSums(x: incidents.x, y: incidents.y)
    #expect(parts[0] == whole)
    for kernel in DensityKernel.allCases {
      #expect(
        try parts[0].choice(kernel: kernel)
          == BandwidthChoice.normalReference(x: incidents.x, y: incidents.y, kernel: kernel))
    }
  }

  /// The rule from sorted positions and a second pass over them.
  @Test("is the rule of the textbooks to a part in ten thousand", arguments: [10, 300, 40_000])
  func oracle(count: Int) throws {
    let incidents = Incidents(seed: 3, count: count)
    func robust(_ values: [Double]) -> Double {
      let mean = values.reduce(0, +) / Double(count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let sorted = values.sorted()
      func quantile(_ part: Double) -> Double {
        let rank = part * Double(count - 1)
        let below = Int(rank)
        return sorted[below] + (rank - Double(below)) * (sorted[below + 1] - sorted[below])
      }
      return min(
        (squares / Double(count - 1)).squareRoot(), (quantile(0.75) - quantile(0.25)) / 1.349)
    }
    let expected =
      (robust(incidents.x) * robust(incidents.y)).squareRoot() * pow(Double(count), -1.0 / 6)
    let found = try BandwidthSums(x: incidents.x, y: incidents.y).choice(kernel: .gaussian).metres
    #expect(abs(found - expected) < (count > 1000 ? 1e-4 : 1e-9) * expected)
  }

  @Test("what is written is read again, and damaged bytes are errors or other sums, never a trap")
  func bytes() throws {
    let incidents = Incidents(seed: 4, count: 200)
    let sums = BandwidthSums(x: incidents.x + [-12.5, 0, -0.0], y: incidents.y + [-3, -4, -5])
    var encoder = PartEncoder()
    encoder.encode(sums)
    let bytes = encoder.bytes
    var decoder = PartDecoder(bytes)
    let read: BandwidthSums = try decoder.decode()
    try decoder.finish()
    #expect(read == sums)
    var random = SplitMix64(seed: 1)
    for _ in 0..<3000 {
      var damaged = bytes
      damaged[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      if random.next() % 4 == 0 { damaged.removeLast(Int(random.next() % UInt64(bytes.count))) }
      var decoder = PartDecoder(damaged)
      guard let other = try? decoder.decode(BandwidthSums.self) else { continue }
      _ = try? other.choice(kernel: .quartic)
      #expect(other.count > 0)
    }
  }
}
