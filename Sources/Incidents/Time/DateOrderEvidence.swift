/// What the values of a date column prove about the order of day and month.
///
/// A column is one thing: `03/04/2017` means the same day in each of its rows. So both readings are
/// open until one row refutes one of them (`31/03/2017` cannot be month-first), and that row
/// settles all the others. No row has to be kept for this:
///
/// 1. While the first block of a file is looked at, ``observe(_:)`` sees its dates. ISO dates leave
///    the evidence at ``State/notNeeded`` and cost nothing more.
/// 2. While it is ``State/open(example:)``, the date column of the following blocks is observed
/// too,
///    in the order of the file or in parallel and ``merge(_:)``d in that order; reading may stop at
///    the first block that settles it. In real files that is the first one, nearly always.
/// 3. ``settle(column:)`` gives the order for ``DateColumnReader/order`` or the refusal, which
///    shows both readings.
/// 4. While the values are read for good, a later row that fits only the other order is
///    ``ParsedTime/Kind/contradictory``. Where the column itself settled the order, that row proves
///    the column mixed: observe it too and call ``settle(column:)`` again at the end, which throws.
///    So where reading stopped in step 2 does not matter.
///
/// It also tells what the numbers of the columns mean, see ``epoch`` and ``timeFormat``.
///
/// The start and the end column of one file may share the evidence. Merging is associative and
/// depends only on the order of the values in the file.
package struct DateOrderEvidence: Sendable, Equatable {
  /// What is known so far.
  package enum State: Sendable, Equatable {
    /// No value needs an order.
    case notNeeded
    /// Values can be read both ways; the first is given.
    case open(example: String)
    /// A value has refuted the other reading.
    case settled(DateOrder)
    /// Values have refuted both readings; the first of each are given.
    case mixed(dayFirst: String, monthFirst: String)
  }

  /// The first value that is a date only with its day first.
  package private(set) var dayFirstExample: String?
  /// The first value that is a date only with its month first.
  package private(set) var monthFirstExample: String?
  /// The first value that is a date both ways, and not the same one.
  package private(set) var ambiguousExample: String?
  /// Whether a spreadsheet's serial number has a fraction, so that whole ones are midnights.
  package private(set) var hasSerialFraction = false

  /// Whether there is any value that says something.
  private(set) var hasValues = false
  /// What is known of numbers in place of dates.
  private(set) var numbers = EpochEvidence()
  /// What is known of numbers in place of times.
  private(set) var clocks = ClockEvidence()
  private var shortYears = ShortYearEvidence()

  /// Creates evidence of nothing.
  package init() {}

  /// What numbers of nine digits and more count; `nil` if they are no dates.
  package var epoch: EpochUnit? { numbers.unit }

  /// What whole numbers in a column of times mean; `nil` if nothing tells.
  package var timeFormat: TimeFormat? { clocks.format }

  /// Returns a reader of the columns in an order.
  func reader(order: DateOrder?, timeFormat: TimeFormat?) -> DateColumnReader {
    var reader = DateColumnReader(
      order: order, wholeSerialIsMidnight: hasSerialFraction, epoch: epoch,
      timeFormat: timeFormat ?? self.timeFormat)
    reader.hasDottedTimes = clocks.areFractionsTimes
    return reader
  }

  /// Whether values that follow could settle what those so far leave open.
  ///
  /// - Parameters:
  ///   - isOrderGiven: Whether the user gave the order of dates.
  ///   - isTimeFormatGiven: Whether the user said what numbers in a column of times mean.
  /// - Returns: Whether reading on is worth it.
  func isOpen(isOrderGiven: Bool, isTimeFormatGiven: Bool) -> Bool {
    if !hasValues || (!isTimeFormatGiven && clocks.isOpen) { return true }
    if case .open = state { return !isOrderGiven }
    return false
  }

  /// What is known so far.
  package var state: State {
    switch (dayFirstExample, monthFirstExample) {
    case (let day?, let month?): .mixed(dayFirst: day, monthFirst: month)
    case (_?, nil): .settled(.dayFirst)
    case (nil, _?): .settled(.monthFirst)
    case (nil, nil): ambiguousExample.map { .open(example: $0) } ?? .notNeeded
    }
  }

  /// Takes one value of the column into account, without its quotes.
  ///
  /// Values that are not dates in either reading prove nothing.
  package mutating func observe(_ text: Span<UInt8>) {
    let day = DateColumnReader(order: .dayFirst).parse(text)
    if day.kind == .absent { return }
    hasValues = true
    switch day.kind {
    case .contradictory:
      if monthFirstExample == nil { monthFirstExample = text.excerpt }
      shortYears.observe(text)
      numbers.observeDate(text)
    case .day, .local, .instant:
      numbers.observeDate(text)
      let month = DateColumnReader(order: .monthFirst).parse(text)
      if month.kind == .contradictory {
        if dayFirstExample == nil { dayFirstExample = text.excerpt }
        shortYears.observe(text)
      } else if month != day {
        if ambiguousExample == nil { ambiguousExample = text.excerpt }
        shortYears.observe(text)
      } else if !hasSerialFraction {
        hasSerialFraction = Self.isSerialWithFraction(text)
      }
    case .month, .implausible: numbers.observeDate(text)
    case .invalid: numbers.observeNumber(text)
    case .absent, .undecided, .hour: break
    }
  }

  /// Takes one value of the column of times beside the dates into account, without its quotes.
  package mutating func observe(time text: Span<UInt8>) { clocks.observe(text) }

  /// Adds the evidence of the values that follow.
  package mutating func merge(_ later: DateOrderEvidence) {
    dayFirstExample = dayFirstExample ?? later.dayFirstExample
    monthFirstExample = monthFirstExample ?? later.monthFirstExample
    ambiguousExample = ambiguousExample ?? later.ambiguousExample
    hasSerialFraction = hasSerialFraction || later.hasSerialFraction
    hasValues = hasValues || later.hasValues
    numbers.merge(later.numbers)
    clocks.merge(later.clocks)
    shortYears.merge(later.shortYears)
  }

  /// Settles the order of the column.
  ///
  /// - Parameter column: The column's name, for the message.
  /// - Returns: The order; `nil` if no value needs one.
  /// - Throws: ``DateOrderError/ambiguous(column:example:)`` when no value refutes a reading,
  ///   ``DateOrderError/mixed(column:dayFirst:monthFirst:)`` when both are refuted,
  ///   ``DateOrderError/yearOrDay(column:example:)`` when day-first dates may begin with a year of
  ///   two digits as well.
  package func settle(column: String) throws(DateOrderError) -> DateOrder? {
    switch state {
    case .notNeeded: return nil
    case .settled(let order):
      if order == .dayFirst, shortYears.mayBeginWithYear, let example = shortYears.example {
        throw .yearOrDay(column: column, example: example)
      }
      return order
    case .open(let example): throw .ambiguous(column: column, example: example)
    case .mixed(let day, let month):
      throw .mixed(column: column, dayFirst: day, monthFirst: month)
    }
  }

  // MARK: -

  /// Whether a value that was understood is five digits and a fraction.
  private static func isSerialWithFraction(_ text: Span<UInt8>) -> Bool {
    let range = text.trimmedRange
    var position = range.lowerBound
    return text.readNumber(at: &position, before: range.upperBound).digits == 5
      && position < range.upperBound
  }
}

/// Why a date column cannot be read.
package enum DateOrderError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Every date of the column can be read day-first and month-first.
  case ambiguous(column: String, example: String)
  /// Some dates can only be day-first and others only month-first.
  case mixed(column: String, dayFirst: String, monthFirst: String)
  /// A date needs an order, and what was read before it does not tell one.
  case unsettled(column: String, example: String)
  /// Dates with a year of two digits may begin with their day or with their year.
  case yearOrDay(column: String, example: String)
  /// A column of seconds since 1970 has a date of another form as well.
  case mixedNumbers(column: String, number: String, date: String)
  /// A time is a whole number below 24, and what was read before it does not tell what that means.
  case unsettledTime(column: String, example: String)
  /// A column of hours has a number as well that can only be hours and minutes.
  case mixedTimes(column: String, hour: String, clock: String)

  /// What was found and what is allowed.
  package var description: String {
    switch self {
    case .ambiguous(let column, let example):
      """
      cannot read the dates of column '\(column)': '\(example)' is \
      \(Self.reading(example, .dayFirst)) with its day first and \
      \(Self.reading(example, .monthFirst)) with its month first, and no row rules either out
      """
    case .mixed(let column, let day, let month):
      """
      cannot read the dates of column '\(column)': '\(day)' can only have its day first and \
      '\(month)' only its month first, one order is allowed
      """
    case .unsettled(let column, let example):
      """
      cannot read the dates of column '\(column)': '\(example)' begins with its day or its month, \
      and nothing read before it tells which
      """
    case .yearOrDay(let column, let example):
      """
      cannot read the dates of column '\(column)': '\(example)' is \
      \(Self.reading(example, .dayFirst)) with its day first and \
      \(Self.reading(example, .yearFirst)) with its year first, and no row rules either out
      """
    case .mixedNumbers(let column, let number, let date):
      """
      cannot read the dates of column '\(column)': '\(number)' counts seconds or thousandths since \
      1970 and '\(date)' does not, one form is allowed where there are such numbers
      """
    case .unsettledTime(let column, let example):
      """
      cannot read the times of column '\(column)': '\(example)' can be an hour or hours and minutes \
      without zeros before them, and nothing read before it tells which
      """
    case .mixedTimes(let column, let hour, let clock):
      """
      cannot read the times of column '\(column)': '\(hour)' was read as an hour and '\(clock)' can \
      only be hours and minutes, one form is allowed
      """
    }
  }

  /// Returns the day that an example means in an order.
  private static func reading(_ example: String, _ order: DateOrder) -> String {
    let bytes = Array(example.utf8)
    let parsed = DateColumnReader(order: order).parse(bytes.span)
    return CivilTime(seconds: parsed.seconds).date.description
  }
}
