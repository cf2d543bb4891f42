/// Work in numbered pieces and how their results are joined: the same whether threads share it or not.
struct PiecedWork<Piece: Sendable, Result: Sendable>: Sendable {
  /// The number of pieces.
  let pieces: Int
  /// What is done with the number of a piece.
  let work: @Sendable (Int) -> Piece
  /// Makes the result of the pieces, in their order.
  let join: @Sendable ([Piece]) -> Result

  /// Does the work with several threads.
  func done(threads: Int) async -> Result {
    join(await OrderedWork.map(pieces: pieces, threads: threads, work))
  }

  /// Does the work at once, for who is called by a thread of many.
  func done() -> Result { join((0..<pieces).map(work)) }
}
