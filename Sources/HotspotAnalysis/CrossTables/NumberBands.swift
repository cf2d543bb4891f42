/// Bands of numbers, such as ages under 18, 18 to 24, 25 to 34, and 35 and over.
///
/// A number equal to a bound belongs to the band that begins there.
public struct NumberBands: Sendable, Equatable {
  /// Where bands begin, ascending; below the first is a band of its own.
  public let bounds: [Double]

  /// Creates the bands between bounds; fails unless there is a bound, and each is a number above the
  /// one before.
  public init?(bounds: [Double]) {
    guard !bounds.isEmpty, bounds.allSatisfy(\.isFinite),
      zip(bounds, bounds.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    self.bounds = bounds
  }

  /// What the bands are called, from the lowest: `under 18`, `18-24`, `35 and over`; of bounds that
  /// are not all whole, `under 0.5`, `0.5 to under 2`, `2 and over`.
  package var names: [String] {
    let texts = bounds.map(Self.text)
    let isWhole = bounds.allSatisfy { $0 == $0.rounded() }
    let between = bounds.indices.dropLast().map { place in
      guard isWhole else { return "\(texts[place]) to under \(texts[place + 1])" }
      let last = Self.text(bounds[place + 1] - 1)
      return last == texts[place] ? last : "\(texts[place])-\(last)"
    }
    return ["under \(texts[0])"] + between + ["\(texts[texts.count - 1]) and over"]
  }

  /// Returns the position of the band that a number lies in.
  package func band(of number: Double) -> Int {
    bounds.firstIndex { number < $0 } ?? bounds.count
  }

  /// Returns a number as it is typed: `18`, not `18.0`.
  private static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
