/// Why bytes are not the values that they should be.
package enum PartError: Error, Equatable, CustomStringConvertible {
  /// The bytes end before the value does.
  case cutShort(at: Int)
  /// Bytes are left behind the last value.
  case bytesLeft(Int)
  /// The bytes at a position are not what is named, such as "a text".
  case unreadable(String, at: Int)
  /// A value cannot be true, such as a count below zero or columns of different lengths.
  case inconsistent(String)

  /// What was found.
  package var description: String {
    switch self {
    case .cutShort(let position): "the part ends at byte \(position), in the middle of a value"
    case .bytesLeft(let count): "\(count) bytes are left behind the last value of the part"
    case .unreadable(let expected, let position):
      "the bytes of the part from byte \(position) are not \(expected)"
    case .inconsistent(let found): "the part contradicts itself: \(found)"
    }
  }
}

extension PartError {
  /// Adds up counts, each at least zero.
  ///
  /// - Throws: ``inconsistent(_:)`` for more than ``PartDecoder/largestCount`` in all.
  package static func sum(of counts: some Sequence<Int>) throws(PartError) -> Int {
    var sum = 0
    for count in counts {
      sum += count
      if sum > PartDecoder.largestCount { throw .inconsistent("a sum of counts is too large") }
    }
    return sum
  }
}
