/// Times as RFC 3339 writes them (https://doi.org/10.17487/RFC3339): `2017-03-31T18:00:00+01:00`.
package enum InternetTime {
  /// Returns a time as text: a month as `2017-03`, a day as `2017-03-31`, a time of day with the
  /// offset that its zone has then.
  ///
  /// A local time that the clock was put forward over becomes the first instant after it; one that
  /// occurs twice is the first.
  ///
  /// - Parameters:
  ///   - time: A time that was understood.
  ///   - rules: The zone of local times, in which times with an offset are told too.
  /// - Returns: The text; empty for what is not a time.
  package static func text(of time: ParsedTime, rules: TimeZoneRules) -> String {
    switch time.kind {
    case .absent, .invalid, .contradictory, .undecided: return ""
    case .month: return String(CivilTime(seconds: time.seconds).date.description.prefix(7))
    case .day: return CivilTime(seconds: time.seconds).date.description
    case .local:
      return text(
        of: rules.instant(of: CivilTime(seconds: time.seconds)).instant, rules: rules)
    case .instant: return text(of: time.seconds, rules: rules)
    }
  }

  private static func text(of instant: Int64, rules: TimeZoneRules) -> String {
    let offset = rules.period(at: instant).offset
    // Offsets of the nineteenth century have seconds, which RFC 3339 cannot write.
    if offset % 60 != 0 { return "\(CivilTime(seconds: instant))Z" }
    let minutes = Int(offset.magnitude) / 60
    let clock = "\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
    return "\(CivilTime(seconds: instant + offset))\(offset < 0 ? "-" : "+")\(clock)"
  }
}
