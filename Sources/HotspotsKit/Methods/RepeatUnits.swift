import Assignment
import Boundaries
import Cartography
public import HotspotAnalysis
import Incidents

/// To whom, or where, incidents happen again and again: units and incidents by bands, and a ranked list
/// of those with two and more.
///
/// Units are locations, what a column tells apart, such as persons and premises, or pairs of two of
/// these. With boundaries only incidents in an area of the first layer count; without them every row
/// does. See <doc:FindingRepeats>.
///
///     let repeats = try await study.run(RepeatUnits(by: .column("Victim")))
///     repeats.table       // units and incidents of each band
///     repeats.worklist    // those with two incidents or more, ranked
///
/// With hours asked for, incidents that could have happened in them count whole.
public struct RepeatUnits: StudyMethod {
  /// What units are told apart by.
  public enum Unit: Sendable, Equatable {
    /// The position at which an incident lies, to the centimetre.
    case location
    /// The text in a column, given by its name or by what it serves for.
    case column(String)
  }

  /// What units are.
  public var unit: Unit
  /// What a unit must have the same too, which makes pairs; `nil` for units of one thing.
  public var partner: Unit?
  /// How near locations are joined, in metres from 1 to 10,000; `nil` to leave all apart.
  ///
  /// For locations alone.
  public var within: Double?
  /// The bands of the table.
  public var bands: RepeatBands
  /// When a unit is looked at; `nil` for no such rule.
  public var trigger: RepeatTrigger?
  /// Whether the list says what columns say of units, which may be persons; else it numbers them.
  public var showsUnits = false
  /// How many units the list has at most, at least 1; `nil` for all with two incidents or more.
  public var top: Int?

  /// The most units, positions or names of places that are kept: about 600 MB.
  public static let limit = 4_000_000
  /// The most that this one keeps.
  var capacity = RepeatUnits.limit

  /// Creates the method.
  ///
  /// - Parameters:
  ///   - unit: What units are.
  ///   - partner: What a unit must have the same too.
  ///   - within: How near locations are joined, in metres.
  ///   - bands: The bands of the table.
  ///   - trigger: When a unit is looked at.
  public init(
    by unit: Unit = .location, and partner: Unit? = nil, within: Double? = nil,
    bands: RepeatBands = .usual, trigger: RepeatTrigger? = nil
  ) {
    self.unit = unit
    self.partner = partner
    self.within = within
    self.bands = bands
    self.trigger = trigger
  }

  /// What units are, both things of a pair.
  var sides: [Unit] { [unit] + [partner].compactMap(\.self) }
  /// The columns that tell units apart.
  var columns: [String] {
    sides.compactMap { if case .column(let name) = $0 { name } else { nil } }
  }

  /// The columns, positions of locations, dates where there are any, and names of places.
  public var needs: StudyNeeds {
    var needs = StudyNeeds(times: true, location: true)
    needs.countsRows = false
    needs.period = true
    needs.identities = columns
    needs.readsPositions = sides.contains(.location)
    // A rule about time rests on dates, whose order must be known.
    needs.months = trigger != nil
    return needs
  }

  /// Settles what batches are told apart by.
  ///
  /// - Throws: ``InputError/namedAreasWithoutPositions`` for locations of which some have an area only;
  ///   ``RepeatUnitsError/monthsOnly(path:rule:)``; `ProjectionError` for a system of positions that is
  ///   not known.
  public func plan(for study: OpenedStudy) throws -> Plan {
    precondition(within == nil || sides == [.location], "RepeatUnits: only locations are joined")
    if sides.contains(.location) { try study.requirePositions() }
    let monthly = study.sources.first { $0.columns.time?.isMonth == true }
    if let trigger, !trigger.isOfMonths, let monthly {
      throw RepeatUnitsError.monthsOnly(path: monthly.path, rule: trigger.words)
    }
    let hasPositions = study.input != nil || sides.contains(.location)
    let system =
      study.input == nil && hasPositions
      ? try AnalysisSystem(
        AnalysisInput.incidentsCRS(of: study.sources, study.options),
        gridFolders: study.options.coordinates.gridFolders) : nil
    let request = RepeatCounter.Request(
      sides: sides.map { side in
        guard case .column(let name) = side else { return .location }
        guard let place = study.needs.identities.firstIndex(of: name) else {
          preconditionFailure("RepeatUnits: a column that was not asked for")
        }
        return .column(place)
      },
      positionScale: system?.isProjected == false ? 1e7 : 100, hasPositions: hasPositions,
      hasDates: study.sources.contains { $0.columns.time != nil }, trigger: trigger?.count ?? 0,
      limit: capacity, rules: study.rules)
    return Plan(request: request, system: system, observer: study.observer)
  }

  /// Returns the counter of one worker.
  public func sink(_ plan: Plan) -> RepeatCounter { RepeatCounter(plan.request) }

  /// Joins and ranks what the workers counted.
  ///
  /// - Throws: ``RepeatUnitsError/tooMany(limit:)``; ``RepeatUnitsError/noMetres(system:)``;
  ///   `ProjectionError`.
  /// - Complexity: O(*n* log *n*) for *n* units, locations, and incidents if there is a rule about
  ///   time.
  public func result(
    _ plan: Plan, shares: [StudyShare<RepeatCounter.Counts>], reading: StudyReading
  ) throws -> Result {
    var counts = shares.first?.value ?? RepeatCounter.Counts(sides: sides.count)
    for share in shares.dropFirst() { counts.merge(share.value, limit: capacity) }
    if counts.isFull { throw RepeatUnitsError.tooMany(limit: capacity) }
    let tally = try RepeatTally(self, plan, counts, reading)
    precondition(
      tally.incidents.reduce(counts.notRecorded, +) == reading.reconciliations[0].assignedIncidents,
      "RepeatUnits: the incidents of all units, those not recorded and the assigned differ")
    plan.observer(.finished(stage: "joining and ranking"))
    return Result(method: self, reading: reading, tally: tally)
  }

  /// What is counted by.
  public struct Plan: Sendable {
    let request: RepeatCounter.Request
    /// The system of the positions, if there are no areas into whose system they come.
    let system: AnalysisSystem?
    let observer: StudyObserver
  }
}

/// Why repeats cannot be found.
public enum RepeatUnitsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There are more units, positions or names than are kept.
  case tooMany(limit: Int)
  /// Dates tell no more than their month, and the rule about time is of days.
  case monthsOnly(path: String, rule: String)
  /// Positions cannot be converted to metres.
  case noMetres(system: String)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .tooMany(let limit):
      "cannot find repeats: more than \(NumberWords.grouped(limit)) different units, positions or "
        + "names of places occur, which is the limit"
    case .monthsOnly(let path, let rule):
      "\(path): dates are months, so that \(rule) cannot be told: the window must be of months"
    case .noMetres(let system):
      "cannot find metres for the positions in \(system): they lie beyond where a system of metres "
        + "can be used"
    }
  }
}
