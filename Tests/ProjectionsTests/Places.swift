import Foundation
import Geometry
import Statistics
import TestSupport

@testable import Projections

/// What several tests use.
enum Places {
  /// Around Greater London, in degrees.
  static let london = Box(minX: -0.51, minY: 51.28, maxX: 0.334, maxY: 51.69)
  /// Around Great Britain, in degrees.
  static let greatBritain = Box(minX: -8.2, minY: 49.8, maxX: 1.9, maxY: 60.9)

  /// The text that ArcGIS writes into the `.prj` of a layer on the British National Grid.
  static func nationalGridText(scale: String = "0.9996012717", meridian: String = "-2.0") -> String
  {
    """
    PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",\
    6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],\
    PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",400000.0],\
    PARAMETER["False_Northing",-100000.0],PARAMETER["Central_Meridian",\(meridian)],\
    PARAMETER["Scale_Factor",\(scale)],PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]]
    """
  }

  /// A system on Airy's ellipsoid of which nobody knows the datum.
  static let unknownDatum =
    "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"

  /// Returns the ways between two systems.
  static func candidates(
    from source: String, to target: String, areaOfInterest: Box? = nil, gridFolders: [String] = []
  ) throws -> OperationCandidates {
    let context = try ProjectionContext(gridFolders: gridFolders)
    return try OperationCandidates(
      from: CoordinateSystem(source, in: context), to: CoordinateSystem(target, in: context),
      areaOfInterest: areaOfInterest)
  }

  /// Returns seeded random positions in a rectangle.
  static func positions(_ count: Int, in box: Box, seed: UInt64) -> (x: [Double], y: [Double]) {
    var random = SplitMix64(seed: seed)
    var x: [Double] = []
    var y: [Double] = []
    for _ in 0..<count {
      x.append(box.minX + box.width * random.nextUnit())
      y.append(box.minY + box.height * random.nextUnit())
    }
    return (x, y)
  }

  /// Calls a closure with a temporary folder that holds the sampled OSTN15 grid.
  static func withSampledGrid<R>(_ body: (String) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "hotspots-grids-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      atPath: SharedData.path("reference/projection/ostn15-london-sampled.gsb"),
      toPath: folder.appending(path: "OSTN15_NTv2_OSGBtoETRS.gsb").path)
    return try body(folder.path)
  }
}
