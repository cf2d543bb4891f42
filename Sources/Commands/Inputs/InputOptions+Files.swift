import CommandLineKit
import Incidents

extension InputOptions {
  /// The options of commands that look at boundary files alone.
  static let boundaryFileSpecs: [OptionSpec] =
    SharedOptions.boundaryInput + SharedOptions.projection

  /// The options of commands that look at files of either kind, without filters.
  static let fileSpecs: [OptionSpec] =
    SharedOptions.incidentInput + boundaryFileSpecs
    + [SharedOptions.timeZone.spec, SharedOptions.threads.spec]

  /// Reads the options of a command that lists ``boundaryFileSpecs`` and no incidents.
  init(ofBoundaryFiles arguments: Arguments) throws(UsageError) {
    incidents = []
    columns = []
    isStrict = false
    boundaries = try arguments.value(of: SharedOptions.boundaries)
    codeField = try arguments.value(of: SharedOptions.codeField)
    nameField = try arguments.value(of: SharedOptions.nameField)
    studyArea = try arguments.value(of: SharedOptions.studyArea)
    snap = 0
    crs = try arguments.value(of: SharedOptions.crs)
    gridFolders = try arguments.value(of: SharedOptions.grids).map { [$0] } ?? []
    allowsBallpark = arguments.isSet(SharedOptions.allowBallpark)
    isExact = arguments.isSet(SharedOptions.exactProjection)
    categories = []
    excludedCategories = []
    timeZone = "Europe/London"
    threads = Self.processorCount
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
    incidents = try arguments.value(of: SharedOptions.incidents)
    columns = try Self.columns(arguments)
    if !weighs, let weightName {
      throw .invalid(
        "cannot use '--columns weight=\(weightName)': this command counts incidents, each for one",
        help:
          "hotspots density and hotspots clusters weigh them; here leave weight out of --columns")
    }
    dateOrder = try arguments.value(of: SharedOptions.dateFormat)
    incidentsCRS = try arguments.value(of: SharedOptions.incidentsCRS)
    isStrict = arguments.isSet(SharedOptions.strict)
    timeZone = try Self.timeZone(arguments)
    threads = try arguments.value(of: SharedOptions.threads) ?? Self.processorCount
  }
}
