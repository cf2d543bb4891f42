/// Features of a file that follow each other, still unread.
///
/// A reader hands them out in the order of the file, and the worker that takes them turns them into
/// rows: much of the work of reading, which then several workers do at a time.
///
/// Used by one worker at a time.
protocol FeatureShare: AnyObject {
  /// Puts the next of the features into a block as rows, as many as belong into one.
  ///
  /// - Parameters:
  ///   - block: Receives them, in place of what it holds; its fields are found as well.
  ///   - columns: What is wanted of each feature. Of others a share may leave the fields empty.
  /// - Returns: Whether there are more.
  /// - Throws: ``TextFault``.
  func fill(_ block: TextBlock, _ columns: WantedColumns) throws(TextFault) -> Bool
}

/// Which columns of a file's features are wanted as fields.
struct WantedColumns: Sendable {
  /// Whether the coordinates are wanted as text too, and not only as numbers.
  let includesCoordinates: Bool
  /// The attributes that are wanted, by their positions among the attributes, in order.
  let attributes: [Int]
  /// Whether each attribute is wanted.
  let isWanted: [Bool]

  /// Names the columns by their positions among all, of which the first two are the coordinates.
  init(_ columns: [Int], of count: Int) {
    var isWanted = [Bool](repeating: false, count: max(2, count))
    for column in columns where column >= 0 && column < isWanted.count { isWanted[column] = true }
    includesCoordinates = isWanted[0] || isWanted[1]
    self.isWanted = Array(isWanted.dropFirst(2))
    attributes = self.isWanted.indices.filter { [wanted = self.isWanted] in wanted[$0] }
  }
}
