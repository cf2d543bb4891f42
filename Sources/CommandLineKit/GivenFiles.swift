/// The files and folders that the options of a command line name, as typed and in their order.
package struct GivenFiles: Sendable, Equatable {
  /// What is read.
  package private(set) var read: [String] = []
  /// The files that are written.
  package private(set) var written: [String] = []
  /// The folders that are replaced as a whole.
  package private(set) var replaced: [String] = []

  /// Finds the files among options, by their roles.
  ///
  /// - Parameters:
  ///   - given: What was given.
  ///   - options: Every option the command knows.
  package init(_ given: [Arguments.RecordedOption], options: [OptionSpec]) {
    for option in given {
      guard let spec = options.first(where: { $0.name == option.name }) else { continue }
      let paths = option.values.flatMap(spec.paths)
      switch spec.role {
      case .value: break
      case .reads, .readsNamed, .readsFolder: read += paths
      case .writes: written += paths
      case .writesFolder: replaced += paths
      }
    }
  }
}

extension Arguments {
  /// The files that the options name, those of a configuration file included.
  package var files: GivenFiles { GivenFiles(given, options: options) }
}
