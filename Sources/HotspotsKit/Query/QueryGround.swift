import Boundaries
import Geometry

/// The ground of a query area, in the coordinate system in which its edges are straight.
struct QueryGround: Sendable {
  /// The polygons.
  var outlines: OutlineTable
  /// The polygon that is meant; `nil` if each is.
  ///
  /// The others are there for the points on shared edges, which belong to one of them.
  var wanted: Int?
  /// The system of the polygons, in a form that PROJ accepts.
  var crs: String
  /// What it is: `inside 'cordon.geojson'`.
  var words: String
  /// The files that were read for it, with their numbers of shapes.
  var files: [(path: String, rows: Int)] = []
  /// What was chosen.
  var notes: [String] = []
  /// What was left out of the shapes or mended in them.
  var warnings: [String] = []

  /// The rectangle around the ground.
  var box: Box { wanted.map { outlines.box(ofArea: $0) } ?? outlines.box }
}
