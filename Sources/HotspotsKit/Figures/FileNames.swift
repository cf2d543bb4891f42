/// The files that a study read, as figures and pages name them: without their folders, which tell a reader
/// nothing and show how somebody's disk is laid out.
package struct FileNames: Sendable {
  /// The paths that have folders, the longest first.
  private let paths: [String]

  /// Takes the paths that texts may contain.
  package init(_ paths: [String]) {
    self.paths = Set(paths.filter { Self.name(of: $0) != $0 })
      .sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// Returns the name of a file; of one in an archive, or a layer of a file, what stands behind the colon
  /// too: `a.zip:2025-01/street.csv`.
  package static func name(of path: String) -> String {
    let parts = path.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let file = parts.first?.split(separator: "/").last else { return path }
    return ([file] + parts.dropFirst()).joined(separator: ":")
  }

  /// Returns a text with names in place of paths.
  ///
  /// - Complexity: O(*n* *m*) for a text of *n* bytes and *m* paths.
  package func shortened(_ text: String) -> String {
    paths.reduce(text) { text, path in
      text.contains(path) ? text.replacing(path, with: Self.name(of: path)) : text
    }
  }
}
