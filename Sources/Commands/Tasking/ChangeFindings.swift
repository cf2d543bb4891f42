import Assignment
import Boundaries
import CommandLineKit
import HotspotAnalysis
import HotspotsKit
import Incidents
import Interchange
import Tables
import Tasking

/// The incidents of earlier periods, to which those of a pack's own period are compared.
struct ChangeFindings {
  /// One earlier period.
  struct Earlier {
    /// What it is to the period of the pack: `the month before`.
    var name: String
    /// Its days.
    var days: DayRange
    /// Its incidents by area.
    var areas: AreaAnalysis
  }

  /// The days of the pack's period, as far as the data goes.
  var days: DayRange?
  /// Whether the period that was asked for goes on behind the end of the data.
  var isCut = false
  /// The earlier periods that the data covers: that just before, and that of the year before.
  var earlier: [Earlier] = []
  /// The months before the period, which tell how much counts vary; absent without earlier periods.
  var history: MonthlyHistory?
  /// Why others are not there.
  var absences: [String] = []

  /// Reads the earlier periods.
  ///
  /// The files are read again for each of them, with its own dates, onto the same areas; rows before
  /// the period of the pack are filtered there.
  ///
  /// - Parameters:
  ///   - areas: The incidents of the pack's period.
  ///   - options: What the user asked for of the inputs.
  ///   - extras: What was read of each row of the pack's period: a row that one of these makes
  ///     unusable must not count in the others.
  ///   - console: Where progress is drawn.
  /// - Returns: The earlier periods.
  /// - Throws: What ``AreaAnalysis`` throws.
  static func find(
    before areas: AreaAnalysis, _ options: StudyOptions, reading extras: StudyNeeds,
    in console: Console
  ) async throws -> ChangeFindings {
    var findings = ChangeFindings()
    guard let from = options.filter.from else {
      findings.absences = ["all incidents are of one period; --from sets earlier ones apart"]
      return findings
    }
    guard let covered = areas.period.covered, from.first < covered.next else {
      findings.absences = ["the data has nothing of the period"]
      return findings
    }
    guard options.incidents.paths.allSatisfy({ $0 != "-" && Digest.canRead($0) }) else {
      findings.absences = ["the incidents come through a pipe, which cannot be read twice"]
      return findings
    }
    var days = DayRange(first: from.first, next: options.filter.to?.next ?? covered.next)
    if !covered.gaps(from: covered.next, before: days.next).isEmpty {
      days = DayRange(first: days.first, next: covered.next)
      findings.isCut = true
    }
    if let reason = Self.absence(of: days, in: covered) {
      findings.absences = ["\(days.words): \(reason)"]
      return findings
    }
    findings.days = days
    let before = days.before
    var candidates = [(name: Self.name(of: days), days: before)]
    if let yearBefore = days.yearBefore, yearBefore != before {
      candidates.append((Self.yearName(of: days), yearBefore))
    }
    for (name, days) in candidates {
      if let reason = Self.absence(of: days, in: covered) {
        findings.absences.append("\(name), \(days.words): \(reason)")
        continue
      }
      let found = try await AreaAnalysis.run(
        options.of(days), reportsAccuracy: false, extras: extras, reusing: areas.input, in: console
      ) { _ in
        { NoSink() }
      }
      findings.earlier.append(Earlier(name: name, days: days, areas: found.analysis))
    }
    if !findings.earlier.isEmpty {
      var history = MonthlyHistory(before: days.first, in: covered)
      try await history.read(beside: areas, options, extras, in: console)
      findings.history = history
    }
    return findings
  }

  // MARK: -

  /// Returns why the data does not cover a period; `nil` where it does.
  ///
  /// What counts are the rows before any filter: a category that is rare has days without one.
  private static func absence(of days: DayRange, in covered: CoveredDates) -> String? {
    if covered.covers(days) { return nil }
    guard covered.rows(from: days.first, before: days.next) > 0,
      let gap = covered.gaps(from: days.first, before: days.next).first
    else { return "the data has nothing of it" }
    return gap.first < covered.first
      ? "the data begins on \(covered.first) only" : "the data has nothing of \(gap.words)"
  }

  private static func name(of days: DayRange) -> String {
    if let weeks = days.weeksBefore, days.days % 7 != 0 {
      let shift = weeks == 1 ? "a week" : "\(CountWords.lower(weeks)) weeks"
      return days.days == 1
        ? "the same weekday \(shift) before" : "the same weekdays \(shift) before"
    }
    return switch days.months {
    case nil: "the \(CountWords.lower(days.days)) days before"
    case 1: "the month before"
    case 12: "the year before"
    case let months?: "the \(CountWords.lower(months)) months before"
    }
  }

  private static func yearName(of days: DayRange) -> String {
    if days.months != nil { return "the same months a year before" }
    if days.weeksBefore == nil { return "the same days a year before" }
    return days.days == 1 ? "the same weekday 52 weeks before" : "the same weekdays 52 weeks before"
  }
}

extension StudyOptions {
  /// Returns the same for earlier days.
  func of(_ days: DayRange) -> StudyOptions {
    var options = self
    // Nothing in an earlier period is a finding, not a fault.
    options.bounds = .none
    let isMonth = days.months != nil
    options.filter.from = PeriodBound(
      text: days.first.description, isMonth: isMonth, first: days.first,
      next: days.first)
    options.filter.to = PeriodBound(
      text: days.next.description, isMonth: isMonth, first: days.next,
      next: days.next)
    return options
  }
}
