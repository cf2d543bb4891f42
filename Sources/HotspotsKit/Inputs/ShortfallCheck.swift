package import Incidents
public import Tables

/// A layer in which nothing, or too little, is assigned, with the reason.
public struct AssignmentShortfall: Sendable, Equatable {
  /// What became of the rows.
  public var rows: Reconciliation
  /// What most likely went wrong.
  public var reason: LikelyReason

  /// The shortfall as a warning.
  public var words: String { "\(AssignmentError.finding(rows)): \(reason.words)" }
}

/// Checks that enough rows are assigned, and if not, finds out why.
package struct ShortfallCheck {
  /// The options.
  package let options: StudyOptions
  /// The files.
  package let sources: [IncidentSource]
  /// All categories met.
  package let categories: [String]
  /// The rows by reason.
  package let tally: RowTally

  /// Creates a check.
  package init(
    options: StudyOptions, sources: [IncidentSource], categories: [String], tally: RowTally
  ) {
    self.options = options
    self.sources = sources
    self.categories = categories
    self.tally = tally
  }

  /// Checks each layer.
  ///
  /// - Parameters:
  ///   - reconciliations: What became of the rows, by layer.
  ///   - misplaced: Returns why incidents with coordinates lie in no area of a layer.
  /// - Returns: The layers in which nothing is assigned, if that is allowed.
  /// - Throws: ``AssignmentError`` for the first layer in which too little is assigned.
  package func check(
    _ reconciliations: [Reconciliation], misplaced: (Int) -> LikelyReason
  ) throws(AssignmentError) -> [AssignmentShortfall] {
    var shortfalls: [AssignmentShortfall] = []
    for (layer, rows) in reconciliations.enumerated() {
      let kept = rows.read - rows.rejectedCount - rows.filteredCount
      let isAdmitted = options.bounds.admits(assigned: rows.assigned, of: kept)
      if isAdmitted && rows.assigned > 0 { continue }
      let reason = reason(for: rows) { misplaced(layer) }
      guard isAdmitted else {
        throw .assigned(rows, least: options.bounds.leastAssigned, reason: reason)
      }
      shortfalls.append(AssignmentShortfall(rows: rows, reason: reason))
    }
    return shortfalls
  }

  /// Returns the likeliest reason why nothing, or too little, is assigned.
  package func reason(for rows: Reconciliation, misplaced: () -> LikelyReason) -> LikelyReason {
    if rows.outsideCount > 0, rows.outsideCount >= rows.withoutCoordinatesCount {
      return misplaced()
    }
    if rows.withoutCoordinatesCount > 0 { return .ofNoCoordinates(rows) }
    return reasonForNoRow(rows)
  }

  /// Returns why no row is left after the filters.
  package func reasonForNoRow(_ rows: Reconciliation) -> LikelyReason {
    .ofNoRow(
      rows, categories: options.filter.categories, met: categories, dates: tally.coveredDates)
  }
}

extension RowTally {
  /// The first and the last day or month of all rows, if dates were read.
  fileprivate var coveredDates: (first: String, last: String)? {
    dates.map { dates in
      let (first, last) = (dates.first.description, dates.last.description)
      return dates.isMonthly ? (String(first.prefix(7)), String(last.prefix(7))) : (first, last)
    }
  }
}
