import Assignment
import Boundaries
package import HotspotAnalysis
public import Incidents
import Interchange
public import Tables

/// What tables of hours are grouped by.
public enum HourGrouping: String, Sendable, CaseIterable {
  /// One table for each category.
  case category
  /// One table for each area of the first layer.
  case area
}

/// Spreads incidents over the hours of the week (aoristic analysis).
///
/// An incident with a start and an end is spread evenly over the time between them, exactly and by
/// the local clock. One without an end counts at its start. The weights of an incident add up to 1.
/// See <doc:SpreadingOverHours>.
///
///     let hours = try await study.run(AoristicHours())
///     hours.table        // a row for each hour, a column for each weekday
///
/// Incidents without a time of day are in no table and are counted as `untimed`, unless the study
/// filters them (``StudyFilter/windows``). The table says little if most windows are long.
///
/// After Ratcliffe (2002), https://doi.org/10.1023/A:1013240828824
public struct AoristicHours: StudyMethod {
  /// What tables are grouped by; `nil` for a single table.
  public var grouping: HourGrouping?
  /// The hour at which an operational day starts.
  public var dayStart = 0
  /// The hours of the night.
  public var night = NightSplit.nightTimeEconomy
  /// The length of the shift to find, in hours.
  public var shift = 8
  /// Whether night and day are split by category.
  public var splitsNight = true
  /// How windows are made, if the study does not make them.
  public var windows = WindowOptions()

  /// Creates the method, with a single table.
  public init() {}

  /// Windows, and categories or areas if the tables are grouped by them.
  public var needs: StudyNeeds {
    var needs = StudyNeeds()
    needs.windows = true
    needs.areas = grouping == .area
    if splitsNight { needs.category = .whereKnown }
    if grouping == .category { needs.category = .required }
    return needs
  }

  /// Makes ready.
  public func plan(for study: OpenedStudy) -> Plan {
    Plan(
      rules: study.rules, hasWindows: study.hasWindows, weighsCategories: study.weights != nil)
  }

  /// Returns the counter of one worker.
  public func sink(_ plan: Plan) -> HourCounter {
    var method = self
    method.grouping = counting(plan.weighsCategories)
    return HourCounter(method, rules: plan.rules, hasWindows: plan.hasWindows)
  }

  /// What incidents are counted by: weights need them by category.
  func counting(_ weighsCategories: Bool) -> HourGrouping? {
    grouping ?? (weighsCategories ? .category : nil)
  }

  /// Adds up what the workers counted.
  public func result(
    _ plan: Plan, shares: [StudyShare<HourCounter.Counts>], reading: StudyReading
  ) -> Result {
    Result(self, plan.rules, shares, reading)
  }

  /// The clock by which hours are counted.
  public struct Plan: Sendable {
    let rules: TimeZoneRules
    let hasWindows: Bool
    let weighsCategories: Bool

    /// Takes a clock.
    ///
    /// - Parameters:
    ///   - rules: The rules of its zone.
    ///   - hasWindows: Whether batches carry windows.
    ///   - weighsCategories: Whether categories have weights.
    package init(rules: TimeZoneRules, hasWindows: Bool, weighsCategories: Bool = false) {
      (self.rules, self.hasWindows) = (rules, hasWindows)
      self.weighsCategories = weighsCategories
    }
  }

  /// The incidents by hour of the week.
  public struct Result: Sendable {
    /// What was asked.
    public let method: AoristicHours
    /// What was read, and what became of every row.
    public let reading: StudyReading
    /// The incidents without a time of day, which are in no table.
    public let untimed: Int
    /// The incidents in the tables whose start is a day without a time, where starts were read: they are
    /// spread over that day.
    public let wholeDays: Int
    /// All incidents.
    package let profile: HourProfile
    /// The names and profiles of the groups, in order; empty without groups.
    package let groups: [(name: String, profile: HourProfile)]
    /// Those of each category, in the order of the list; empty unless these are weighed.
    package let categoryProfiles: [HourProfile]
    /// The split of night and day, by category if categories were read.
    package let night: NightSplit
    /// What was noticed about windows.
    package let times: TimeNotes

    init(
      _ method: AoristicHours, _ rules: TimeZoneRules, _ shares: [StudyShare<HourCounter.Counts>],
      _ reading: StudyReading
    ) {
      self.method = method
      self.reading = reading
      let counted = HourReading(shares: shares.map { ($0.value, $0.categories) })
      let counting = method.counting(reading.weighing != nil)
      let names =
        switch counting {
        case nil: [""]
        case .category: reading.categories?.labels ?? []
        case .area: reading.requiredInput.boundaries.layers[0].codes
        }
      let tables = counted.tables(
        of: names.count, by: counting, categories: reading.categories, rules: rules)
      var total = AoristicAccumulator(rules: rules)
      for table in tables { total.merge(table) }
      profile = total.profile()
      groups = method.grouping == nil ? [] : zip(names, tables).map { ($0, $1.profile()) }
      categoryProfiles =
        reading.weighing != nil && counting == .category ? tables.map { $0.profile() } : []
      night = NightSplit(
        counts: counted.nights(of: reading.categories), night: method.night, rules: rules)
      untimed = shares.reduce(0) { $0 + $1.value.untimed }
      wholeDays = shares.reduce(0) { $0 + $1.value.wholeDays }
      times = shares.reduce(into: reading.times) { $0.merge($1.value.notes) }
      precondition(
        reading.placements[0].assigned == profile.incidents + untimed,
        "AoristicHours: the incidents with and without a time and the assigned differ")
    }
  }
}

extension AoristicHours.Result {
  /// The expected incidents: a row for each hour and for the total, a column for each weekday.
  ///
  /// Tables of groups are stacked, and named in the first column. With ``StudyOptions/weights``, and
  /// unless the groups are areas, `weight`, `weight_share` and `weight_rank` of each hour follow.
  public var table: FeatureTable {
    var table = HourTable.featureTable(
      name: "hours", of: tables(dayStart: method.dayStart), by: method.grouping?.rawValue)
    table.columns += weightColumns
    return table
  }

  /// The split of night and day: a row for each category, or a single one if categories were not
  /// read.
  public var nightTable: FeatureTable {
    night.table(categories: reading.categories?.labels ?? ["all"])
  }

  /// What was chosen and found.
  public var choices: [Choice] {
    let filter = reading.options.filter
    return reading.inputChoices + [
      Choice(
        "time_zone", .text(filter.timeZone), "times: local times are those of \(filter.timeZone)"),
      Choice("day_start", .text(HoursOfDay.label(method.dayStart))),
      Choice("reversed", .text(windows.reversed.rawValue)),
      Choice("max_window_hours", windows.longest.map(JSONValue.integer) ?? .null),
      Choice("shift_hours", .integer(method.shift)),
      Choice(
        "times", times.json, sentences: timeNotes.map { "times: \($0)" }),
      Choice("answers", answers.json, sentences: answers.sentences),
    ] + reading.likeness.choices + (reading.weighing?.choices ?? []) + weightChoices
  }

  /// How windows were made.
  private var windows: WindowOptions { reading.options.filter.windows ?? method.windows }

  /// What was noticed about windows, a phrase for each thing that occurred.
  package var timeNotes: [String] { times.words(rules: windows.reversed) }

  /// What people should know before they read the table.
  public var findings: [Finding] { reading.findings }

  /// Answers to the usual questions about the hours.
  package var answers: HourAnswers { HourAnswers(profile, night: nightTotal, method) }

  /// The count in the night over all categories.
  package var nightTotal: ExpectedCount {
    var total = ExpectedCount()
    for count in night.counts { total.merge(count) }
    return total
  }

  /// Lays out the tables for writing: one for each group, or a single one.
  package func tables(dayStart: Int) -> [HourTable] {
    groups.isEmpty
      ? [profile.table(dayStart: dayStart)]
      : groups.map { $0.profile.table(name: $0.name, dayStart: dayStart) }
  }
}
