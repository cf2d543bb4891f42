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
  /// The rectangle in source coordinates that registers say the operation is for; `nil` if none
  /// does.
  ///
  /// Positions beyond it are no worse for that alone: registers end a zone of a grid at a meridian,
  /// a country at its border. ``CoordinateOperation/transformUsable(x:y:)`` asks the operation
  /// itself.
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

  /// Where coordinates lie, in one of the two systems of an operation.
  package enum Extent: Sendable {
    /// A rectangle of the coordinates as they are.
    case source(Box)
    /// A rectangle of what they become.
    case target(Box)
  }

  /// Chooses the operation between two systems given as text.
  ///
  /// Without an extent, and for one within the area where both systems may be used, the operation
  /// is the one for that area, so that a district and its country are projected alike. For data
  /// beyond it the operation is the one for where the data lies, where there is such a one.
  ///
  /// - Parameters:
  ///   - source: The system the coordinates are in: a code, or the text of a `.prj` file.
  ///   - target: The system they are wanted in.
  ///   - extent: Where the coordinates lie.
  ///   - gridFolders: More folders with grids.
  ///   - allowBallpark: Whether the change of datum may be left out when nothing better is known.
  /// - Returns: What to do; each task makes its operation from it.
  /// - Throws: Any ``ProjectionError``.
  package static func choose(
    from source: String, to target: String, over extent: Extent? = nil, gridFolders: [String] = [],
    allowBallpark: Bool = false
  ) throws(ProjectionError) -> ProjectionPlan {
    let context = try ProjectionContext(gridFolders: gridFolders)
    let (from, to) = (
      try CoordinateSystem(source, in: context), try CoordinateSystem(target, in: context)
    )
    let general = try OperationCandidates(from: from, to: to)
    let area =
      switch extent {
      case .source(let box): from.degrees(around: box)
      case .target(let box): to.degrees(around: box)
      case nil: nil as Box?
      }
    guard let area, let common = general.commonArea, !common.contains(area),
      let interest = areaOfInterest(around: area),
      let plan = try? OperationCandidates(from: from, to: to, areaOfInterest: interest).choose()
    else { return try general.choose(allowBallpark: allowBallpark) }
    return plan
  }

  /// Returns an area that PROJ can look for operations in; `nil` if a rectangle is no part of the
  /// world.
  ///
  /// It must have a width: PROJ 9.1.1 overflows its stack over one that is the antimeridian alone.
  private static func areaOfInterest(around area: Box) -> Box? {
    let world = Box(minX: -180, minY: -90, maxX: 180, maxY: 90)
    guard world.contains(area) else { return nil }
    let wide = area.padded(by: 0.001)
    return Box(
      minX: max(wide.minX, world.minX), minY: max(wide.minY, world.minY),
      maxX: min(wide.maxX, world.maxX), maxY: min(wide.maxY, world.maxY))
  }
}
