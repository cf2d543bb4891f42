package import Tables

/// Writes a table as GeoJSON features, one on each line, for programs that read line by line.
///
/// A feature is the same as in a collection; without the collection there is no place to name
/// another coordinate system, so readers take WGS 84 (newline-delimited GeoJSON, GeoJSONL).
package struct GeoJSONLinesWriter: Sendable {
  /// Decimals of the coordinates.
  package var decimals = 7
  /// How many threads may make the text, which is the same for any number.
  package var threads = 1

  /// Creates a writer.
  package init() {}

  /// Writes a table whose geometry is already in the system of the file.
  ///
  /// - Throws: ``OutputError``.
  package func write(_ table: FeatureTable, to file: OutputFile) throws(OutputError) {
    var writer = GeoJSONWriter()
    writer.decimals = decimals
    writer.threads = threads
    writer.isCollection = false
    try writer.write(table, to: file)
  }
}
