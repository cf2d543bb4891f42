package import Parts

/// A method whose counts of different rows can be added up, so that rows may be counted in parts.
///
/// The sum of all parts' counts is the same bytes whatever the split, the order of the parts and the order of
/// the sums: categories and labels are sorted by their UTF-8 bytes, everything is numbered anew and in a
/// canonical order, and numbers are whole. ``StudyMethod/result(_:shares:reading:)`` makes of it what it makes
/// of the workers' counts of one run.
package protocol MergeableMethod: StudyMethod where Sink.Result: PartCodable {
  /// Adds up counts of workers, or sums of these.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - shares: The counts.
  /// - Returns: The sum, in canonical order; of no counts, one of nothing.
  func joined(_ plan: Plan, shares: [StudyShare<Sink.Result>]) -> StudyShare<Sink.Result>

  /// Checks that a sum which was read from a part can be one of this study, so that nothing that is made of it
  /// fails.
  ///
  /// - Parameters:
  ///   - share: The sum.
  ///   - plan: The plan.
  ///   - study: The study.
  ///   - assigned: The incidents in areas of each layer by the placements of the part; without areas all
  ///     rows that count. Where rows stand for several incidents, these.
  /// - Throws: ``Parts/PartError``.
  func check(
    _ share: StudyShare<Sink.Result>, _ plan: Plan, study: OpenedStudy, assigned: [Int]
  ) throws(PartError)
}

extension StudyShare {
  /// Returns the numbers of the categories that a study sets aside, which have no incidents.
  func categories(setAsideBy study: OpenedStudy) -> [Int] {
    let filter = study.options.filter.incidentFilter
    return categories.indices.filter { !filter.admits(category: categories[$0]) }
  }
}

extension StudyShare: PartCodable where Value: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(categories)
    part.encode(labels)
    part.encode(value)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let (categories, labels) = (try part.decode([String].self), try part.decode([[String]].self))
    self.init(value: try part.decode(), categories: categories, labels: labels)
  }
}
