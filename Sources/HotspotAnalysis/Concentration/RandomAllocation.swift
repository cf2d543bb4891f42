import Statistics

/// Allocations of incidents to units, each incident by itself and each unit with equal chance.
///
/// Only how many units have how many incidents matters, not which. So units first get numbers of
/// incidents from Poisson's distribution, dealt number by number, about √*c* too few in all; given
/// their sum these are an allocation of as many incidents by equal chance. The rest then fall one by
/// one, which makes an allocation of all of them: exactly, whatever the sum was. Allocations with too
/// many are made again, which changes nothing, because any sum serves. Of few units each gets its
/// incidents by itself, where that takes less time.
struct RandomAllocation: Sendable {
  private let incidents: Int
  private let units: Int
  private let seed: UInt64
  /// The least number of incidents that a unit may get first.
  private let lowest: Int
  /// For this number and those after it, the chance that a unit has it which has no fewer; empty if
  /// each unit gets its incidents by itself.
  private let chances: [Double]

  /// Prepares allocations.
  init(of incidents: Int, over units: Int, seed: UInt64) {
    self.incidents = incidents
    self.units = units
    var mixer = SplitMix64(seed: seed)
    // The first number is that of the resamples of units.
    _ = mixer.next()
    self.seed = mixer.next()
    let root = Double(incidents).squareRoot()
    // One allocation in six then has too many.
    let mean = max(0, Double(incidents) - root) / Double(units)
    // A number farther out comes up less than once in 2^53 units.
    let reach = 9 * mean.squareRoot()
    let levels = max(0, Int(mean - reach))...Int(mean + reach) + 40
    lowest = levels.lowerBound
    // The steps that each way takes, as measured.
    let single = Double(units) * (6 + 0.11 * mean.squareRoot())
    let together = Double(levels.count) + 0.3 * root
    chances = single < together ? [] : Self.chances(of: levels, mean: mean)
  }

  /// Returns how many units have how many incidents in one of the allocations.
  func allocation(_ number: Int) -> AmountDistribution {
    var generator = SplitMix64(seed: seed ^ UInt64(number))
    guard !chances.isEmpty else {
      let ones = [Int](repeating: 1, count: units)
      return AmountDistribution(generator.nextCounts(of: incidents, sizes: ones).map(Double.init))
    }
    while true {
      // How many units have a number of incidents or fewer.
      var (upTo, left, fallen) = ([Int](), units, 0)
      for (index, chance) in chances.enumerated() where left > 0 {
        let count = generator.nextSuccesses(of: left, chance: chance)
        left -= count
        upTo.append(units - left)
        fallen += count * (lowest + index)
      }
      guard fallen <= incidents else { continue }
      for _ in fallen..<incidents {
        // The unit's number of incidents is the first that more units do not exceed.
        let unit = generator.nextIndex(below: units)
        var (level, end) = (0, upTo.count - 1)
        while level < end {
          let middle = (level + end) / 2
          if upTo[middle] > unit { end = middle } else { level = middle + 1 }
        }
        upTo[level] -= 1
        if level + 1 == upTo.count { upTo.append(units) }
      }
      return AmountDistribution(
        amounts: upTo.indices.map { Double(lowest + $0) },
        counts: upTo.indices.map { $0 == 0 ? upTo[0] : upTo[$0] - upTo[$0 - 1] })
    }
  }

  /// Returns for each number the chance that a Poisson number is it, if it is no less.
  private static func chances(of levels: ClosedRange<Int>, mean: Double) -> [Double] {
    guard mean > 0 else { return [1] }
    // Beside that of the likeliest number, so that no term is too large or too small.
    var terms = [Double](repeating: 1, count: levels.count)
    let likeliest = Int(mean)
    for level in stride(from: likeliest, to: levels.lowerBound, by: -1) {
      terms[level - 1 - levels.lowerBound] =
        terms[level - levels.lowerBound] * Double(level) / mean
    }
    for level in likeliest..<levels.upperBound {
      terms[level + 1 - levels.lowerBound] =
        terms[level - levels.lowerBound] * mean / Double(level + 1)
    }
    var rest = 0.0
    return terms.reversed().map { term in
      rest += term
      return rest > 0 ? term / rest : 1
    }.reversed()
  }
}
