import Assignment
import Incidents

/// Counts incidents by month, by category or area if that is asked for, with the average of twelve
/// months.
///
/// See <doc:CountingByMonth>.
///
///     let months = try await MonthlyCounts(by: .category).run(on: study)
///     months.table[column: "per_day_12_months"]
///
/// The months are those of the study's period, else those that the files cover. With hours asked for,
/// incidents count with their probability of having happened in them.
public struct MonthlyCounts: Sendable {
  /// What has a row of its own in each month.
  public enum Grouping: String, Sendable, CaseIterable {
    /// Each category, wherever it happened.
    case category
    /// Each area of the only layer.
    case area
  }

  /// What has a row of its own in each month; `nil` for a row of all incidents.
  public var grouping: Grouping?

  /// Creates the method.
  ///
  /// - Parameter grouping: What has a row of its own in each month.
  public init(by grouping: Grouping? = nil) { self.grouping = grouping }

  /// Counts the incidents.
  ///
  /// - Parameter study: The study.
  /// - Returns: The months.
  /// - Throws: ``MonthlyCountsError``; the errors of ``Study/run(_:)``.
  /// - Complexity: One pass over the files, and another where dates lie far from the rest.
  public func run(on study: Study) async throws -> Result {
    let study = dated(study)
    var options = study.options
    let (counts, covered) = try await study.run(CrossCounts(by: dimensions), CoveredDays())
    guard let covered else { throw MonthlyCountsError.noDates }
    let months = try CoveredCalendar(of: options.filter, covered)
    let strays = counts.cells.reduce(0) { sum, cell in
      months.month(of: cell.keys[cell.keys.count - 1]) == nil ? sum + cell.incidents : sum
    }
    if strays == 0 { return Result(method: self, counts: counts, months: months) }
    // Dates far from the rest: read again without them, so that every row has its reason.
    guard options.canReadAgain else {
      throw MonthlyCountsError.strays(strays, months: covered.monthWords)
    }
    options.filter.periods = [months.period]
    let again = study.again(options, reusing: counts.reading.input)
    return Result(
      method: self, counts: try await again.run(CrossCounts(by: dimensions)), months: months)
  }

  /// Counts the rows of a study for a part.
  ///
  /// - Throws: The errors of files that cannot be read.
  package func passes(on study: Study) async throws -> [PartPass] {
    [try await dated(study).count(CrossCounts(by: dimensions), CoveredDays())]
  }

  /// The same study, of rows that have a date.
  private func dated(_ study: Study) -> Study {
    var options = study.options
    options.filter.requiresDate = true
    return Study(options, reusing: nil, observer: study.observer)
  }

  private var dimensions: [CrossCounts.Dimension] {
    switch grouping {
    case nil: [.month]
    case .category: [.category, .month]
    case .area: [.area, .month]
    }
  }
}
