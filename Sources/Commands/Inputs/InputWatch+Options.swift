import CommandLineKit
import HotspotsKit

extension InputWatch {
  /// Does the work of a command with a watch over the files that its options name.
  ///
  /// - Parameters:
  ///   - options: The options of the command.
  ///   - given: What was given for them.
  ///   - digests: Whether the digests of the files will be wanted.
  ///   - work: The work, which calls ``seal()`` before it writes.
  /// - Throws: What the work throws, and ``ChangedInput`` in place of what is said of
  ///   unfit data where they changed meanwhile: half a file has many faults of its own.
  static func over(
    _ options: [OptionSpec], given: [Arguments.RecordedOption], digests: Bool,
    _ work: (InputWatch) async throws -> Void
  ) async throws {
    let watch = InputWatch(
      GivenFiles(given, options: options).read.flatMap(InputFiles.behind), digests: digests)
    do {
      try await work(watch)
    } catch  where [.data, .missingInput].contains(Fault(of: error)) {
      try watch.check()
      throw error
    }
  }
}
