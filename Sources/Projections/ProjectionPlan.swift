package import Geometry

/// Which operation takes coordinates from one system to another, ready to be handed to any task.
///
/// Each task makes its own operation from the same plan, so all compute the same bits.
package struct ProjectionPlan: Sendable, Equatable {
  /// What is done, in words and numbers.
  package var summary: ProjectionSummary
  /// The operation in PROJ's language, easting or longitude first.
  package let definition: String
  /// The folders searched for grids after PROJ's own.
  package let gridFolders: [String]
  /// The rectangle in source coordinates in which positions may lie; nil when nobody said.
  package let validBox: Box?

  /// What the coordinates are before: the first of ``CoordinateOperation/Direction/forward``.
  package let sourceUnit: CoordinateUnit
  /// What the coordinates are after.
  package let targetUnit: CoordinateUnit

  /// Whether the coordinates stay as they are.
  package var isIdentity: Bool { summary.isIdentity }

  /// Whether the operation looks positions up in a file of shifts.
  ///
  /// Such an operation has a kink at every line of the file's grid or triangles.
  package var usesGrids: Bool {
    ["grids=", "file=", "deformation", "shift"].contains { definition.contains($0) }
  }

  /// Makes the operation, in a context of its own.
  ///
  /// Takes about 0.2 ms; PROJ's database is not needed.
  ///
  /// - Returns: The operation, for one task at a time.
  /// - Throws: ``ProjectionError/cannotInstantiate(operation:found:)`` when PROJ cannot make it,
  ///   such as when a grid has gone since.
  package func makeOperation() throws(ProjectionError) -> CoordinateOperation {
    try CoordinateOperation(self)
  }

  /// Chooses the operation between two systems given as text.
  ///
  /// - Parameters:
  ///   - source: The system the coordinates are in: a code, or the text of a `.prj` file.
  ///   - target: The system they are wanted in.
  ///   - areaOfInterest: Where the coordinates lie, in degrees of longitude and latitude.
  ///   - gridFolders: More folders with grids.
  ///   - allowBallpark: Whether the change of datum may be left out when nothing better is known.
  /// - Returns: What to do; each task makes its operation from it.
  /// - Throws: Any ``ProjectionError``.
  package static func choose(
    from source: String, to target: String, areaOfInterest: Box? = nil, gridFolders: [String] = [],
    allowBallpark: Bool = false
  ) throws(ProjectionError) -> ProjectionPlan {
    let context = try ProjectionContext(gridFolders: gridFolders)
    return try OperationCandidates(
      from: CoordinateSystem(source, in: context), to: CoordinateSystem(target, in: context),
      areaOfInterest: areaOfInterest
    ).choose(allowBallpark: allowBallpark)
  }
}
