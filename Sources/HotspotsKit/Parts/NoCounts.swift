package import Parts

/// What a sink that counts nothing brings back.
package struct NoCounts: PartCodable, Equatable {
  /// Creates it.
  package init() {}

  package func encode(into part: inout PartEncoder) { part.append(0) }

  package init(from part: inout PartDecoder) throws(PartError) {
    guard try part.byte() == 0 else { throw part.unreadable("no counts") }
  }
}

extension MergeableMethod where Sink == NoSink {
  /// Joins the names alone.
  package func joined(_ plan: Plan, shares: [StudyShare<NoCounts>]) -> StudyShare<NoCounts> {
    JoinedShares(shares).share(NoCounts())
  }

  /// Checks nothing.
  package func check(
    _ share: StudyShare<NoCounts>, _ plan: Plan, study: OpenedStudy, assigned: [Int]
  ) throws(PartError) {}
}

extension CoveredDays: MergeableMethod {}

extension SameRows: MergeableMethod {}
