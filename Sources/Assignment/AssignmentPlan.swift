package import Boundaries
package import Projections

/// How incidents get from their file's coordinates to the areas of each layer.
package struct AssignmentPlan: Sendable {
  /// From the incidents' coordinate system to that of the analysis.
  package let projection: ProjectionPlan
  /// The proved approximation of the projection, where there is one and it may be used: points as
  /// near to a border as its error are projected exactly, so every index must see borders that far.
  package let approximation: ApproximateProjection?
  /// The layers' indexes, in the order of the options.
  package let layers: [AreaIndex]
  /// How far outside all areas an incident may lie to be given to the nearest, in metres.
  package let snap: Double
  /// The distance from a border within which assigned incidents are counted; `nil` for no count.
  package let borderDistance: Double?
  /// The areas of the first layer by what a column may say of them; `nil` where no column tells areas.
  package var areaNames: AreaNames?

  /// Describes an assignment.
  ///
  /// - Parameters:
  ///   - projection: From the incidents' coordinate system to that of the analysis.
  ///   - approximation: A stand-in for it, with a proved error.
  ///   - layers: The indexes; each must reach as far as the border distance.
  ///   - snap: The snapping distance in metres.
  ///   - borderDistance: The distance for ``PlacementTally/nearBorder``.
  package init(
    projection: ProjectionPlan, approximation: ApproximateProjection?, layers: [AreaIndex],
    snap: Double = 0, borderDistance: Double? = nil
  ) {
    self.projection = projection
    self.approximation = approximation.flatMap { approximation in
      layers.allSatisfy { approximation.errorBound <= $0.reach } ? approximation : nil
    }
    self.layers = layers
    self.snap = snap
    self.borderDistance = borderDistance
  }
}

/// How many incidents were placed in a layer, and how.
package struct PlacementTally: Sendable, Equatable {
  /// In an area.
  package var assigned = 0
  /// With coordinates, but in no area.
  package var outsideAreas = 0
  /// Beyond where the coordinate system can be used: PROJ cannot project them, or not back.
  package var outsideAreaOfUse = 0
  /// Assigned, and exactly on a border.
  package var onEdge = 0
  /// Assigned to the lowest code of several areas that overlap.
  package var ambiguous = 0
  /// Assigned to the nearest area within the snapping distance.
  package var snapped = 0
  /// Assigned, and within the border distance of a border.
  package var nearBorder = 0
  /// Assigned by the code or name of the area, for want of coordinates.
  package var assignedByCode = 0
  /// Without coordinates, and of a code or name that no area has.
  package var codeUnknown = 0
  /// Without coordinates, in a layer whose areas are told by coordinates alone.
  package var unplaced = 0

  /// The incidents that the rows stand for.
  package struct Incidents: Sendable, Equatable {
    /// Those of rows in an area.
    package var assigned = 0
    /// Those of rows in no area, or beyond where coordinates can be used.
    package var outside = 0
    /// Those of rows without coordinates.
    package var unplaced = 0
  }

  /// The incidents that the rows stand for, where rows tell.
  package var incidents = Incidents()

  /// Creates a tally of nothing.
  package init() {}

  /// Adds another tally.
  package mutating func merge(_ other: PlacementTally) {
    assigned += other.assigned
    outsideAreas += other.outsideAreas
    outsideAreaOfUse += other.outsideAreaOfUse
    onEdge += other.onEdge
    ambiguous += other.ambiguous
    snapped += other.snapped
    nearBorder += other.nearBorder
    assignedByCode += other.assignedByCode
    codeUnknown += other.codeUnknown
    unplaced += other.unplaced
    incidents.assigned += other.incidents.assigned
    incidents.outside += other.incidents.outside
    incidents.unplaced += other.incidents.unplaced
  }
}
