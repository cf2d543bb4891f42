import CommandLineKit
import HotspotsKit
import Incidents

extension StudyOptions {
  /// The options that are read here, of a command that needs incidents and areas.
  static let specs = looseSpecs.requiring("--incidents", "--boundaries")

  /// The same, none of them required.
  static let looseSpecs: [OptionSpec] =
    SharedOptions.incidentInput + SharedOptions.repeats + AssignmentBounds.specs
    + SharedOptions.boundaryInput + [SharedOptions.snap.spec]
    + SharedOptions.projection + SharedOptions.filters + [SharedOptions.threads.spec]

  /// The same with those of partners' tables, of a command that counts incidents by areas, columns
  /// and days.
  static let tableSpecs = looseSpecs + SharedOptions.partnerTables

  /// Reads the options of a command that lists ``specs``.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - weighs: Whether the command weighs incidents by a column.
  /// - Throws: ``UsageError`` for values that are not allowed.
  init(_ arguments: Arguments, weighs: Bool = false) throws(UsageError) {
    try self.init(ofFiles: arguments, weighs: weighs)
    boundaries.snap = try arguments.value(of: SharedOptions.snap)
    bounds = try AssignmentBounds(arguments)
    try readRepeats(arguments)
    if arguments.lists(SharedOptions.areaColumn.spec) {
      incidents.areaColumn = try arguments.value(of: SharedOptions.areaColumn)
    }
    if arguments.lists(SharedOptions.countColumn.spec) {
      incidents.countColumn = try arguments.value(of: SharedOptions.countColumn)
    }
    try readFilters(arguments)
  }

  /// Reads the options of a command that lists ``SharedOptions/repeats``.
  mutating func readRepeats(_ arguments: Arguments) throws(UsageError) {
    incidents.uniqueKey = try arguments.value(of: SharedOptions.unique)
    incidents.allowsRepeats = arguments.isSet(SharedOptions.allowRepeats)
  }

  /// Reads the filters of a command that lists ``SharedOptions/filters``.
  mutating func readFilters(_ arguments: Arguments) throws(UsageError) {
    filter.from = try Self.bound(arguments, SharedOptions.from)
    filter.to = try Self.bound(arguments, SharedOptions.to)
    filter.categories = try arguments.value(of: SharedOptions.category)
    filter.excludedCategories = try arguments.value(of: SharedOptions.excludeCategory)
    filter.condition = try Self.condition(arguments)
    if let from = filter.from, let to = filter.to, to.next <= from.first {
      throw .invalid("--to '\(to.text)' is before --from '\(from.text)'", help: nil)
    }
  }

  /// Reads the columns that the user named, but for those of datasets beside the first.
  ///
  /// - Throws: ``UsageError`` for a column of a named dataset where a command has a single one.
  static func columns(
    _ arguments: Arguments
  ) throws(UsageError) -> [(key: ColumnKey, name: String)] {
    let pairs = try arguments.value(of: SharedOptions.columns)?.elements ?? []
    if let pair = pairs.first(where: { DatasetColumn($0) != nil }),
      !arguments.lists(DatasetOptions.dataset.spec)
    {
      throw .invalid(
        "--columns '\(pair.key)' names a dataset, and this command reads a single one",
        help: "leave out what stands before the colon")
    }
    return pairs.compactMap { pair in ColumnKey(rawValue: pair.key).map { ($0, pair.value) } }
  }

  /// Reads the zone, which must exist where it is named, also where no dates will be read.
  static func timeZone(_ arguments: Arguments) throws(UsageError) -> String {
    let zone = try arguments.value(of: SharedOptions.timeZone)
    guard arguments.isGiven(SharedOptions.timeZone) else { return zone }
    do throws(TimeZoneError) {
      _ = try TimeZoneDatabase.system.rules(named: zone)
    } catch {
      throw .invalid(error.description, help: error.help)
    }
    return zone
  }

  private static func condition(_ arguments: Arguments) throws(UsageError) -> Condition? {
    guard let text = try arguments.value(of: SharedOptions.condition) else { return nil }
    do throws(ConditionError) {
      return try Condition(text)
    } catch {
      throw .invalid(error.description, help: error.help)
    }
  }

  private static func bound(
    _ arguments: Arguments, _ option: Option<String?>
  ) throws(UsageError) -> PeriodBound? {
    guard let text = try arguments.value(of: option) else { return nil }
    do throws(PeriodBoundError) {
      return try PeriodBound(text)
    } catch {
      throw .invalidValue(
        text, option: option.spec.longName, allowed: PeriodBoundError.allowed, suggestions: [])
    }
  }
}
