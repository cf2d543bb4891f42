/// The stretch of days or months that a dataset covers.
package struct Period: Sendable, Equatable {
  /// The first start, on the local clock.
  package private(set) var first: CivilTime?
  /// The last start, on the local clock.
  package private(set) var last: CivilTime?
  /// Whether only months are known.
  package private(set) var isMonthly = false

  /// Creates a period that covers nothing.
  package init() {}

  /// Takes the start of an incident into account; what is not a date is passed over.
  @inline(__always)
  package mutating func formUnion(_ time: ParsedTime) {
    guard let granularity = time.granularity else { return }
    if granularity == .month { isMonthly = true }
    let time = CivilTime(seconds: time.seconds)
    if first.map({ time < $0 }) ?? true { first = time }
    if last.map({ $0 < time }) ?? true { last = time }
  }

  /// Takes another period into account.
  package mutating func formUnion(_ other: Period) {
    isMonthly = isMonthly || other.isMonthly
    if let time = other.first, first.map({ time < $0 }) ?? true { first = time }
    if let time = other.last, last.map({ $0 < time }) ?? true { last = time }
  }

  /// The period in words: `April 2016 to March 2017`, `3 May 2024 to 9 June 2024`; `nil` for none.
  package var words: String? {
    guard let first, let last else { return nil }
    let (from, to) = (words(of: first), words(of: last))
    return from == to ? from : "\(from) to \(to)"
  }

  private func words(of time: CivilTime) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let (year, month, day) = time.date.parts
    return isMonthly ? "\(months[month - 1]) \(year)" : "\(day) \(months[month - 1]) \(year)"
  }
}
