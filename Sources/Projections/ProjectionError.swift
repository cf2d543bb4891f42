/// Why coordinates cannot be projected.
package enum ProjectionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// PROJ gave no context: memory is exhausted or the library is broken.
  case noContext
  /// A folder given for grids does not exist.
  case gridFolderMissing(path: String)
  /// PROJ's own database, which names the coordinate systems, was not found.
  case databaseMissing(text: String, found: String)
  /// A text names no coordinate system.
  case unknownSystem(text: String, found: String)
  /// A text names a coordinate system of a kind without plane or geographic coordinates.
  case unsuitableSystem(text: String, kind: String)
  /// PROJ knows no way between two coordinate systems here.
  case noOperation(source: String, target: String, found: String)
  /// Every way that would do needs a grid that is not there.
  case gridsMissing(source: String, target: String, grids: [MissingGrid])
  /// Only an operation that leaves out the change of datum is there, and it was not allowed.
  case onlyBallpark(source: String, target: String)
  /// PROJ described an operation and then could not make it.
  case cannotInstantiate(operation: String, found: String)

  /// What could not be done, what was found and what is needed.
  package var description: String {
    switch self {
    case .noContext:
      "cannot start PROJ: it gave no context, which happens when memory is exhausted"
    case .gridFolderMissing(let path):
      "cannot read '\(path)': there is no such folder, one that holds grid files is needed"
    case .databaseMissing(let text, let found):
      """
      cannot understand CRS '\(text)': \(found), PROJ needs its database
      """
    case .unknownSystem(let text, let found):
      """
      cannot understand CRS '\(text)': \(found)
      """
    case .unsuitableSystem(let text, let kind):
      """
      cannot use CRS '\(text)': it is \(kind), a geographic or projected one is needed
      """
    case .noOperation(let source, let target, let found):
      """
      cannot project from '\(source)' to '\(target)': \(found), an operation of PROJ is needed
      """
    case .gridsMissing(let source, let target, let grids):
      """
      cannot project from '\(source)' to '\(target)': \
      \(grids.map { "the grid \($0.description) is missing" }.joined(separator: ", "))
      """
    case .onlyBallpark(let source, let target):
      """
      cannot project from '\(source)' to '\(target)': only a ballpark operation is known, which \
      leaves out the change of datum and may be 100 m and more off
      """
    case .cannotInstantiate(let operation, let found):
      "cannot use the operation '\(operation)': \(found), PROJ must be able to run it"
    }
  }
}
