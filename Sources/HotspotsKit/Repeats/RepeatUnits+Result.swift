import Boundaries
import HotspotAnalysis
import Incidents
public import Tables

extension RepeatUnits {
  /// Units and incidents by bands, and the units that repeat.
  public struct Result: Sendable {
    /// What was asked.
    public let method: RepeatUnits
    /// What was read, and what became of every row.
    public let reading: StudyReading
    /// The units.
    let tally: RepeatTally
    /// How they are spread over the bands.
    package let distribution: RepeatDistribution

    init(method: RepeatUnits, reading: StudyReading, tally: RepeatTally) {
      self.method = method
      self.reading = reading
      self.tally = tally
      distribution = RepeatDistribution(of: tally.incidents, in: method.bands)
    }
  }
}

extension RepeatUnits.Result {
  /// The units and incidents of each band: `band`, `units`, `unit_share`, `incidents`,
  /// `incident_share`.
  ///
  /// Shares are of all units and of their incidents, `nil` without any. Incidents of which a column says
  /// nothing are in a last row, `not_recorded`, which has no units and no shares.
  public var table: FeatureTable {
    let all = distribution.all
    func share(_ part: Int, of whole: Int) -> Double? {
      whole > 0 ? Double(part) / Double(whole) : nil
    }
    let isPartial = notRecorded > 0
    return FeatureTable(
      name: "repeats",
      columns: [
        Column("band", .text(distribution.bands.names + (isPartial ? ["not_recorded"] : []))),
        Column("units", .integers(distribution.units + (isPartial ? [nil] : []))),
        Column(
          "unit_share",
          .reals(
            distribution.units.map { share($0, of: all.units) } + (isPartial ? [nil] : []))),
        Column(
          "incidents", .integers(distribution.incidents + (isPartial ? [notRecorded] : []))),
        Column(
          "incident_share",
          .reals(
            distribution.incidents.map { share($0, of: all.incidents) }
              + (isPartial ? [nil] : []))),
      ])
  }

  /// The incidents of which a column says nothing.
  package var notRecorded: Int { tally.counts.notRecorded }
  /// The incidents without a date, which count in bands and not in windows.
  package var undated: Int { tally.counts.undated }
  /// How many units have two incidents or more.
  package var repeatedCount: Int { tally.ranked.count }

  /// The units of the list, by rank.
  var listed: ArraySlice<Int32> { tally.ranked.prefix(method.top ?? tally.ranked.count) }

  /// The units that met the rule, and their incidents; `nil` without a rule.
  package var triggered: RepeatDistribution.Amount? {
    guard method.trigger != nil else { return nil }
    var amount = RepeatDistribution.Amount()
    for unit in tally.ranked where tally.met[Int(unit)] != .max {
      amount.units += 1
      amount.incidents += tally.incidents[Int(unit)]
    }
    return amount
  }

  /// Whether an incident has a position.
  package var hasPositions: Bool { !tally.x.isEmpty }
  /// The system of the positions, as PROJ takes it; `nil` without positions.
  package var crs: String? { tally.crs }

  /// Returns the dates of days, months where dates tell no more; `nil` for none.
  func date(_ day: Int32) -> String? {
    if day == .max || day == .min { return nil }
    let text = CivilDate(dayNumber: day).description
    return tally.counts.hasMonths ? String(text.prefix(7)) : text
  }

  /// Returns how many days lie between a day and the end of the period, of a month those behind its last;
  /// `nil` if one of them is not known, and for a day behind the end.
  func daysSince(_ day: Int32) -> Int? {
    guard day != .min, let end = reading.period.period?.last else { return nil }
    let date = CivilDate(dayNumber: day)
    let last =
      tally.counts.hasMonths ? date.adding(months: 1).firstOfMonth.dayNumber - 1 : day
    return end.dayNumber >= last ? Int(end.dayNumber - last) : nil
  }
}

extension CivilDate {
  /// The first day of its month.
  fileprivate var firstOfMonth: CivilDate {
    CivilDate(dayNumber: dayNumber - Int32(parts.day) + 1)
  }
}
