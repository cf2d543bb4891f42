/// Bands of how often something happened to one person or at one place, from once up without gaps.
///
///     RepeatBands.usual.names   // ["1", "2", "3-5", "6-9", "10+"]
public struct RepeatBands: Sendable, Equatable {
  /// The least number of incidents of each band: the first is 1, each is above the one before.
  public let lowest: [Int]

  /// The bands of the published assessments: 1, 2, 3 to 5, 6 to 9, 10 and more.
  public static let usual = RepeatBands(lowest: [1, 2, 3, 6, 10])

  private init(lowest: [Int]) { self.lowest = lowest }

  /// Reads bands as people write them, `1,2,3-5,6-9,10+`.
  ///
  /// They begin at 1, each begins where the one before ends, and the last is open, so that every unit
  /// is in exactly one.
  ///
  /// - Throws: ``RepeatBandsError``.
  public init(_ text: String) throws(RepeatBandsError) {
    var lowest: [Int] = []
    var isOpen = false
    var next = 1
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.filter { $0 != " " }
      if isOpen { throw .notLast(words: lowest[lowest.count - 1].description + "+") }
      let isLast = words.hasSuffix("+")
      let ends = (isLast ? words.dropLast() : words[...])
        .split(separator: "-", omittingEmptySubsequences: false)
        .map { $0.allSatisfy(\.isASCII) && $0.first?.isNumber == true ? Int($0) : nil }
      guard (1...(isLast ? 1 : 2)).contains(ends.count), let first = ends[0],
        let last = ends[ends.count - 1], first <= last, last < Self.highest
      else { throw .unreadable(String(words)) }
      guard first == next else { throw .gap(String(words), expected: next) }
      lowest.append(first)
      (next, isOpen) = (last + 1, isLast)
    }
    guard isOpen else { throw .closed(next - 1) }
    guard lowest.count <= Self.most else { throw .tooMany(lowest.count) }
    self.lowest = lowest
  }

  /// The most bands.
  public static let most = 40
  /// Numbers in bands are below this.
  private static let highest = 1_000_000_000

  /// Returns the position of the band of a number of incidents, which is 1 or more.
  ///
  /// - Complexity: O(log *b*) for *b* bands.
  package func band(of count: Int) -> Int {
    precondition(count >= 1, "RepeatBands: nothing is in no band")
    var (low, high) = (0, lowest.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if lowest[middle] <= count { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// What each band is called: `1`, `3-5`, `10+`.
  public var names: [String] {
    lowest.indices.map { band in
      guard band + 1 < lowest.count else { return "\(lowest[band])+" }
      let last = lowest[band + 1] - 1
      return last == lowest[band] ? "\(last)" : "\(lowest[band])-\(last)"
    }
  }
}

/// Why bands cannot be read.
public enum RepeatBandsError: Error, Equatable, CustomStringConvertible {
  /// A band that is not a number, two with a dash between them, or one with a plus behind it.
  case unreadable(String)
  /// A band that does not begin where the one before ends.
  case gap(String, expected: Int)
  /// An open band with others behind it.
  case notLast(words: String)
  /// The last band ends, so that larger numbers are in none.
  case closed(Int)
  /// More bands than anyone reads.
  case tooMany(Int)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .unreadable(let text):
      "'\(text)' is not a band: allowed are a number, as 2, two, as 3-5, and for the last an open one, "
        + "as 10+"
    case .gap(let text, let expected):
      "the band '\(text)' must begin with \(expected): each number of incidents from 1 on is in one "
        + "band"
    case .notLast(let words): "the band '\(words)' has no end, and others follow it"
    case .closed(let last):
      "the last band ends with \(last): it must be open, as \(last)+, so that every unit is in one"
    case .tooMany(let count): "\(count) bands are too many: at most \(RepeatBands.most) are allowed"
    }
  }
}
