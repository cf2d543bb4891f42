/// What makes two areas neighbours by their borders.
package enum ContiguityRule: String, Sendable, CaseIterable {
  /// A shared point is enough, as the queen moves in chess.
  case queen
  /// A shared stretch of border is needed, as the rook moves.
  case rook
}
