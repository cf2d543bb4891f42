/// Asks of each row what another pass over the files asked, so that the same rows are rejected.
///
/// Computes nothing.
struct SameRows: StudyMethod {
  /// What the other pass asked.
  let needs: StudyNeeds

  func plan(for study: OpenedStudy) {}

  func sink(_ plan: Void) -> NoSink { NoSink() }

  func result(_ plan: Void, shares: [StudyShare<NoCounts>], reading: StudyReading) {}
}
