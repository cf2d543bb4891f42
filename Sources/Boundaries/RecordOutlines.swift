import Geometry
import Topology

/// Makes polygons of the rings of records, and notes which of them GEOS must look at.
///
/// Most outlines keep away from themselves: for these the rings are sorted into each other, and
/// that is all. Only where edges meet, or parts lie in each other, the outline may not be valid;
/// then GEOS decides, and rings that cross each other are sorted by ``CrossingRings``.
struct RecordOutlines {
  /// The polygons of a record.
  struct Outline {
    /// Polygons with their outer ring first; they may overlap when the outline is faulty.
    var polygons: [[[Point]]]
    /// Whether the outline is not valid, and ``OutlineMending`` must find the ground that it means.
    var isFaulty = false
    /// Whether a ring is another kind of ring than the file says.
    var isRearranged = false
  }

  /// Why an outline is none.
  struct Fault: Error {
    let reason: String
  }

  /// Whether nothing but their direction says which rings are holes.
  let isLoose: Bool
  private var meetings = EdgeMeetings()

  /// How often edges of an outline that is not valid may meet.
  ///
  /// `GEOSMakeValid_r` takes time that grows with the square of the crossings: 1.6 s for 2,500 and
  /// 17 s for 10,000 on an Intel Xeon (GEOS 3.11).
  private static let mostMeetings = 10_000

  /// Prepares to make polygons.
  ///
  /// - Parameter isLoose: Whether the rings of a record lie in one group, where holes run in the
  ///   other direction than outer rings; else each group is a polygon, its outer ring first.
  init(isLoose: Bool) { self.isLoose = isLoose }

  /// Makes the polygons of a record from flat coordinates.
  ///
  /// - Parameters:
  ///   - groups: The record's rings, by the polygons that the file names.
  ///   - x: The eastings of the same rings, among others.
  ///   - y: Their northings.
  ///   - ringStarts: The first vertex of each of the record's rings, and the end of the last.
  /// - Returns: The polygons.
  /// - Throws: ``Fault`` for an outline that meets itself so often that it encloses nothing in
  ///   particular.
  /// - Complexity: O(*n*) for *n* vertices of one ring that keeps away from itself; O(*n* log *n*)
  ///   and O(*m* *n*) for *m* rings that are sorted into each other.
  mutating func outline(
    _ groups: [[[Point]]], x: [Double], y: [Double], ringStarts: ArraySlice<Int>
  ) throws(Fault) -> Outline {
    let meets = meetings.count(x: x, y: y, ringStarts: ringStarts, limit: 1) > 0
    let sorted = groups.map(groupRings)
    var outline = Outline(polygons: Array(sorted.joined()))
    outline.isRearranged = isRearranged(groups, as: sorted)
    guard meets || (groups.count > 1 && anyLiesInAnother(outline.polygons)) else { return outline }
    do {
      guard try !isValid(outline.polygons) else { return outline }
    } catch {
      throw Fault(reason: "its outline cannot be used: \(error.description)")
    }
    outline.isFaulty = true
    let limit = Self.mostMeetings
    if meetings.count(x: x, y: y, ringStarts: ringStarts, limit: limit) == limit {
      throw Fault(
        reason: "its edges cross or touch each other \(limit) times or more, which no outline does")
    }
    do {
      var polygons: [[[Point]]] = []
      for group in groups {
        polygons +=
          group.count == 1 ? [group] : try CrossingRings.group(group, isHole: saysHole(group))
      }
      outline.polygons = polygons
      return outline
    } catch {
      throw Fault(reason: "its outline cannot be used: \(error.description)")
    }
  }

  // MARK: -

  private func isValid(_ polygons: [[[Point]]]) throws(TopologyError) -> Bool {
    var outlines = OutlineTable()
    outlines.appendArea(polygons)
    return try InvalidArea.all(in: outlines).isEmpty
  }

  /// Returns what the file says of each ring of a group: that it is a hole, or not.
  ///
  /// In a loose group holes are the rings that run against the largest one, which is one for sure.
  private func saysHole(_ group: [[Point]]) -> [Bool] {
    guard isLoose else { return group.indices.map { $0 > 0 } }
    let areas = group.map(signedRingArea)
    let largest = areas.max { abs($0) < abs($1) } ?? 0
    return areas.map { $0 * largest < 0 }
  }

  /// Returns whether a ring came to be another kind of ring than the file says.
  private func isRearranged(_ groups: [[[Point]]], as sorted: [[[[Point]]]]) -> Bool {
    zip(groups, sorted).contains { group, polygons in
      if group.count == 1 { return false }
      guard isLoose else { return polygons.count > 1 || polygons.first?.first != group.first }
      let directions = polygons.map { rings in rings.map { signedRingArea($0) > 0 } }
      return directions.contains { $0.dropFirst().contains($0[0]) || $0[0] != directions[0][0] }
    }
  }

  /// Returns whether a polygon lies on the ground of another, where no edges meet.
  ///
  /// - Complexity: O(*m*²) for *m* polygons, and O(*n*) for *n* vertices for each pair of which one
  ///   lies in the rectangle around the other.
  private func anyLiesInAnother(_ polygons: [[[Point]]]) -> Bool {
    let boxes = polygons.map { $0[0].reduce(into: Box.empty) { $0.formUnion(x: $1.x, y: $1.y) } }
    return polygons.indices.contains { outer in
      polygons.indices.contains { inner in
        outer != inner && boxes[outer].contains(boxes[inner])
          && polygons[outer].count { RingSide(of: polygons[inner][0][0], in: $0) != .outside } % 2
            == 1
      }
    }
  }
}
