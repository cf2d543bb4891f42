import Boundaries
import Glibc
package import Incidents
import Projections

/// The options of a study: which incidents of which files count, in which areas.
public struct StudyOptions: Sendable {
  /// The incident files.
  public var incidents: IncidentFiles
  /// The boundary files; none if positions do not matter.
  public var boundaries: BoundaryFiles
  /// The coordinate system.
  public var coordinates = CoordinateOptions()
  /// Which incidents count.
  public var filter = StudyFilter()
  /// What categories of incidents count for, in place of a column of weights; `nil` if each
  /// incident counts for one or by its column.
  public var weights: WeightFile?
  /// How many of the rows must be usable; by default an incident in each layer, and half of the
  /// rows.
  public var bounds = AssignmentBounds()
  /// Whether to count the incidents closer to a border than the accuracy of the projection.
  public var reportsAccuracy = false
  /// The parts in place of files, whose rows were counted before; `nil` to read the files.
  package var parts: PartReplay?
  /// The number of reading threads; results do not depend on it.
  public var threads = StudyOptions.processorCount

  /// Creates options for all incidents in files, and the areas in boundary files if there are any.
  public init(boundaries: BoundaryFiles = [], incidents: IncidentFiles = []) {
    self.boundaries = boundaries
    self.incidents = incidents
  }

  /// The number of processors of the machine.
  package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Whether incidents count by a column of weights or by their categories' where they lie.
  package var usesWeights: Bool { weightName != nil }

  /// Whether the rows can be read more than once, as those of pipes and parts cannot.
  var canReadAgain: Bool { parts == nil && incidents.canBeReadAgain }

  /// How the coordinates of GIS files are interpreted.
  package var featureSystem: FeatureSystem {
    FeatureSystem(named: incidents.crs, rebuildsIndex: incidents.rebuildsIndex) {
      [gridFolders = coordinates.gridFolders] crs in
      // PROJ takes some milliseconds to look up a system, and degrees are the usual case.
      if crs == "EPSG:4326" { return true }
      guard let context = try? ProjectionContext(gridFolders: gridFolders) else { return nil }
      return try? CoordinateSystem(crs, in: context).isGeographic
    }
  }

  /// How faults in boundary files are dealt with.
  var boundaryRule: BoundaryRule {
    BoundaryRule(
      isStrict: boundaries.isStrict, rebuildsIndex: boundaries.rebuildsIndex)
  }
}
