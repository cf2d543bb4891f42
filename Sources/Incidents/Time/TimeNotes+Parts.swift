package import Parts

extension TimeNotes: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode([
      withoutTime, withoutEnd, reversed, nonexistent, ambiguous, wholeDays, overWeek, overLongest,
    ])
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let counts = try part.counts()
    guard counts.count == 8 else { throw part.unreadable("what was noticed about windows") }
    self.init()
    (withoutTime, withoutEnd, reversed, nonexistent) = (counts[0], counts[1], counts[2], counts[3])
    (ambiguous, wholeDays, overWeek, overLongest) = (counts[4], counts[5], counts[6], counts[7])
  }
}
