import Assignment
import Boundaries
import CommandLineKit
import HotspotAnalysis
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
  ///   - console: Where progress is drawn.
  /// - Returns: The earlier periods.
  /// - Throws: What ``AreaAnalysis`` throws.
  static func find(
    before areas: AreaAnalysis, _ options: InputOptions, in console: Console
  ) async throws -> ChangeFindings {
    var findings = ChangeFindings()
    guard let from = options.from else {
      findings.absences = ["all incidents are of one period; --from sets earlier ones apart"]
      return findings
    }
    guard let last = areas.period.last?.date, last >= from.first else {
      findings.absences = ["no incident lies in the period"]
      return findings
    }
    guard options.incidents.allSatisfy({ $0 != "-" && Digest.canRead($0) }) else {
      findings.absences = ["the incidents come through a pipe, which cannot be read twice"]
      return findings
    }
    let isMonthly = areas.period.isMonthly
    let end = isMonthly ? last.nextMonth : CivilDate(dayNumber: last.dayNumber + 1)
    var days = DayRange(first: from.first, next: options.to?.next ?? end)
    if end < days.next {
      let covered = DayRange(first: days.first, next: end)
      let gap = Int(days.next.dayNumber - end.dayNumber)
      if Self.isBeyondChance(gap: gap, rows: areas.keptRows, over: covered) {
        days = covered
        findings.isCut = true
      }
    }
    findings.days = days
    let before = days.before
    var candidates = [(name: Self.name(of: days), days: before)]
    if let yearBefore = days.yearBefore, yearBefore != before {
      candidates.append(
        (
          days.months == nil ? "the same days a year before" : "the same months a year before",
          yearBefore
        ))
    }
    for (name, days) in candidates {
      var earlierOptions = options
      earlierOptions.from = .init(option: "--from", days.first, isMonth: isMonthly)
      earlierOptions.to = .init(option: "--to", days.next, isMonth: isMonthly)
      let found = try await AreaAnalysis.run(
        earlierOptions, reportsAccuracy: false, readsPeriod: true, reusing: areas.input, in: console
      )
      if let reason = Self.absence(of: days, in: found) {
        findings.absences.append("\(name), \(days.words): \(reason)")
      } else {
        findings.earlier.append(Earlier(name: name, days: days, areas: found))
      }
    }
    return findings
  }

  // MARK: -

  /// Returns why the data does not cover a period; `nil` where it does.
  private static func absence(of days: DayRange, in found: AreaAnalysis) -> String? {
    guard let first = found.period.first?.date else { return "the data has nothing of it" }
    let gap = Int(first.dayNumber - days.first.dayNumber)
    guard gap > 0 else { return nil }
    let covered = DayRange(first: first, next: days.next)
    return isBeyondChance(gap: gap, rows: found.keptRows, over: covered)
      ? "the data begins on \(first) only" : nil
  }

  /// Returns whether days without any row are too many to be chance: five or more rows would have
  /// been expected in them, and none comes up less than once in a hundred.
  private static func isBeyondChance(gap: Int, rows: Int, over days: DayRange) -> Bool {
    Double(rows) * Double(gap) / Double(days.days) >= 5
  }

  private static func name(of days: DayRange) -> String {
    switch days.months {
    case nil:
      days.days == 1 ? "the day before" : "the \(CountWords.lower(days.days)) days before"
    case 1: "the month before"
    case 12: "the year before"
    case let months?: "the \(CountWords.lower(months)) months before"
    }
  }
}

extension CivilDate {
  /// The first day of the next month.
  fileprivate var nextMonth: CivilDate {
    let (year, month, day) = parts
    let length = CivilDate.days(inMonth: month, of: year)
    return CivilDate(dayNumber: dayNumber + Int32(length - day + 1))
  }
}

extension InputOptions.DateBound {
  /// Makes the bound of a period that follows from another.
  ///
  /// - Parameters:
  ///   - option: The option that it stands for.
  ///   - day: For `--from` the first day, for `--to` the day behind the last.
  ///   - isMonth: Whether it falls between two months.
  fileprivate init(option: String, _ day: CivilDate, isMonth: Bool) {
    self.init(option: option, text: day.description, isMonth: isMonth, first: day, next: day)
  }
}

extension AreaAnalysis {
  /// The rows that are neither rejected nor filtered.
  fileprivate var keptRows: Int {
    let reconciliation = reconciliations[0]
    return reconciliation.read - reconciliation.rejectedCount - reconciliation.filteredCount
  }
}
