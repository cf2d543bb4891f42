/// Where cells stand in an ascending list of them, found without hashing.
///
/// Every incident is looked up, and most lie in no cell of the list: a bit for each cell from the first to
/// the last stays in the processor's cache, where a dictionary does not.
struct CellPositions: Sendable, Equatable {
  private let cells: [Int]
  /// A bit for each cell from the first on; none where there would be too many.
  private var words: [UInt64] = []
  /// How many cells of the list are before each word.
  private var before: [Int32] = []

  /// The most words: 64 million cells in twelve megabytes.
  private static let mostWords = 1 << 20

  /// Takes a list.
  ///
  /// - Parameter cells: Different cells, ascending.
  init(_ cells: [Int]) {
    self.cells = cells
    guard let first = cells.first, let last = cells.last else { return }
    let count = (last - first) / 64 + 1
    guard count <= Self.mostWords else { return }
    words = [UInt64](repeating: 0, count: count)
    for cell in cells { words[(cell - first) / 64] |= 1 << UInt64((cell - first) % 64) }
    before.reserveCapacity(count)
    var sum = 0
    for word in words {
      before.append(Int32(truncatingIfNeeded: sum))
      sum += word.nonzeroBitCount
    }
  }

  /// The position of a cell; `nil` for one that is not in the list.
  ///
  /// - Complexity: O(1); O(log *m*) for *m* cells that lie very far from each other.
  subscript(cell: Int) -> Int? {
    guard let first = cells.first else { return nil }
    if words.isEmpty { return search(cell) }
    let place = cell &- first
    guard place >= 0, place >> 6 < words.count else { return nil }
    let (word, bit) = (words[place >> 6], UInt64(1) << UInt64(place & 63))
    guard word & bit != 0 else { return nil }
    return Int(before[place >> 6]) + (word & (bit - 1)).nonzeroBitCount
  }

  private func search(_ cell: Int) -> Int? {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle] < cell { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low] == cell ? low : nil
  }
}
