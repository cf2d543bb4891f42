import HotspotAnalysis
import Incidents

/// What the files of an assessment hold, found before its passes: the days that they cover, and columns
/// that sets and cross tables can be made of.
package struct AssessmentSurvey: Sendable {
  /// The days that the files cover, before any filter; `nil` if no row has a date.
  package let covered: CoveredDates?
  /// The flags of incidents, if a column has them.
  package let flags: FlagColumn?
  /// A column of ages in numbers, if there is one.
  package let ageColumn: String?

  /// Reads the files once, without looking where incidents lie.
  ///
  /// - Parameter study: The study.
  /// - Throws: The errors of ``Study/run(_:)``.
  init(of study: Study) async throws {
    var options = study.options
    options.boundaries.paths = []
    options.weights = nil
    options.bounds = .none
    options.reportsAccuracy = false
    options.filter.hours = nil
    options.incidents.areaColumn = nil
    let again = study.again(options, reusing: nil)
    let opened = try await again.open(CoveredDays().needs)
    let days = MethodPass(CoveredDays())
    func passes(_ words: Set<String>) -> [(column: String, pass: Counting)] {
      Self.columns(of: opened.sources, named: words)
        .map { ($0, MethodPass(Attempt(CrossCounts(by: [.column($0)])))) }
    }
    let (flags, ages) = (passes(FlagColumn.words), passes(["age", "ages"]))
    try await again.run([days] + (flags + ages).map(\.pass))
    covered = days.result
    self.flags =
      flags.lazy.compactMap { found in
        (try? found.pass.result.get()).flatMap { FlagColumn(found.column, $0) }
      }.first
    ageColumn =
      ages.first { found in
        (try? found.pass.result.get()).map(Self.isOfNumbers) ?? false
      }?.column
  }

  private typealias Counting = MethodPass<Attempt<CrossCounts>>

  /// Returns the columns that all files have with one of some words in their names.
  private static func columns(of sources: [IncidentSource], named words: Set<String>) -> [String] {
    guard let first = sources.first else { return [] }
    return first.columns.header.filter { name in
      let parts = name.lowercased().split { !$0.isLetter }.map(String.init)
      return parts.contains(where: words.contains)
        && sources.allSatisfy { $0.columns.header.count { $0 == name } == 1 }
    }
  }

  /// Returns whether most incidents that say something say a number.
  private static func isOfNumbers(_ counts: CrossCounts.Result) -> Bool {
    var (numbers, others) = (0, 0)
    for cell in counts.cells where cell.keys[0] >= 0 {
      let text = counts.labels[0][cell.keys[0]]
      if text.isEmpty { continue }
      if Double(text) != nil { numbers += cell.incidents } else { others += cell.incidents }
    }
    return numbers > others
  }
}
