extension TextBlock {
  /// Makes the rows ready to be read: turns features into rows, and finds the fields.
  ///
  /// This is the part of reading that needs nothing but the block, so that every worker does its
  /// own. Of a share of features it may be called several times; see ``hasMoreFeatures``.
  ///
  /// - Parameters:
  ///   - dialect: How the file separates fields and rows.
  ///   - columns: What is wanted of features.
  /// - Throws: ``TextFault`` for features that cannot be read.
  /// - Complexity: O(*n*) for *n* bytes.
  func prepare(_ dialect: Dialect, _ columns: WantedColumns) throws(TextFault) {
    unlistedNames = []
    if let share {
      ordinal += 1
      if try !share.fill(self, columns) { self.share = nil }
    }
    index(dialect: dialect)
  }

  /// Whether the share of features that the block has been given makes another block of rows.
  var hasMoreFeatures: Bool { share != nil }

  /// Takes features for ``prepare(_:_:)``, and their position in the file behind blocks of text.
  func take(_ share: any FeatureShare, ordinal: Int) {
    self.share = share
    // No share makes as many blocks.
    self.ordinal = ordinal << 32
  }

  /// Holds rows of comma-separated text.
  func hold(_ rows: FeatureRow, unlistedNames: [String]) {
    self.unlistedNames = unlistedNames
    while capacity < rows.bytes.count { grow(keeping: 0) }
    // Bound: the block has been made to hold that many.
    unsafe bytes.update(from: rows.bytes, count: rows.bytes.count)
    if rows.hasQuotes {
      indexQuoted(available: rows.bytes.count, dialect: Dialect())
    } else {
      holdPlain(length: rows.bytes.count)
    }
  }
}
