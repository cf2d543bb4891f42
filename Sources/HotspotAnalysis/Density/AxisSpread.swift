/// How far positions along one axis spread, in counts that can be added to others in any order.
///
/// Kept are whole sums of positions in millionths of a metre and of their squares, and for quartiles the
/// number, the lowest and the highest position of each bin. Bins are 2^-18 as wide as the power of two
/// below a position, 2 m at 600 km. Of bins with one or two positions, or with all at one place, every
/// position is known; of others they are taken as evenly spread between the lowest and the highest.
struct AxisSpread: Sendable, Equatable {
  /// The positions of a bin.
  struct Bin: Sendable, Equatable {
    /// How many they are.
    var count: Int
    /// The lowest.
    var lowest: Double
    /// The highest.
    var highest: Double
  }

  /// The bins with positions, ascending.
  private(set) var bins: [Bin] = []
  /// The number of positions.
  private(set) var count = 0
  /// The sum of the positions, in units.
  private(set) var sum: Int128 = 0
  /// The sum of the squares, which wraps around at 2^128: their sum about the mean does not.
  private(set) var squares: Int128 = 0

  /// The units of a metre.
  private static let unitsPerMetre = 0x1p20
  /// No place on Earth is so far from the origin of a system.
  static let furthest = 0x1p30

  /// Creates counts of nothing.
  init() {}

  /// Creates counts that were made before.
  init(bins: [Bin], sum: Int128, squares: Int128) {
    (self.bins, self.sum, self.squares) = (bins, sum, squares)
    count = bins.reduce(0) { $0 + $1.count }
  }

  /// Counts positions, in metres, none of them beyond ``furthest``.
  ///
  /// - Complexity: O(*n* log *n*) for *n* positions.
  init(_ positions: [Double]) {
    count = positions.count
    for position in positions {
      let units = Int128(Int64((position * Self.unitsPerMetre).rounded()))
      sum += units
      squares &+= units * units
    }
    for position in positions.sorted() {
      // Of two zeros one.
      let position = position + 0
      if let last = bins.indices.last, Self.bin(of: bins[last].lowest) == Self.bin(of: position) {
        bins[last].count += 1
        bins[last].highest = position
      } else {
        bins.append(Bin(count: 1, lowest: position, highest: position))
      }
    }
  }

  /// Adds other counts.
  ///
  /// - Complexity: O(*b*) for *b* bins of both.
  mutating func merge(_ other: AxisSpread) {
    count += other.count
    sum += other.sum
    squares &+= other.squares
    var merged: [Bin] = []
    merged.reserveCapacity(bins.count + other.bins.count)
    var (here, there) = (0, 0)
    while here < bins.count || there < other.bins.count {
      guard here < bins.count else {
        merged.append(contentsOf: other.bins[there...])
        break
      }
      guard there < other.bins.count else {
        merged.append(contentsOf: bins[here...])
        break
      }
      let (a, b) = (bins[here], other.bins[there])
      let (binOfA, binOfB) = (Self.bin(of: a.lowest), Self.bin(of: b.lowest))
      if binOfA == binOfB {
        merged.append(
          Bin(
            count: a.count + b.count, lowest: min(a.lowest, b.lowest),
            highest: max(a.highest, b.highest)))
      } else {
        merged.append(binOfA < binOfB ? a : b)
      }
      if binOfA <= binOfB { here += 1 }
      if binOfB <= binOfA { there += 1 }
    }
    bins = merged
  }

  /// The smaller of the standard deviation and the interquartile range over 1.349; zero if all positions
  /// are equal.
  var robust: Double {
    guard count > 1, let first = bins.first, let last = bins.last, first.lowest != last.highest
    else { return 0 }
    let range = quantile(0.75) - quantile(0.25)
    return range > 0 ? min(deviation, range / 1.349) : deviation
  }

  /// Returns the bin of a position: ascending with it.
  static func bin(of position: Double) -> UInt64 { ordered(position) >> 34 }

  /// Returns the bits of a position as a number that ascends with it.
  static func ordered(_ position: Double) -> UInt64 {
    let bits = position.bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }

  /// Returns the position of such a number.
  static func position(ofOrdered number: UInt64) -> Double {
    Double(bitPattern: number >> 63 == 1 ? number & (UInt64.max >> 1) : ~number)
  }

  /// The standard deviation, with the divisor *n* - 1; infinite where the squares may be too many for the
  /// sum, which takes 2^35 positions at opposite ends of the Earth.
  private var deviation: Double {
    let range = ((bins.last?.highest ?? 0) - (bins.first?.lowest ?? 0)) * Self.unitsPerMetre
    guard range * range * Double(count) < 0x1p126 else { return .infinity }
    // Around the mean rounded down, so that nothing cancels; what wrapped around comes back.
    let mean = Int128(Double(nearest: sum) / Double(count))
    let about = squares &- 2 &* mean &* sum &+ Int128(count) &* mean &* mean
    let rest = Double(nearest: sum - mean * Int128(count))
    let sumOfSquares = Double(nearest: about) - rest * rest / Double(count)
    return (max(0, sumOfSquares) / Double(count - 1)).squareRoot() / Self.unitsPerMetre
  }

  /// Returns a quantile by linear interpolation between order statistics (R's type 7).
  private func quantile(_ part: Double) -> Double {
    let position = part * Double(count - 1)
    let below = Int(position)
    let (low, high) = (value(at: below), value(at: min(below + 1, count - 1)))
    return low + (position - Double(below)) * (high - low)
  }

  /// Returns the position of a rank from 0.
  private func value(at rank: Int) -> Double {
    var before = 0
    for bin in bins {
      if rank < before + bin.count {
        guard bin.count > 1 else { return bin.lowest }
        return bin.lowest
          + (bin.highest - bin.lowest) * (Double(rank - before) / Double(bin.count - 1))
      }
      before += bin.count
    }
    return .nan
  }
}
