package import Tasking

extension Assessment.Result {
  /// What stands at the top: the first thing to know of a few sections, those that say most first.
  ///
  /// A section gives none where it rests on too few incidents.
  package var summary: [AssessmentSentence] {
    let order: [AssessmentKind] = [
      .change, .since, .concentration, .hotspots, .harm, .cost, .hours, .repeats, .profiles,
      .overlaps, .months,
    ]
    let found = order.compactMap { kind in
      sections.first { $0.kind == kind }.flatMap { section in
        section.summary.map { AssessmentSentence($0, section: kind.rawValue) }
      }
    }
    return Array(found.prefix(Self.mostSentences))
  }

  /// As many as are read.
  private static var mostSentences: Int { 6 }
}
