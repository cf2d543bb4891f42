import Glibc
package import Incidents
import Projections

/// All that a study is asked: which incidents of which files count, in which areas.
public struct StudyOptions: Sendable {
  /// The files of incidents.
  public var incidents: IncidentFiles
  /// The files of areas; none where place does not matter.
  public var boundaries: BoundaryFiles
  /// The coordinate system.
  public var coordinates = CoordinateOptions()
  /// Which incidents count.
  public var filter = StudyFilter()
  /// How many of the rows must be of use: an incident in each layer, and half of the rows.
  public var bounds = AssignmentBounds()
  /// Whether incidents nearer to a border than the accuracy of the projection are counted.
  public var reportsAccuracy = false
  /// How many threads read; results never depend on it.
  public var threads = StudyOptions.processorCount

  /// Asks for all incidents of files, in areas where files of them are given.
  public init(boundaries: BoundaryFiles = [], incidents: IncidentFiles = []) {
    self.boundaries = boundaries
    self.incidents = incidents
  }

  /// How many processors the machine offers.
  package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Whether incidents count by a column of weights.
  package var usesWeights: Bool { incidents.weightName != nil }

  /// How what the coordinates of GIS files mean is told.
  package var featureSystem: FeatureSystem {
    FeatureSystem(named: incidents.crs) { [gridFolders = coordinates.gridFolders] crs in
      // Looking a system up takes PROJ some milliseconds, and degrees are the usual case.
      if crs == "EPSG:4326" { return true }
      guard let context = try? ProjectionContext(gridFolders: gridFolders) else { return nil }
      return try? CoordinateSystem(crs, in: context).isGeographic
    }
  }
}
