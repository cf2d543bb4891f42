import CommandLineKit
import HotspotsKit
import Incidents

extension StudyOptions {
  /// The options of commands that look at boundary files alone.
  static let boundaryFileSpecs: [OptionSpec] =
    SharedOptions.boundaryInput + SharedOptions.projection

  /// The options of commands that look at files of either kind, without filters.
  static let fileSpecs: [OptionSpec] =
    SharedOptions.incidentInput + boundaryFileSpecs
    + [SharedOptions.timeZone.spec, SharedOptions.threads.spec]

  /// Reads the options of a command that lists ``boundaryFileSpecs`` and no incidents.
  init(ofBoundaryFiles arguments: Arguments) throws(UsageError) {
    self.init(boundaries: BoundaryFiles(try arguments.value(of: SharedOptions.boundaries)))
    // Commands that offer the bounds read them; to the others nothing is an answer.
    bounds = .none
    boundaries.codeField = try arguments.value(of: SharedOptions.codeField)
    boundaries.nameField = try arguments.value(of: SharedOptions.nameField)
    boundaries.studyAreas = try arguments.value(of: SharedOptions.studyArea)
    boundaries.groupField = try arguments.value(of: SharedOptions.groupField)
    boundaries.isStrict =
      arguments.lists(SharedOptions.strict.spec) && arguments.isSet(SharedOptions.strict)
    boundaries.rebuildsIndex = arguments.isSet(SharedOptions.rebuildIndex)
    coordinates.crs = try arguments.value(of: SharedOptions.crs)
    if coordinates.crs?.lowercased() == "auto" {
      (coordinates.crs, coordinates.isLocal) = (nil, true)
    }
    coordinates.gridFolders = try arguments.value(of: SharedOptions.grids).map { [$0] } ?? []
    coordinates.allowsBallpark = arguments.isSet(SharedOptions.allowBallpark)
    coordinates.isExact = arguments.isSet(SharedOptions.exactProjection)
  }

  /// Reads the options of a command that lists ``fileSpecs``; either kind of file may be absent.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - weighs: Whether the command weighs incidents by a column; elsewhere one that is named is
  ///     refused, because nobody should take counts for weights.
  /// - Throws: ``UsageError`` for values that are not allowed.
  init(ofFiles arguments: Arguments, weighs: Bool = false) throws(UsageError) {
    try self.init(ofBoundaryFiles: arguments)
    incidents.paths = try arguments.value(of: SharedOptions.incidents)
    incidents.columns = try Self.columns(arguments)
    if !weighs, let weight = incidents.weightName {
      throw .invalid(
        "cannot use '--columns weight=\(weight)': this command counts incidents, each for one",
        help:
          "hotspots density and hotspots clusters weigh them; here leave weight out of --columns")
    }
    incidents.headerRow = try arguments.value(of: SharedOptions.headerRow)
    incidents.dateOrder = try arguments.value(of: SharedOptions.dateFormat)
    incidents.timeFormat = try arguments.value(of: SharedOptions.timeFormat)
    incidents.crs = try arguments.value(of: SharedOptions.incidentsCRS)
    incidents.rebuildsIndex = arguments.isSet(SharedOptions.rebuildIndex)
    incidents.isStrict = arguments.isSet(SharedOptions.strict)
    filter.timeZone = try Self.timeZone(arguments)
    threads = try arguments.value(of: SharedOptions.threads) ?? Self.processorCount
  }
}
