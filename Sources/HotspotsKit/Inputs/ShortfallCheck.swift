package import Incidents
public import Tables

/// A layer in which nothing, or too little, is assigned, and why.
public struct AssignmentShortfall: Sendable, Equatable {
  /// What became of the rows.
  public var rows: Reconciliation
  /// What most likely went wrong.
  public var reason: LikelyReason

  /// The shortfall in words, for a warning.
  public var words: String { "\(AssignmentError.finding(rows)): \(reason.words)" }
}

/// Looks whether enough of the rows is assigned, and finds why where it is not.
package struct ShortfallCheck {
  /// What the user asked for.
  package let options: StudyOptions
  /// The files.
  package let sources: [IncidentSource]
  /// All categories met.
  package let categories: [String]
  /// The rows by reason.
  package let tally: RowTally

  /// Makes ready to look.
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
  ///   - misplaced: Tells why incidents with coordinates lie in no area of a layer.
  /// - Returns: The layers in which nothing is assigned, where that is allowed.
  /// - Throws: ``AssignmentError`` for the first layer in which too little is.
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

  /// Returns what most likely went wrong where nothing, or too little, is assigned.
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
  /// The first and the last day or month of all rows, where dates were read.
  fileprivate var coveredDates: (first: String, last: String)? {
    dates.map { dates in
      let (first, last) = (dates.first.description, dates.last.description)
      return dates.isMonthly ? (String(first.prefix(7)), String(last.prefix(7))) : (first, last)
    }
  }
}
