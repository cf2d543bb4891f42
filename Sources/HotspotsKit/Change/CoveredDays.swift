import Assignment
import Incidents

/// Tells the days that the files cover, and counts nothing.
struct CoveredDays: StudyMethod {
  var needs: StudyNeeds {
    var needs = StudyNeeds()
    needs.period = true
    needs.countsRows = false
    return needs
  }

  func plan(for study: OpenedStudy) {}

  func sink(_ plan: Void) -> NoSink { NoSink() }

  func result(
    _ plan: Void, shares: [StudyShare<NoCounts>], reading: StudyReading
  ) -> CoveredDates? { reading.period.covered }
}
