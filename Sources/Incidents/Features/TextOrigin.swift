import GeoPackages

/// Tells by its first bytes what a file of incidents is, and opens it as text.
enum TextOrigin {
  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file, `FILE.gpkg:LAYER`, or `-` for standard input.
  ///   - system: How coordinate systems are told; nil where only delimited text is wanted.
  /// - Returns: The file's text, or the text that its features become.
  /// - Throws: ``IncidentError``.
  static func open(
    _ path: String, features system: FeatureSystem?
  ) throws(IncidentError) -> any TextStream {
    guard let system else { return try ByteStream(path: path) }
    if let address = GeoPackageAddress(path), address.layer != nil {
      return try FeatureText(
        GeoPackageRows(address), path: path, canRepeat: true, system: system)
    }
    let stream = try ByteStream(path: path)
    let start = try stream.peek(atMost: 512)
    if stream.canRepeat && !stream.isCompressed {
      if start.starts(with: "SQLite format 3".utf8) {
        return try FeatureText(
          GeoPackageRows(GeoPackageAddress(file: path)), path: path, canRepeat: true,
          system: system)
      }
      if start.starts(with: [0x00, 0x00, 0x27, 0x0A]) {
        return try FeatureText(
          PointRows(path: path), path: path, canRepeat: true, system: system)
      }
    }
    guard isGeoJSON(start) else { return stream }
    return try FeatureText(
      GeoJSONRows(stream), path: stream.path, canRepeat: stream.canRepeat, system: system)
  }

  /// Returns whether text begins as an object of JSON, perhaps behind a byte-order mark or the
  /// separator of text sequences.
  private static func isGeoJSON(_ start: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = start.starts(with: mark) ? start.dropFirst(mark.count) : start[...]
    let blanks: Set<UInt8> = [0x1E, 0x20, 0x09, 0x0A, 0x0D]
    return text.first { !blanks.contains($0) } == UInt8(ascii: "{")
  }
}
