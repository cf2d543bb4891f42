import CommandLineKit
import Glibc
import Incidents
import Projections

/// What the options say of incidents, boundaries, filters and projection, checked but not yet used.
struct InputOptions: Sendable {
  var incidents: [String]
  var columns: [(key: ColumnKey, name: String)]
  var dateOrder: DateOrder?
  var incidentsCRS: String?
  /// The column whose values count once, as it was typed.
  var unique: String?
  /// Whether files may hold the same incidents.
  var allowsRepeats = false
  var isStrict: Bool
  /// How many rows must be of use; a command that lists ``specs`` reads it.
  var bounds = AssignmentBounds.none
  var boundaries: [String]
  var codeField: String?
  var nameField: String?
  var studyArea: String?
  var snap: Double
  var crs: String?
  var gridFolders: [String]
  var allowsBallpark: Bool
  var isExact: Bool
  var from: DateBound?
  var to: DateBound?
  var categories: [String]
  var excludedCategories: [String]
  /// The hours asked for; a command that lists their options sets them.
  var hours: HoursFilter?
  var timeZone: String
  var threads: Int

  /// A day or month that bounds the period.
  struct DateBound: Sendable {
    var option: String
    var text: String
    var isMonth: Bool
    var first: CivilDate
    /// The first day after it.
    var next: CivilDate
  }

  /// The options that are read here.
  static let specs: [OptionSpec] =
    SharedOptions.incidentInput + SharedOptions.repeats + AssignmentBounds.specs
    + SharedOptions.boundaryInput + [SharedOptions.snap.spec]
    + SharedOptions.projection + SharedOptions.filters + [SharedOptions.threads.spec]

  /// Reads the options of a command that lists ``specs``.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - needsBoundaries: Whether the command can do nothing without areas.
  ///   - needsIncidents: Whether the command can do nothing without incidents.
  ///   - weighs: Whether the command weighs incidents by a column.
  /// - Throws: ``UsageError`` for values that are not allowed.
  init(
    _ arguments: Arguments, needsBoundaries: Bool = true, needsIncidents: Bool = true,
    weighs: Bool = false
  ) throws(UsageError) {
    try self.init(ofFiles: arguments, weighs: weighs)
    if needsIncidents { incidents = try arguments.requiredValue(of: SharedOptions.incidents) }
    if needsBoundaries { boundaries = try arguments.requiredValue(of: SharedOptions.boundaries) }
    snap = try arguments.value(of: SharedOptions.snap)
    bounds = try AssignmentBounds(arguments)
    try readRepeats(arguments)
    try readFilters(arguments)
  }

  /// Reads the options of a command that lists ``SharedOptions/repeats``.
  mutating func readRepeats(_ arguments: Arguments) throws(UsageError) {
    unique = try arguments.value(of: SharedOptions.unique)
    allowsRepeats = arguments.isSet(SharedOptions.allowRepeats)
  }

  /// Reads the filters of a command that lists ``SharedOptions/filters``.
  mutating func readFilters(_ arguments: Arguments) throws(UsageError) {
    from = try Self.bound(arguments, SharedOptions.from, "--from")
    to = try Self.bound(arguments, SharedOptions.to, "--to")
    categories = try arguments.value(of: SharedOptions.category)
    excludedCategories = try arguments.value(of: SharedOptions.excludeCategory)
    if let from, let to, to.next <= from.first {
      throw .invalid("--to '\(to.text)' is before --from '\(from.text)'", help: nil)
    }
  }

  /// How what the coordinates of GIS files mean is told.
  var featureSystem: FeatureSystem {
    FeatureSystem(named: incidentsCRS) { [gridFolders] crs in
      // Looking a system up takes PROJ some milliseconds, and degrees are the usual case.
      if crs == "EPSG:4326" { return true }
      guard let context = try? ProjectionContext(gridFolders: gridFolders) else { return nil }
      return try? CoordinateSystem(crs, in: context).isGeographic
    }
  }

  /// What the filter options ask for.
  var filter: IncidentFilter {
    IncidentFilter(
      categories: categories, excludedCategories: excludedCategories,
      from: from.map { CivilTime(date: $0.first) }, before: to.map { CivilTime(date: $0.next) },
      hours: hours?.weekly)
  }

  /// Reads the columns that the user named.
  static func columns(
    _ arguments: Arguments
  ) throws(UsageError) -> [(key: ColumnKey, name: String)] {
    let pairs = try arguments.value(of: SharedOptions.columns)?.elements ?? []
    return pairs.compactMap { pair in ColumnKey(rawValue: pair.key).map { ($0, pair.value) } }
  }

  /// The column of weights that the user named; one that is merely found is not used.
  var weightName: String? { columns.first { $0.key == .weight && !$0.name.isEmpty }?.name }

  /// Whether incidents count by a column of weights.
  var usesWeights: Bool { weightName != nil }

  /// How many processors the machine offers.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Reads the zone, which must exist where it is named, also where no dates will be read.
  static func timeZone(_ arguments: Arguments) throws(UsageError) -> String {
    let zone = try arguments.value(of: SharedOptions.timeZone)
    guard arguments.isGiven(SharedOptions.timeZone) else { return zone }
    do throws(TimeZoneError) {
      _ = try TimeZoneDatabase.system.rules(named: zone)
    } catch {
      throw .invalid(error.description)
    }
    return zone
  }

  private static func bound(
    _ arguments: Arguments, _ option: Option<String?>, _ name: String
  ) throws(UsageError) -> DateBound? {
    guard let text = try arguments.value(of: option) else { return nil }
    let parsed = DateColumnReader().parse(Array(text.utf8).span)
    let first = CivilTime(seconds: parsed.seconds).date
    switch parsed.kind {
    case .day:
      return DateBound(
        option: name, text: text, isMonth: false, first: first,
        next: CivilDate(dayNumber: first.dayNumber + 1))
    case .month:
      let (year, month, _) = first.parts
      let days = CivilDate.days(inMonth: month, of: year)
      return DateBound(
        option: name, text: text, isMonth: true, first: first,
        next: CivilDate(dayNumber: first.dayNumber + Int32(days)))
    default:
      throw .invalidValue(
        text, option: name, allowed: "a day such as 2017-03-31 or a month such as 2017-03",
        suggestions: [])
    }
  }
}
