import GeoJSON

/// A chunk of GeoJSON features.
final class GeoJSONShare: FeatureShare {
  private let chunk: FeatureChunk
  private let columns: FeatureColumns

  /// Takes features with the columns that their properties have.
  init(_ chunk: FeatureChunk, _ columns: FeatureColumns) {
    self.chunk = chunk
    self.columns = columns
  }

  func fill(_ block: TextBlock, _: WantedColumns) throws(TextFault) -> Bool {
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
    block.hold(row, unlistedNames: writer.unlistedNames)
    return false
  }
}
