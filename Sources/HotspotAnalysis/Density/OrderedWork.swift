/// Work in numbered pieces, done by several threads, with results in the order of the pieces.
package enum OrderedWork {
  /// Returns the result of each piece, in their order.
  ///
  /// The pieces are the same for any number of threads, and so are the results.
  ///
  /// - Parameters:
  ///   - pieces: The number of pieces.
  ///   - threads: How many are worked on at a time.
  ///   - work: What is done with the number of a piece.
  /// - Returns: The results, in the order of the pieces.
  package static func map<Result: Sendable>(
    pieces: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Result
  ) async -> [Result] {
    if threads <= 1 || pieces <= 1 { return (0..<pieces).map(work) }
    return await withTaskGroup(of: (piece: Int, result: Result).self) { group in
      var results = [Result?](repeating: nil, count: pieces)
      var next = min(threads, pieces)
      for piece in 0..<next { group.addTask { (piece, work(piece)) } }
      while let done = await group.next() {
        results[done.piece] = done.result
        if next < pieces {
          let piece = next
          group.addTask { (piece, work(piece)) }
          next += 1
        }
      }
      return results.compactMap(\.self)
    }
  }

  /// Returns the ranges that cut a number of things into pieces of one size.
  package static func ranges(of count: Int, size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
  }
}
