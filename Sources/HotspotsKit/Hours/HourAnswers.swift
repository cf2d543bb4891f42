import Cartography
package import HotspotAnalysis
package import Incidents
package import Interchange

/// Answers to the usual questions about a table of hours.
package struct HourAnswers {
  /// All incidents.
  package var profile: HourProfile
  /// The hours of the night.
  package var nightHours: HoursOfDay
  /// The hour at which an operational day starts, as in the tables.
  package var dayStart: Int
  /// The count in the night.
  package var night: ExpectedCount
  /// The busiest shift; `nil` without incidents.
  package var shift: Shift?
  /// The fewest hours that hold half of all incidents.
  package var half: (hours: [HourOfWeek], expected: Double)

  /// Answers for a table.
  ///
  /// - Parameters:
  ///   - profile: All incidents.
  ///   - night: The count in the night.
  ///   - settings: What is asked for.
  package init(_ profile: HourProfile, night: ExpectedCount, _ settings: AoristicHours) {
    self.profile = profile
    nightHours = settings.night
    dayStart = settings.dayStart
    self.night = night
    shift = profile.busiestShift(hours: settings.shift)
    half = profile.hoursHoldingHalf()
  }

  /// The answers in sentences, the most frequently asked first; empty without incidents.
  package var sentences: [String] {
    guard let peak = profile.peak, let shift else { return [] }
    let peakDay = Shift(start: peak, hours: 1, expected: 0).countedDays(startingAt: dayStart)
    var sentences = [
      "busiest hour: \(peak) to \(HoursOfDay.label(peak.hour + 1))"
        + (peakDay.map { " (counted to \($0))" } ?? "") + ", \(words(profile.weight(peak.number)))",
      "busiest \(shift.hours) hours: \(shift.words(startingAt: dayStart)), "
        + words(shift.expected),
      "half of all incidents: in \(half.hours.count) of the 168 hours of the week, "
        + words(half.expected),
      nightSentence,
    ]
    if let share = profile.uninformativeShare, share > 0 {
      sentences.append(
        "long windows: \(NumberWords.percent(share)) of all weight is of whole weeks and says "
          + "nothing of the hour")
    }
    return sentences
  }

  private var nightSentence: String {
    let (must, could) = (NumberWords.grouped(night.must), NumberWords.grouped(night.could))
    return
      "night, \(nightHours.words): \(words(night.expected)); \(must) must and \(could) could lie "
      + "in it"
  }

  /// The answers for the manifest.
  package var json: JSONValue {
    .object([
      .init("peak", .optional(profile.peak?.description)),
      .init("peak_expected", .optional(profile.peak.map { profile.weight($0.number) })),
      .init("busiest_shift_start", .optional(shift?.start.description)),
      .init("busiest_shift_end", .optional(shift?.end.description)),
      .init("busiest_shift_expected", .optional(shift?.expected)),
      .init("hours_holding_half", .array(half.hours.map { .text($0.description) })),
      .init("night_hours", .text(nightHours.words)),
      .init("night_expected", .real(night.expected)),
      .init("night_must", .integer(night.must)),
      .init("night_could", .integer(night.could)),
      .init("uninformative_share", .optional(profile.uninformativeShare)),
    ])
  }

  /// Returns an expected number of incidents with its share.
  private func words(_ expected: Double) -> String {
    let share = NumberWords.percent(expected / Double(profile.incidents))
    return "an estimated \(NumberWords.decimal(expected, places: 1)) incidents (\(share))"
  }
}
