import GeoJSON

extension TextBlock {
  /// Makes the rows ready to be read: turns features into rows, and finds the fields.
  ///
  /// This is the part of reading that needs nothing but the block, so that every worker does its
  /// own.
  ///
  /// - Parameters:
  ///   - dialect: How the file separates fields and rows.
  ///   - columns: The columns of features, where the file has some.
  /// - Throws: ``TextFault/failure(_:)`` for features that cannot be read.
  /// - Complexity: O(*n*) for *n* bytes.
  func prepare(_ dialect: Dialect, features columns: FeatureColumns?) throws(TextFault) {
    unlistedNames = []
    if let chunk, let columns {
      self.chunk = nil
      try write(chunk, columns, dialect)
    }
    index(dialect: dialect)
  }

  private func write(
    _ chunk: FeatureChunk, _ columns: FeatureColumns, _ dialect: Dialect
  ) throws(TextFault) {
    var row = FeatureRow()
    row.reserveCapacity(chunk.byteCount)
    var writer = FeatureWriter(columns)
    var feature = GeoJSONFeature()
    let reader = GeoJSONReader(chunk)
    do throws(GeoJSONError) {
      while try reader.next(&feature) { writer.append(feature, to: &row) }
    } catch {
      throw .failure(.geoJSON(error))
    }
    unlistedNames = writer.unlistedNames
    while capacity < row.bytes.count { grow(keeping: 0) }
    // Bound: the block has been made to hold that many.
    unsafe bytes.update(from: row.bytes, count: row.bytes.count)
    if row.hasQuotes {
      indexQuoted(available: row.bytes.count, dialect: dialect)
    } else {
      holdPlain(length: row.bytes.count)
    }
  }
}
