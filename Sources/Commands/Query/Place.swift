import Boundaries
import Cartography
import CommandLineKit
import Geometry
import Projections
import Topology

/// The ground that a query is about, in the coordinate system in which its edges are straight.
struct Place: Sendable {
  /// The polygons.
  var outlines: OutlineTable
  /// Which of them is meant; absent where each is.
  ///
  /// The others are there for the points on shared edges, which belong to one of them.
  var wanted: Int?
  /// The system of the polygons, as PROJ takes it.
  var crs: String
  /// What it is, for notes: `inside 'cordon.geojson'`.
  var words: String
  /// The files that were read for it.
  var files: [(path: String, rows: Int)] = []
  /// What to tell people.
  var notes: [String] = []
  /// What to warn people of.
  var warnings: [String] = []

  /// The rectangle around the ground.
  var box: Box { wanted.map { outlines.box(ofArea: $0) } ?? outlines.box }
}

/// Why a place cannot be used.
enum PlaceError: Error, Equatable, CustomStringConvertible, ExitStatusConvertible {
  /// No area has the code or name.
  case noSuchArea(path: String, text: String, near: [String])
  /// Several areas have the name.
  case ambiguousName(path: String, text: String, codes: [String])
  /// Nothing says what the place's coordinates mean.
  case noProjection(text: String)
  /// The place cannot be brought into the system in which distances are measured.
  case notProjectable(text: String, system: String)
  /// Lengths on the ground that is meant are not those of the plane all over.
  case tooWide(text: String, metres: Double, system: String)
  /// A coordinate cannot be that of a place.
  case beyond(text: String, system: String)

  var description: String {
    switch self {
    case .noSuchArea(let path, let text, let near):
      return "cannot find the area '\(text)': no area of '\(path)' has this code or name"
        + Suggestion.question(near)
    case .ambiguousName(let path, let text, let codes):
      let shown = codes.prefix(10).joined(separator: ", ")
      let more = codes.count > 10 ? " and \(codes.count - 10) more" : ""
      return "cannot choose the area '\(text)': \(codes.count) areas of '\(path)' have this name\n"
        + "  help: name its code, one of \(shown)\(more)"
    case .noProjection(let text):
      return "cannot use \(text): nothing says what its coordinates mean\n"
        + "  help: name their system, as in --crs EPSG:27700"
    case .notProjectable(let text, let system):
      return "cannot use \(text): it lies beyond where distances can be measured in \(system)\n"
        + "  help: name another projected system in metres with --crs"
    case .tooWide(let text, let metres, let system):
      return
        "cannot measure \(NumberWords.decimal(metres, places: 0)) m from \(text) in \(system): "
        + "lengths that far out are more than 1 % off\n"
        + "  help: ask for less, or name a projected system in metres for all of it with --crs"
    case .beyond(let text, let system):
      return "cannot use \(text): some of its coordinates cannot be those of a place in \(system)\n"
        + "  help: check them, and that --crs names the system that they are in"
    }
  }

  var exitStatus: ExitStatus { .badData }
}
