/// A subcommand: options declared, checked when it is made, then run.
///
///     package struct AreasCommand: Command {
///       package static let name = "areas"
///       package static let abstract = "Count incidents in each boundary area."
///       package static let example =
///         "hotspots areas --incidents samples/incidents.csv --boundaries boundaries/areas.shp"
///       static let top = Option<Int>("top", valueName: "N", help: "Areas to list", default: 10)
///       package static let options = SharedOptions.incidentInput + [top.spec]
///
///       let top: Int
///       package init(_ arguments: Arguments) throws(UsageError) {
///         top = try arguments.value(of: Self.top)
///       }
///       package func run(in console: Console) async throws { ... }
///     }
package protocol Command: Sendable, SendableMetatype {
  /// The name by which the command is called, in lower case.
  static var name: String { get }
  /// What the command does, in one sentence that begins with a verb.
  static var abstract: String { get }
  /// Further paragraphs for help, separated by blank lines. Empty by default.
  static var discussion: String { get }
  /// A whole command line that runs on the sample files.
  static var example: String { get }
  /// Every option of the command except those that all commands have.
  static var options: [OptionSpec] { get }
  /// Lists of options of which at least one must be given. Empty by default.
  static var alternatives: [[OptionUse]] { get }
  /// Advice for options that other commands have and people may look for here, by the option with
  /// its dashes. Empty by default.
  static var detours: [String: String] { get }
  /// The columns of the command's table, in their order. Empty by default.
  static var columns: [OutputColumn] { get }
  /// The articles on what the command computes. Empty by default.
  static var articles: [MethodArticle] { get }

  /// Reads the options and checks all that can be checked without opening a file.
  init(_ arguments: Arguments) throws(UsageError)

  /// Does the work.
  ///
  /// Errors end the program with their own exit status; see ``ExitStatusConvertible``.
  func run(in console: Console) async throws
}

extension Command {
  /// Nothing.
  package static var discussion: String { "" }

  /// None.
  package static var detours: [String: String] { [:] }

  /// None.
  package static var alternatives: [[OptionUse]] { [] }

  /// None.
  package static var columns: [OutputColumn] { [] }

  /// None.
  package static var articles: [MethodArticle] { [] }

  /// Every option that may follow the command's name, in the order of help.
  package static var allOptions: [OptionSpec] { options + StandardOptions.all }
}

/// The options that every command has.
package enum StandardOptions {
  /// A file of options.
  package static let config = Option<String?>(
    "config", valueName: "FILE",
    help: """
      Read options from a JSON5 file, under the names used here without dashes. Command-line \
      options take precedence. Relative paths in the file start from its own folder
      """,
    section: OptionSection.general, role: .reads(["json", "json5"]),
    isRecorded: false)
  /// Silences everything except warnings and errors.
  package static let quiet = Flag(
    "quiet", help: "Print only warnings and errors", section: OptionSection.general,
    rules: [.excludes("--verbose", because: "one prints less, the other more")], isRecorded: false)
  /// Prints details too.
  package static let verbose = Flag(
    "verbose", help: "Print more: each step and the time it took", section: OptionSection.general,
    isRecorded: false)
  /// Prints the version and ends.
  package static let version = Flag(
    "version", help: "Print the version", section: OptionSection.general, isRecorded: false)
  /// Prints help and ends.
  package static let help = Flag(
    "help", shortName: "h", help: "Print this help", section: OptionSection.general,
    isRecorded: false)

  /// The options in the order of help.
  package static let all = [
    config.spec.typedOnly, quiet.spec, verbose.spec, version.spec.typedOnly, help.spec.typedOnly,
  ]

  /// Returns the verbosity of the console.
  static func verbosity(of arguments: Arguments) -> Console.Verbosity {
    if arguments.isSet(quiet) { return .quiet }
    return arguments.isSet(verbose) ? .verbose : .normal
  }
}
