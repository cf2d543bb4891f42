import GeoPackages

/// Tells by its first bytes what a file of incidents is, and opens it as text.
enum TextOrigin {
  /// Opens a file, or a part of one.
  ///
  /// - Parameters:
  ///   - part: The file or part.
  ///   - system: How coordinate systems are told; `nil` if only delimited text is wanted.
  /// - Returns: The file's text, or the text that its features or cells become.
  /// - Throws: ``IncidentError``.
  static func open(
    _ part: IncidentPart, features system: FeatureSystem?
  ) throws(IncidentError) -> any TextStream {
    switch part.content {
    case .sheet(let workbook, let sheet):
      return try SheetText(
        workbook, sheet, path: part.path, part.header, ofIncidents: system != nil)
    case .entry(let archive, let entry):
      return try open(system) { () throws(IncidentError) in try ByteStream(entry, of: archive) }
    case .file:
      if let unpacked = part.unpacked { return try open(unpacked, part.path, system) }
      if system != nil, let address = GeoPackageAddress(part.path), address.layer != nil {
        return try features(GeoPackageRows(address), part.path, system)
      }
      return try open(system) { () throws(IncidentError) in try ByteStream(path: part.path) }
    }
  }

  /// Opens a Shapefile or a GeoPackage that was unpacked.
  private static func open(
    _ unpacked: UnpackedPart, _ path: String, _ system: FeatureSystem?
  ) throws(IncidentError) -> any TextStream {
    let address = GeoPackageAddress(path)
    guard system != nil else {
      throw .notDelimitedText(
        path: path, kind: address == nil ? "a Shapefile" : "a GeoPackage or SQLite database")
    }
    guard let address else {
      return try features(
        PointRows(
          path: path, at: unpacked.location, rebuildsIndex: system?.rebuildsIndex ?? false),
        path, system)
    }
    return try features(
      GeoPackageRows(GeoPackageAddress(address, at: unpacked.location)), path, system)
  }

  private static func open(
    _ system: FeatureSystem?, _ openBytes: @escaping GeoJSONRows.Opening
  ) throws(IncidentError) -> any TextStream {
    let stream = try openBytes()
    guard let system else { return stream }
    let start = try stream.peek(atMost: 512)
    if stream.isFile && !stream.isCompressed {
      if start.starts(with: "SQLite format 3".utf8) {
        return try features(
          GeoPackageRows(GeoPackageAddress(file: stream.path)), stream.path, system)
      }
      if start.starts(with: [0x00, 0x00, 0x27, 0x0A]) {
        return try features(
          PointRows(path: stream.path, rebuildsIndex: system.rebuildsIndex), stream.path, system)
      }
    }
    guard isGeoJSON(start) else { return stream }
    return try features(
      GeoJSONRows(stream, again: openBytes, isSystemNamed: system.named != nil), stream.path,
      system, canRepeat: stream.canRepeat)
  }

  private static func features(
    _ rows: any FeatureRows, _ path: String, _ system: FeatureSystem?, canRepeat: Bool = true
  ) throws(IncidentError) -> FeatureText {
    try FeatureText(rows, path: path, canRepeat: canRepeat, system: system ?? FeatureSystem())
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
