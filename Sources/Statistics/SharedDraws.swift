/// Draws of values from all places but one, moved on from place to place.
///
/// A draw is a list of positions among the other places. Going on from place *i* to *i* + 1 the list
/// of other places changes in one position only, *i*, which now holds the value of place *i*
/// and not that of *i* + 1; so only draws that hold that position are summed again. Each draw's
/// partial sums are kept, one for each sample size, and are always added up from the first value:
/// they do not depend on the places visited before.
struct SharedDraws {
  private let values: [Double]
  private let size: Int
  private let count: Int
  /// The position of each draw, draw after draw.
  private var positions: [Int32] = []
  /// Where the entries of each position begin in `entries`, and their number at the end.
  private var entryStarts: [Int]
  /// The indices into `positions` that hold each position.
  private var entries: [Int32]
  /// The values of all places but the current one.
  private var others: [Double]
  /// The partial sums: for each sample size from 1, one for each draw.
  private var sums: [Double]
  private var place = 0

  /// Makes draws, for the first place.
  ///
  /// - Parameters:
  ///   - values: The values of all places.
  ///   - size: The most values a draw must hold; less than the number of places, or 0.
  ///   - count: The number of draws.
  ///   - generator: The source of the draws.
  init(values: [Double], size: Int, count: Int, generator: SplitMix64) {
    self.values = values
    self.size = size
    self.count = count
    others = Array(values.dropFirst())
    sums = [Double](repeating: 0, count: size * count)
    positions.reserveCapacity(size * count)
    var generator = generator
    // The beginning of a shuffle is a sample without replacement, whatever order it starts from.
    var shuffled = others.indices.map { Int32($0) }
    for _ in 0..<count {
      for position in 0..<size {
        let chosen = position + generator.nextIndex(below: shuffled.count - position)
        shuffled.swapAt(position, chosen)
        positions.append(shuffled[position])
      }
    }
    entryStarts = [Int](repeating: 0, count: others.count + 1)
    for position in positions { entryStarts[Int(position) + 1] += 1 }
    for position in others.indices { entryStarts[position + 1] += entryStarts[position] }
    entries = [Int32](repeating: 0, count: positions.count)
    var next = entryStarts
    for (entry, position) in positions.enumerated() {
      entries[next[Int(position)]] = Int32(entry)
      next[Int(position)] += 1
    }
    if size > 0 { for draw in 0..<count { addUp(draw, from: 0) } }
  }

  /// Leaves out another place, at or after the one left out now.
  mutating func moveOn(to next: Int) {
    while place < next {
      others[place] = values[place]
      for index in entryStarts[place]..<entryStarts[place + 1] {
        let entry = Int(entries[index])
        addUp(entry / size, from: entry % size)
      }
      place += 1
    }
  }

  /// Counts the draws of a sample size on either side of a sum.
  func tail(size: Int, reaching sum: ObservedSum) -> PermutationTail {
    guard size > 0 else { return PermutationTail(count: count, atLeast: count, atMost: count) }
    let first = (size - 1) * count
    var atLeast = 0
    var atMost = 0
    let drawn = sums.span.extracting(first..<first + count)
    for draw in drawn.indices {
      atLeast += drawn[draw] >= sum.low ? 1 : 0
      atMost += drawn[draw] <= sum.high ? 1 : 0
    }
    return PermutationTail(count: count, atLeast: atLeast, atMost: atMost)
  }

  /// Adds up a draw again from one of its values on.
  private mutating func addUp(_ draw: Int, from first: Int) {
    var sum = first == 0 ? 0 : sums[(first - 1) * count + draw]
    for position in first..<size {
      sum += others[Int(positions[draw * size + position])]
      sums[position * count + draw] = sum
    }
  }
}
