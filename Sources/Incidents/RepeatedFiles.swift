import Archives
import Shapefiles

/// Finds files of one dataset that hold the same rows.
package enum RepeatedFiles {
  /// Returns the first file that holds the same rows as an earlier one.
  ///
  /// Files are the same where their bytes are, decompressed, whatever their names; layers of one
  /// GeoPackage are not, and of a Shapefile the attributes count too. Two files without rows are
  /// not the same: months without incidents are alike.
  ///
  /// - Parameters:
  ///   - parts: The files and parts, in the order of the options. What is no file, such as a pipe,
  ///     is passed over, because it can be read only once.
  ///   - features: How the systems of features are told.
  /// - Returns: The names of both as they were typed; `nil` if all differ.
  /// - Throws: ``IncidentError`` where a file cannot be read.
  /// - Complexity: Files of different sizes are not read. Of those that are compressed, the
  ///   beginning is; two files are compared up to their first difference.
  package static func first(
    among parts: [IncidentPart], features: FeatureSystem
  ) throws(IncidentError) -> (first: String, second: String)? {
    guard parts.count > 1 else { return nil }
    var files: [File] = []
    for part in parts {
      guard let file = try File(part) else { continue }
      for earlier in files where try earlier.equals(file) && holdsRows(part, features) {
        return (earlier.part.path, part.path)
      }
      files.append(file)
    }
    return nil
  }

  /// Returns a street-level file of data.police.uk beside a file of outcomes, which tells of the
  /// same incidents; `nil` if there are not both.
  package static func outcomesBesideStreet(
    among paths: [String]
  ) -> (street: String, outcomes: String)? {
    func first(_ ending: String) -> String? {
      paths.first { path in
        let name = path.lowercased()
        return name.hasSuffix(ending) || name.hasSuffix("\(ending).gz")
      }
    }
    guard let street = first("-street.csv"), let outcomes = first("-outcomes.csv") else {
      return nil
    }
    return (street, outcomes)
  }

  // MARK: -

  private struct File {
    let part: IncidentPart
    /// The layer of a GeoPackage or the sheet of a workbook, where one is named.
    let layer: String?
    let size: Int
    /// The checksum of the bytes, where an archive has it.
    let checksum: UInt32?
    let isCompressed: Bool
    /// The decompressed bytes at the beginning, of a compressed file.
    let start: [UInt8]

    /// Looks at a file; nil for what is none.
    init?(_ part: IncidentPart) throws(IncidentError) {
      self.part = part
      switch part.content {
      case .entry(_, let entry):
        (size, checksum, layer) = (entry.size, entry.checksum, nil)
      case .file, .sheet:
        layer = part.layer
        checksum = nil
        guard part.path != "-", let size = ByteStream.size(ofFile: part.location) else {
          return nil
        }
        self.size = size
      }
      let stream = try part.openBytes()
      isCompressed = stream.isCompressed
      start = isCompressed ? try stream.bytes(atMost: RepeatedFiles.blockSize) : []
    }

    func equals(_ other: File) throws(IncidentError) -> Bool {
      if let layer, let otherLayer = other.layer, layer != otherLayer { return false }
      if !isCompressed && !other.isCompressed && size != other.size { return false }
      if size == other.size, let checksum, let otherChecksum = other.checksum,
        checksum != otherChecksum, !isCompressed && !other.isCompressed
      {
        return false
      }
      if isCompressed && other.isCompressed && start != other.start { return false }
      guard try RepeatedFiles.haveSameBytes(part, other.part) else { return false }
      switch (attributes, other.attributes) {
      case (nil, nil): return true
      case (let mine?, let others?):
        return try RepeatedFiles.haveSameBytes(IncidentPart(path: mine), IncidentPart(path: others))
      default: return false
      }
    }

    /// The attributes of a Shapefile.
    private var attributes: String? {
      part.path.lowercased().hasSuffix(".shp") && part.isFile
        ? ShapefilePaths(part.location).existing("dbf") : nil
    }
  }

  private static let blockSize = 1 << 16

  private static func haveSameBytes(
    _ first: IncidentPart, _ second: IncidentPart
  ) throws(IncidentError) -> Bool {
    if first.path == second.path { return true }
    let (one, other) = (try first.openBytes(), try second.openBytes())
    while true {
      let bytes = try one.bytes(atMost: blockSize)
      if try bytes != other.bytes(atMost: blockSize) { return false }
      if bytes.count < blockSize { return true }
    }
  }

  /// Returns whether a file has a row behind its header.
  ///
  /// What cannot be read is told when it is read.
  private static func holdsRows(_ part: IncidentPart, _ features: FeatureSystem) -> Bool {
    do {
      let reader = try TextReader(part: part, features: features)
      let block = TextBlock(capacity: TextReader.blockSize)
      while try reader.fillReady(block, WantedColumns([], of: reader.header.count)) {
        if (0..<block.rowCount).contains(where: { block.fieldCount(ofRow: $0) > 0 }) { return true }
      }
    } catch {}
    return false
  }
}
