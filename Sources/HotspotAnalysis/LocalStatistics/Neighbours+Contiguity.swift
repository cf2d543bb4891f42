package import Geometry

extension Neighbours {
  /// Finds the areas that share a border, from their outlines.
  ///
  /// Without a tolerance two areas share what they have the same vertices for: one vertex makes
  /// them neighbours by the queen's rule, one edge (two vertices that follow each other in both
  /// outlines) by the rook's. That is right for layers whose borders were drawn once, as
  /// statistical and administrative ones are, and it is how PySAL, GeoDa and spdep see them.
  ///
  /// Where a vertex of one area lies on an edge of another that has no vertex there, where borders
  /// were drawn twice, and where areas overlap, give a tolerance: then the borders of neighbours
  /// also are those that come within it of each other (queen), or that keep within it along a
  /// stretch longer than it (rook). An area that lies inside another without coming near its
  /// border is still no neighbour.
  ///
  ///     let neighbours = Neighbours.contiguity(of: wards.outlines)
  ///     neighbours.degree(of: 0)       // 6
  ///
  /// - Parameters:
  ///   - outlines: The areas; one without an outline has no neighbour.
  ///   - rule: What makes two areas neighbours.
  ///   - tolerance: How far borders may be apart, in the units of the coordinates; not negative;
  ///     nil looks at vertices alone. With 0 a vertex must lie on an edge to the last bit, which few
  ///     do: a centimetre or a metre is what helps.
  /// - Returns: The neighbours, in the order of the areas.
  /// - Complexity: O(*v* + *m* log *m*) for *v* vertices and *m* pairs without a tolerance, provided
  ///   that few areas meet in a vertex; with one, each pair of areas whose boxes meet costs a sort of
  ///   their edges in both boxes.
  package static func contiguity(
    of outlines: OutlineTable, rule: ContiguityRule = .queen, tolerance: Double? = nil
  ) -> Neighbours {
    precondition(tolerance ?? 0 >= 0, "Neighbours.contiguity: a negative tolerance")
    let shared = sharedParts(of: outlines, rule: rule)
    guard let tolerance else { return shared }
    let touching = TouchingBorders(of: outlines, rule: rule, tolerance: tolerance)
      .pairs(besides: shared)
    guard !touching.isEmpty else { return shared }
    let known = (0..<shared.count).flatMap { place in
      shared[place].lazy.filter { $0 < place }.map { (place, Int($0)) }
    }
    return Neighbours(pairs: known + touching, count: shared.count)
  }

  /// Finds the areas that share vertices, or edges between the same vertices.
  private static func sharedParts(
    of outlines: OutlineTable, rule: ContiguityRule
  ) -> Neighbours {
    let count = outlines.areaCount
    var vertices = SharedParts(capacity: outlines.vertexCount)
    var edges = SharedParts(capacity: rule == .rook ? outlines.vertexCount : 0)
    // The last area for which each area was noted, so that each pair is noted once.
    var notedFor = [Int32](repeating: -1, count: count)
    var starts = [0]
    var earlier: [Int32] = []
    starts.reserveCapacity(count + 1)
    earlier.reserveCapacity(4 * count)
    for area in 0..<count {
      let number = Int32(area)
      let note = { (other: Int32) in
        guard notedFor[Int(other)] != number else { return }
        notedFor[Int(other)] = number
        earlier.append(other)
      }
      for ring in outlines.rings(ofArea: area) {
        var before = -1
        for vertex in outlines.vertices(ofRing: ring) {
          // Adding zero makes -0 and 0 the same bits, as they are the same place.
          let part = vertices.part(
            (outlines.x[vertex] + 0).bitPattern, (outlines.y[vertex] + 0).bitPattern)
          switch rule {
          case .queen: vertices.enter(number, part: part, found: note)
          case .rook where before >= 0 && before != part:
            let edge = edges.part(UInt64(min(before, part)), UInt64(max(before, part)))
            edges.enter(number, part: edge, found: note)
          case .rook: break
          }
          before = part
        }
      }
      earlier[starts[area]...].sort()
      starts.append(earlier.count)
    }
    return Neighbours(earlierStarts: starts, earlier: earlier)
  }
}
