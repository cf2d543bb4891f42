import Dispatch
package import Geometry
import Glibc
import Synchronization

/// Areas merged with others of their group, so that borders inside a group are gone.
///
/// Neighbours of a file that tiles its ground share every vertex of their border. Such groups keep the
/// vertices of their rim as they are and get no others, so that a position lies in a merged area if and
/// only if it lies in one of its parts. Where areas of a group overlap, or their borders do not match
/// vertex for vertex, the ground that any of them covers is taken.
///
///     let boroughs = try MergedAreas.merge(lsoas, groups: [[0, 3], [1, 2]])
///     boroughs.areaCount    // 2
package enum MergedAreas {
  /// Merges the areas of each group.
  ///
  /// The corresponding C functions are `GEOSCoverageUnion_r` and, where that finds no coverage,
  /// `GEOSUnaryUnion_r`. Results have the canonical order of GEOS, whatever the number of threads.
  ///
  /// - Parameters:
  ///   - outlines: Valid areas.
  ///   - groups: The positions of the areas of each group; none is empty.
  /// - Returns: One area for each group, in their order.
  /// - Throws: ``TopologyError`` as for ``LayerTopology``, of the first group that has one.
  /// - Complexity: O(*n* log *n*) for *n* vertices; groups are shared out to the processors.
  package static func merge(
    _ outlines: OutlineTable, groups: [[Int]]
  ) throws(TopologyError) -> OutlineTable {
    let threads = max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), groups.count))
    let made = Mutex([Result<OutlineTable, TopologyError>?](repeating: nil, count: threads))
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let own = groups.count * thread / threads..<groups.count * (thread + 1) / threads
      let result = Result { () throws(TopologyError) in try merge(outlines, groups[own]) }
      made.withLock { $0[thread] = result }
    }
    var merged = OutlineTable()
    for case let part? in made.withLock(\.self) { merged.append(contentsOf: try part.get()) }
    return merged
  }

  private static func merge(
    _ outlines: OutlineTable, _ groups: ArraySlice<[Int]>
  ) throws(TopologyError) -> OutlineTable {
    let context = GEOSContext()
    var merged = OutlineTable()
    for group in groups {
      guard group.count > 1 else {
        merged.appendArea(group[0], of: outlines)
        continue
      }
      var parts: [GEOSGeometry] = []
      for area in group {
        parts.append(try GEOSGeometry(area: area, of: outlines, in: context))
      }
      let ground = try ground(of: parts, in: context)
      ground.normalise()
      ground.appendArea(to: &merged)
    }
    return merged
  }

  private static func ground(
    of parts: [GEOSGeometry], in context: GEOSContext
  ) throws(TopologyError) -> GEOSGeometry {
    if let coverage = try coverage(of: parts, in: context) { return coverage }
    return try GEOSGeometry.union(of: parts, in: context)
  }

  /// Returns the union of areas that tile their ground; `nil` if they do not.
  ///
  /// GEOS does not promise to notice if they overlap, so that its result must be valid and as large as
  /// its parts together. Sums of some hundred areas agree to a few units in the last place of a double.
  private static func coverage(
    of parts: [GEOSGeometry], in context: GEOSContext
  ) throws(TopologyError) -> GEOSGeometry? {
    guard let union = try GEOSGeometry.coverageUnion(of: parts, in: context) else { return nil }
    let sum = parts.reduce(0) { $0 + $1.area }
    guard abs(union.area - sum) <= 1e-12 * sum, try union.validityFault() == nil else { return nil }
    return union
  }
}
