import FoundationEssentials
package import Interchange
import Parts

/// What was counted of some of the rows, in a file: a part, which joins with the parts of the other rows
/// to what one run over all rows finds.
///
/// The file begins with `hotspots part`, a line feed, and the number of the format; then come the
/// SHA-256 of all that follows, and what follows.
package struct PartFile: Sendable {
  /// Where it is.
  package let path: String
  /// What must be the same of parts that are joined.
  package let header: PartHeader
  /// The areas; `nil` where place does not matter.
  let areas: PartAreas?
  /// The passes over the rows, in their order.
  let passes: [PartPass]
  /// The SHA-256 of what it holds; empty before it is written.
  private(set) var digest: [UInt8] = []

  /// Describes a part of which the rows have been counted.
  ///
  /// - Parameters:
  ///   - path: Where it is going to be.
  ///   - header: What was asked for.
  ///   - passes: The passes over the rows.
  package init(path: String, header: PartHeader, passes: [PartPass]) {
    self.init(path: path, header: header, areas: passes.first?.areas, passes: passes)
  }

  /// Describes a part.
  init(path: String, header: PartHeader, areas: PartAreas?, passes: [PartPass]) {
    self.path = path
    self.header = header
    self.areas = areas
    self.passes = passes
  }

  private static let magic = Array("hotspots part\n".utf8)
  /// The number of the format, which changes with what a part holds.
  private static let format: UInt8 = 1

  /// Reads a part.
  ///
  /// - Throws: ``PartFileError``.
  package init(path: String) throws(PartFileError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path, isMissing: !FileManager.default.fileExists(atPath: path))
    }
    let bytes = [UInt8](data)
    guard bytes.starts(with: Self.magic), bytes.count > Self.magic.count else {
      throw .notAPart(path: path)
    }
    guard bytes[Self.magic.count] == Self.format else { throw .otherFormat(path: path) }
    let payload = Array(bytes.dropFirst(Self.magic.count + 1))
    let digest = RunningDigest()
    digest.update(Array(payload.dropFirst(32)))
    guard payload.count >= 32, Array(payload.prefix(32)) == digest.bytes else {
      throw .damaged(path: path)
    }
    do throws(PartError) {
      var decoder = PartDecoder(Array(payload.dropFirst(32)))
      let header: PartHeader = try decoder.decode()
      // What follows is another version's to read.
      guard header.version == Release.version else {
        self.init(path: path, header: header, areas: nil, passes: [])
        return
      }
      self.init(
        path: path, header: header, areas: try decoder.decode(), passes: try decoder.decode())
      try decoder.finish()
      self.digest = Array(payload.prefix(32))
    } catch {
      throw .damaged(path: path)
    }
  }

  /// Writes the part; the file appears when it is complete.
  ///
  /// - Throws: ``Interchange/OutputError``.
  /// - Returns: Its size in bytes.
  package func write() throws(OutputError) -> Int {
    var encoder = PartEncoder()
    encoder.encode(header)
    encoder.encode(areas)
    encoder.encode(passes)
    let digest = RunningDigest()
    digest.update(encoder.bytes)
    let bytes = Self.magic + [Self.format] + digest.bytes + encoder.bytes
    try OutputFile.write(bytes, to: path)
    return bytes.count
  }
}
