package import Parts

extension PlacementTally: PartCodable {
  /// The rows that got as far as being assigned, by where they went.
  package var rows: [Int] { [assigned, outsideAreas, outsideAreaOfUse, codeUnknown, unplaced] }

  package func encode(into part: inout PartEncoder) {
    part.encode([
      assigned, outsideAreas, outsideAreaOfUse, onEdge, ambiguous, snapped, nearBorder,
      assignedByCode, codeUnknown, unplaced, incidents.assigned, incidents.outside,
      incidents.unplaced,
    ])
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let counts = try part.counts()
    guard counts.count == 13 else { throw part.unreadable("how incidents were assigned") }
    self.init()
    (assigned, outsideAreas, outsideAreaOfUse) = (counts[0], counts[1], counts[2])
    (onEdge, ambiguous, snapped, nearBorder) = (counts[3], counts[4], counts[5], counts[6])
    (assignedByCode, codeUnknown, unplaced) = (counts[7], counts[8], counts[9])
    (incidents.assigned, incidents.outside, incidents.unplaced) = (
      counts[10], counts[11], counts[12]
    )
    _ = try PartError.sum(of: counts)
  }
}
