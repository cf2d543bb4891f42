package import Assignment
import Boundaries
public import HotspotAnalysis
public import Incidents

/// Describes each area of the first layer: what its incidents are made of, what is over-represented, in
/// what it leads, how much falls in the night.
///
/// See <doc:ProfilingAreas>.
///
///     let profiles = try await study.run(AreaProfiles())
///     profiles.table[column: "over_represented"]
///     profiles.longTable[column: "lq"]
///
/// Nothing is said of fewer than ten incidents. With hours asked for, incidents count with their
/// probability of having happened in them, and nothing is said of the night.
public struct AreaProfiles: StudyMethod {
  /// The hours of the night.
  public var night = NightSplit.nightTimeEconomy
  /// The column that tells where the victim lives: yes and no, or codes or names of areas of the first
  /// layer; `nil` for none.
  public var residentColumn: String?
  /// The people of the first layer's areas, for rates; `nil` for none.
  public var population: Population?

  /// Whether the incidents of each area are counted by hour of the week too, for its page.
  ///
  /// Five kilobytes for each area and thread; rows that stand for several incidents are not counted so.
  public var countsWeeks = false

  /// The most areas of which each has hours of the week and a page.
  public static let pageLimit = 1000

  /// Creates the method.
  ///
  /// - Parameters:
  ///   - night: The hours of the night.
  ///   - residentColumn: The column that tells where the victim lives.
  ///   - population: The people of the first layer's areas, for rates.
  public init(
    night: HoursOfDay = NightSplit.nightTimeEconomy, residentColumn: String? = nil,
    population: Population? = nil
  ) {
    self.night = night
    self.residentColumn = residentColumn
    self.population = population
  }

  /// Areas, windows and the period; categories if every file has them.
  public var needs: StudyNeeds {
    var needs = homes?.needs ?? StudyNeeds()
    needs.areas = true
    needs.countsRows = false
    needs.category = .whereKnown
    needs.windows = true
    needs.period = true
    return needs
  }

  /// Settles whether nights can be told, and reads the table of the population.
  ///
  /// - Throws: ``InputError/noBoundaries``; ``ProfilePagesError`` for hours of more areas than
  ///   ``pageLimit``; ``AreaValuesError`` and `IncidentError` for a table that cannot be read.
  public func plan(for study: OpenedStudy) throws -> Plan {
    let layer = try study.requiredInput().boundaries.layers[0]
    if countsWeeks && layer.areaCount > Self.pageLimit {
      throw ProfilePagesError.tooManyAreas(layer.areaCount, limit: Self.pageLimit)
    }
    let absence: ProfileNightAbsence? =
      study.usesHours ? .hoursChosen : HourAbsence(of: study.sources).map(ProfileNightAbsence.data)
    return Plan(
      areaCount: layer.areaCount, usesCategories: study.usesCategories,
      usesHours: study.usesHours, hasWindows: study.hasWindows, rules: study.rules,
      night: absence == nil ? WeeklyHours(hours: night) : nil, nightAbsence: absence,
      weeks: countsWeeks && absence == nil && study.options.incidents.countColumn == nil
        ? Self.weeks : nil,
      homes: try homes?.plan(for: study),
      population: try population.map { try AreaValues($0.table, for: layer, as: .population) })
  }

  /// Returns the counter of one worker.
  public func sink(_ plan: Plan) -> ProfileCounter { ProfileCounter(plan) }

  /// Adds up what the workers counted.
  ///
  /// - Throws: ``ResidentColumnError`` for a column that tells no homes; ``CrossCountsError`` for one
  ///   with too many different texts.
  /// - Complexity: O(*k* *n* log *n*) for *n* areas and *k* categories.
  public func result(
    _ plan: Plan, shares: [StudyShare<ProfileCounter.Counts>], reading: StudyReading
  ) throws -> Result {
    let layer = reading.requiredInput.boundaries.layers[0]
    let counts = LayerCounts(
      layer: 0, areaCount: plan.areaCount, shares: shares.map { ($0.value.areas, $0.categories) },
      categories: reading.categories)
    precondition(
      counts.totals.reduce(0, +) == reading.reconciliations[0].assignedIncidents,
      "AreaProfiles: the areas' incidents and the assigned differ")
    var result = Result(method: self, reading: reading, counts: counts)
    result.nightAbsence = plan.nightAbsence
    if plan.night != nil {
      let nights = AreaNights(
        shares, categories: reading.categories, areaCount: plan.areaCount, hours: night)
      result.nightAbsence = nights.absence.map(ProfileNightAbsence.data)
      if nights.absence == nil {
        result.nights = nights
        result.weeks = weeks(shares, areas: plan.areaCount, rules: plan.rules)
      }
      result.times = shares.reduce(into: reading.times) { $0.merge($1.value.notes) }
    }
    if let homes, let homePlan = plan.homes, let residentColumn {
      let counted = try homes.result(
        homePlan,
        shares: shares.compactMap { share in
          share.value.homes.map {
            StudyShare(value: $0, categories: share.categories, labels: share.labels)
          }
        }, reading: reading)
      result.residents = try ResidentShares(counted, column: residentColumn, layer: layer)
    }
    if let values = plan.population, let population {
      result.rates = AreaRates(
        counts: counts.totals, expected: counts.expected.isEmpty ? nil : counts.amounts,
        population: values, per: population.per)
    }
    return result
  }

  /// Adds up the hours of each area; none if they were not counted.
  private func weeks(
    _ shares: [StudyShare<ProfileCounter.Counts>], areas: Int, rules: TimeZoneRules
  ) -> [HourProfile] {
    let counted = shares.compactMap { share in
      share.value.weeks.map { (counts: $0, categories: share.categories) }
    }
    if counted.isEmpty { return [] }
    return HourReading(shares: counted)
      .tables(of: areas, by: .area, categories: nil, rules: rules).map { $0.profile() }
  }

  /// How hours of the week are counted.
  private static var weeks: AoristicHours {
    var hours = AoristicHours()
    hours.grouping = .area
    return hours
  }

  /// What is counted by area and home; `nil` where no column tells homes.
  private var homes: CrossCounts? {
    residentColumn.map { CrossCounts(by: [.area, .column($0)]) }
  }

  /// What is settled before incidents are read.
  public struct Plan: Sendable {
    let areaCount: Int
    let usesCategories: Bool
    let usesHours: Bool
    let hasWindows: Bool
    let rules: TimeZoneRules
    /// The hours of the night; `nil` if nothing can be told of them.
    let night: WeeklyHours?
    let nightAbsence: ProfileNightAbsence?
    /// How hours of the week are counted; `nil` if they are not.
    let weeks: AoristicHours?
    let homes: CrossCounts.Plan?
    let population: AreaValues?
  }

  /// The profiles of all areas.
  public struct Result: Sendable {
    /// What was asked.
    public let method: AreaProfiles
    /// What was read, and what became of every row.
    public let reading: StudyReading
    /// The incidents of the areas, by category where categories are known.
    package let counts: LayerCounts
    /// What each area's incidents are made of.
    package let mix: CategoryMix
    /// The incidents of the night; `nil` if nothing can be told of them.
    package internal(set) var nights: AreaNights?
    /// Why nothing can be told of the night; `nil` if something can.
    public internal(set) var nightAbsence: ProfileNightAbsence?
    /// The incidents of each area by hour of the week; empty if they were not counted.
    package internal(set) var weeks: [HourProfile] = []
    /// How many victims live in each area; `nil` where no column tells homes.
    package internal(set) var residents: ResidentShares?
    /// The rates; `nil` without a population.
    package internal(set) var rates: AreaRates?
    /// The incidents of each area beside those of an earlier period; `nil` if none is compared with.
    package internal(set) var changes: PeriodChange.Result?
    /// The datasets beside which the incidents are one; `nil` if there are no others.
    public internal(set) var datasets: DatasetComparison?
    /// What was noticed about windows.
    var times: TimeNotes
    /// What the areas' incidents weigh, by area, and all of them; `nil` without weights.
    package let weights: (byArea: [Double], total: Double)?

    init(method: AreaProfiles, reading: StudyReading, counts: LayerCounts) {
      self.method = method
      self.reading = reading
      self.counts = counts
      mix = CategoryMix(counts)
      times = reading.times
      weights = reading.weighing.map { counts.weights($0.values) }
    }
  }
}

/// Why profiles say nothing of the night.
public enum ProfileNightAbsence: Sendable, Equatable, CustomStringConvertible {
  /// The data tell no hours.
  case data(HourAbsence)
  /// Incidents count by their chance of lying in hours that were asked for.
  case hoursChosen

  /// What was found, as a clause.
  public var description: String {
    switch self {
    case .data(let absence): absence.description
    case .hoursChosen: "incidents of certain hours are asked for"
    }
  }
}
