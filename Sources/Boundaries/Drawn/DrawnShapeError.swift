package import Geometry

/// Why drawn shapes cannot be used; rings count from 1.
package enum DrawnShapeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Which ring or line of what.
  package struct Place: Sendable, Equatable {
    /// The file in quotes, or `the well-known text`.
    package var name: String
    /// The ring of its polygon, or the line.
    package var ring: Int

    var words: String { "ring \(ring)" }
  }

  /// There is no file of this name.
  case noSuchFile(path: String)
  /// The file is there and cannot be read.
  case unreadable(path: String, reason: String)
  /// The file is of a format from which such shapes are not read.
  case unknownFormat(path: String)
  /// The text breaks off or goes on where it cannot; `position` counts characters from 0.
  case notUnderstood(name: String, position: Int, expected: String)
  /// A ring's last point is not its first.
  case openRing(Place, first: Point, last: Point)
  /// A ring has too few points to enclose anything.
  case shortRing(Place, points: Int)
  /// A ring has no points.
  case emptyRing(Place)
  /// A line has fewer than two points.
  case shortLine(Place, points: Int)
  /// A coordinate is not a finite number.
  case notFinite(Place)
  /// An outline crosses itself beyond use.
  case unusable(name: String, reason: String)
  /// Nothing of the kind that is needed is drawn.
  case nothingDrawn(name: String, found: String, needed: String)

  /// Whether the error is that a file is not there, which has an exit status of its own.
  package var isMissingFile: Bool {
    if case .noSuchFile = self { true } else { false }
  }

  /// What was found and what is allowed, in one line.
  package var description: String {
    switch self {
    case .noSuchFile(let path):
      "cannot read '\(path)': there is no such file"
    case .unreadable(let path, let reason): "cannot read '\(path)': \(reason)"
    case .unknownFormat(let path):
      "cannot read '\(path)': lines are read from GeoJSON (.geojson), Shapefiles (.shp), GeoPackages "
        + "(.gpkg) and well-known text (.wkt)"
    case .notUnderstood(let name, let position, let expected):
      "cannot understand \(name): \(expected) is expected at character \(position + 1)"
    case .openRing(let place, let first, let last):
      "cannot use \(place.name): \(place.words) is not closed: it begins at \(Self.text(first)) and "
        + "ends at \(Self.text(last)), and its last point must be its first"
    case .shortRing(let place, let points):
      "cannot use \(place.name): \(place.words) has \(points) points, at least 4 are needed"
    case .emptyRing(let place):
      "cannot use \(place.name): \(place.words) has no points, at least 4 are needed"
    case .shortLine(let place, let points):
      "cannot use \(place.name): line \(place.ring) has \(points) "
        + "point\(points == 1 ? "" : "s"), at least 2 are needed"
    case .notFinite(let place):
      "cannot use \(place.name): \(place.words) has a coordinate that is not a finite number"
    case .unusable(let name, let reason): "cannot use \(name): \(reason)"
    case .nothingDrawn(let name, let found, let needed):
      "cannot use \(name): \(found), \(needed) is needed"
    }
  }

  private static func text(_ point: Point) -> String { "\(point.x) \(point.y)" }
}
