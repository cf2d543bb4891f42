package import Incidents

/// The day or the month with which a period begins or ends.
///
///     let march = try PeriodBound("2017-03")
public struct PeriodBound: Sendable, Equatable {
  /// The day or month as written.
  public let text: String
  /// Whether it is a month.
  public let isMonth: Bool
  /// The first day.
  package let first: CivilDate
  /// The first day after it.
  package let next: CivilDate

  /// Reads a day such as `2017-03-31` or a month such as `2017-03`.
  ///
  /// - Throws: ``PeriodBoundError/notADate(_:)`` for any other text.
  public init(_ text: String) throws(PeriodBoundError) {
    let parsed = DateColumnReader().readUsual(Array(text.utf8).span)
    let first = CivilTime(seconds: parsed.seconds).date
    switch parsed.kind {
    case .day:
      self.init(
        text: text, isMonth: false, first: first, next: CivilDate(dayNumber: first.dayNumber + 1))
    case .month:
      let (year, month, _) = first.parts
      let days = CivilDate.days(inMonth: month, of: year)
      self.init(
        text: text, isMonth: true, first: first,
        next: CivilDate(dayNumber: first.dayNumber + Int32(days)))
    default:
      throw .notADate(text)
    }
  }

  /// Creates a bound from its days.
  package init(text: String, isMonth: Bool, first: CivilDate, next: CivilDate) {
    self.text = text
    self.isMonth = isMonth
    self.first = first
    self.next = next
  }
}

/// Why a text is not the bound of a period.
public enum PeriodBoundError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The text is neither a day nor a month.
  case notADate(String)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .notADate(let text): "'\(text)' is not \(Self.allowed)"
    }
  }

  /// The texts that are allowed.
  package static let allowed = "a day such as 2017-03-31 or a month such as 2017-03"
}
