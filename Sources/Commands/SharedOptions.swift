package import CommandLineKit

/// The options that mean the same in every command that has them.
///
/// A command lists a group, or single options, only where it honours every one of them. Values that
/// other modules understand (dates, hours, coordinate systems) stay text here: the command hands them
/// to their module, which words what is wrong with them.
package enum SharedOptions {
  /// The seed of everything random.
  package static let seed = Option<UInt64>(
    "seed", valueName: "N",
    help: "Seed of random permutations; the same seed gives the same result",
    section: OptionSection.general, default: 1)

  /// The number of threads.
  package static let threads = Option<Int?>(
    "threads", valueName: "N",
    help: "Number of threads. By default one for each processor; results never depend on it",
    section: OptionSection.general, isRecorded: false, allowed: "a whole number from 1 to 1024",
    where: { (1...1024).contains($0) })

  /// Silences all but warnings and errors; every command has it without listing it.
  package static let quiet = StandardOptions.quiet

  /// Says more; every command has it without listing it.
  package static let verbose = StandardOptions.verbose
}
