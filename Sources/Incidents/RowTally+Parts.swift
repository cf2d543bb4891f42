package import Parts

extension RowTally: PartCodable {
  /// The most rows that are believed to have been read: see ``ExpectedCount/largestCount``.
  package static let largestCount = ExpectedCount.largestCount

  /// Appends the counts; where the first row of each reason stands is in ``RowExample``, and a fault ends
  /// the reading.
  package func encode(into part: inout PartEncoder) {
    part.encode(read)
    part.encode(repeatedHeaders)
    part.encode(counts)
    part.encode(incidents)
    part.encode(times)
    part.encode(dateTally)
    part.encode([outOfRange.exchanged, outOfRange.metres])
    part.encode(samples)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init()
    (read, repeatedHeaders) = (try part.count(), try part.count())
    (counts, incidents) = (try part.counts(), try part.counts())
    let reasons = RowReason.allCases.count
    guard counts.count == reasons, incidents.count == reasons, read <= Self.largestCount,
      try PartError.sum(of: counts) <= read
    else { throw .inconsistent("the rows read and those that were left out do not fit") }
    _ = try PartError.sum(of: incidents)
    (times, dateTally) = (try part.decode(), try part.decode())
    let beyond = try part.counts()
    guard beyond.count == 2 else { throw part.unreadable("coordinates out of range") }
    (outOfRange.exchanged, outOfRange.metres) = (beyond[0], beyond[1])
    samples = try part.decode()
  }
}
