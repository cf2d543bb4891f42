import Boundaries
import Incidents
import Parts
import Synchronization

/// Parts in place of incident files: what was counted of the rows, pass by pass.
///
/// The files are checked at once and read again pass by pass, one after the other, so that memory does
/// not grow with their number.
package final class PartReplay: Sendable {
  /// The files of the parts.
  package let paths: [String]
  /// What they have in common.
  package let header: PartHeader
  /// The areas; `nil` where place does not matter.
  let areas: PartAreas?
  /// The files that were read, each once.
  let sources: [SourceFacts]
  /// Whether the boundary files are read for the outlines.
  package let readsBoundaries: Bool
  /// The files of parts with the same bytes, which may be of the same rows.
  package let copies: [(path: String, other: String)]
  private let passCount: Int
  private let next = Mutex(0)

  /// Checks that parts join.
  ///
  /// - Parameters:
  ///   - paths: The files of the parts.
  ///   - readsBoundaries: Whether the boundary files are read for the outlines.
  /// - Throws: ``PartFileError``.
  /// - Complexity: O(*n*) for *n* bytes.
  package init(_ paths: [String], readsBoundaries: Bool) throws(PartFileError) {
    precondition(!paths.isEmpty, "PartReplay: no parts")
    self.paths = paths
    self.readsBoundaries = readsBoundaries
    var check = PartCheck()
    for path in paths { try check.add(try PartFile(path: path)) }
    guard let first = check.first else { preconditionFailure("PartReplay: no parts") }
    header = first.header
    areas = first.areas
    passCount = first.passes.count
    copies = check.copies
    // By their names, so that the order of the parts does not matter.
    sources = check.sources.map { (facts: $0, bytes: PartEncoder.bytes(of: $0)) }.sorted {
      $0.bytes.lexicographicallyPrecedes($1.bytes)
    }.map(\.facts)
  }

  /// The boundary files in which the rows were counted.
  package var layerPaths: [String] { areas?.layers.map(\.path) ?? [] }

  /// Whether there is another pass over the rows.
  var hasNextPass: Bool { next.withLock { $0 < passCount } }

  /// Hands the next pass of each part over, part by part.
  ///
  /// - Parameter take: Receives the pass, and the place of each of its files among ``sources``.
  /// - Throws: ``PartFileError``, and what `take` throws.
  func replayNextPass(_ take: (_ pass: PartPass, _ files: [Int], _ path: String) throws -> Void)
    throws
  {
    let number = next.withLock { next in
      defer { next += 1 }
      return next
    }
    for path in paths {
      let part = try PartFile(path: path)
      guard part.header == header, number < part.passes.count else {
        throw PartFileError.damaged(path: path)
      }
      let pass = part.passes[number]
      try take(pass, pass.sources.compactMap { sources.firstIndex(of: $0) }, path)
    }
  }
}
