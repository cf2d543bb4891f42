/// The window of a row, or why the row is set aside.
enum WindowReading {
  /// When the incident happened, and how that lies to the hours asked for, where some are.
  case window(TimeWindow, WindowShare?)
  /// The row is not used.
  case setAside(RowReason)

  /// Makes the window of a row.
  ///
  /// - Parameters:
  ///   - start: What the start's column says.
  ///   - end: What the end's column says.
  ///   - resolver: Makes the window.
  ///   - hours: The hours asked for; `nil` for all.
  ///   - notes: Counts what was noticed.
  @inline(__always)
  init(
    start: ParsedTime, end: ParsedTime, by resolver: WindowResolver, within hours: WeeklyHours?,
    notes: inout TimeNotes
  ) {
    switch resolver.resolve(start: start, end: end, notes: &notes) {
    case .withoutTime: self = .setAside(.withoutTime)
    case .reversed: self = .setAside(.endBeforeStart)
    case .overLongest: self = .setAside(.overMaxWindow)
    case .window(let window):
      guard let hours else {
        self = .window(window, nil)
        return
      }
      let share = hours.share(of: window, rules: resolver.rules)
      self = share.isPossible ? .window(window, share) : .setAside(.outsideHours)
    }
  }

  /// Returns whether a row is rejected because its end is before its start.
  ///
  /// Asked ahead of all filters: a row that is both rejected and filtered is rejected.
  static func isReversed(
    start: ParsedTime, end: ParsedTime, by resolver: WindowResolver
  ) -> Bool {
    var unused = TimeNotes()
    return resolver.resolve(start: start, end: end, notes: &unused) == .reversed
  }
}
