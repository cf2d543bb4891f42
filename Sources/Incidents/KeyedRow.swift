/// A row that counts unless an earlier one has its key.
struct KeyedRow: Sendable {
  var key: FieldKey
  /// The row in its block.
  var row: Int
  /// Where it is in the batch; `nil` if it is not, because it cannot be placed.
  var position: Int?
  /// Why it cannot be placed; `nil` if it can.
  var unplaced: RowReason?
}
