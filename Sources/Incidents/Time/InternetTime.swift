/// Times as RFC 3339 writes them (https://doi.org/10.17487/RFC3339): `2017-03-31T18:00:00+01:00`.
enum InternetTime {
  /// Appends a time as text: a month as `2017-03`, a day as `2017-03-31`, a time of day with the
  /// offset that its zone has then, an hour as its first instant; nothing for what is not a time.
  ///
  /// A local time that the clock was put forward over becomes the first instant after it; one that
  /// occurs twice is the first.
  ///
  /// - Parameters:
  ///   - time: A time that was understood.
  ///   - rules: The zone of local times, in which times with an offset are told too.
  ///   - inUTC: Whether times of day are told in UTC, `2017-03-31T17:00:00.000Z`.
  ///   - bytes: Receives the text.
  static func append(
    _ time: ParsedTime, rules: TimeZoneRules, inUTC: Bool, to bytes: inout [UInt8]
  ) {
    switch time.kind {
    case .absent, .invalid, .contradictory, .undecided, .implausible: break
    case .month: append(CivilTime(seconds: time.seconds).date, days: false, to: &bytes)
    case .day: append(CivilTime(seconds: time.seconds).date, days: true, to: &bytes)
    case .hour, .local:
      let instant = rules.instant(of: CivilTime(seconds: time.seconds)).instant
      append(instant: instant, rules: rules, inUTC: inUTC, to: &bytes)
    case .instant: append(instant: time.seconds, rules: rules, inUTC: inUTC, to: &bytes)
    }
  }

  /// Appends a time as the clocks of a zone show it, `2017-03-31 18:00:00`; a month or a day as it is;
  /// nothing for what is not a time.
  ///
  /// - Parameters:
  ///   - time: A time that was understood.
  ///   - rules: The zone.
  ///   - bytes: Receives the text.
  static func appendLocal(_ time: ParsedTime, rules: TimeZoneRules, to bytes: inout [UInt8]) {
    let civil: CivilTime
    switch time.kind {
    case .absent, .invalid, .contradictory, .undecided, .implausible, .month, .day:
      return append(time, rules: rules, inUTC: false, to: &bytes)
    case .hour, .local:
      // As its instant is told: a time that the clock was put forward over is the first one after.
      let instant = rules.instant(of: CivilTime(seconds: time.seconds)).instant
      civil = CivilTime(seconds: instant + rules.period(at: instant).offset)
    case .instant:
      civil = CivilTime(seconds: time.seconds + rules.period(at: time.seconds).offset)
    }
    append(civil.date, days: true, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    appendClock(civil.secondOfDay, to: &bytes)
  }

  private static func appendClock(_ second: Int, to bytes: inout [UInt8]) {
    appendPair(second / 3600, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendPair(second / 60 % 60, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendPair(second % 60, to: &bytes)
  }

  private static func append(
    instant: Int64, rules: TimeZoneRules, inUTC: Bool, to bytes: inout [UInt8]
  ) {
    let offset = rules.period(at: instant).offset
    // Offsets of the nineteenth century have seconds, which RFC 3339 cannot write.
    let hasOffset = !inUTC && offset % 60 == 0
    let civil = CivilTime(seconds: hasOffset ? instant + offset : instant)
    append(civil.date, days: true, to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    appendClock(civil.secondOfDay, to: &bytes)
    guard hasOffset else {
      // The form that GeoPackages prescribe has milliseconds.
      bytes.append(contentsOf: (inUTC ? ".000Z" : "Z").utf8)
      return
    }
    let minutes = Int(offset.magnitude) / 60
    bytes.append(UInt8(ascii: offset < 0 ? "-" : "+"))
    appendPair(minutes / 60, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendPair(minutes % 60, to: &bytes)
  }

  private static func append(_ date: CivilDate, days: Bool, to bytes: inout [UInt8]) {
    let (year, month, day) = date.parts
    appendPair(year / 100, to: &bytes)
    appendPair(year % 100, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    appendPair(month, to: &bytes)
    guard days else { return }
    bytes.append(UInt8(ascii: "-"))
    appendPair(day, to: &bytes)
  }

  /// Appends a number below 100 with two digits.
  @inline(__always)
  private static func appendPair(_ number: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
