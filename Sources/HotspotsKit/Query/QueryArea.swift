import Geometry
import Incidents

/// The ground that a query selects from.
///
///     QueryArea.circle(try QueryArea.Centre("TQ 302 805"), metres: 500)
///     QueryArea.polygons("cordon.geojson")
///
/// Its edges are straight in its own coordinate system, and an incident on an edge is inside.
public enum QueryArea: Sendable, Equatable {
  /// The polygons of a GeoJSON file, Shapefile or GeoPackage, or of well-known text; they need no
  /// codes.
  case polygons(String)
  /// A rectangle of longitudes and latitudes.
  case rectangle(Rectangle)
  /// An area of the study's first layer, by its code or name; an incident on a shared edge is in one
  /// of the areas that meet there, as in ``AreaCounts``.
  case area(String)
  /// A circle with its radius in metres.
  case circle(Centre, metres: Double)
  /// The ground on both sides of the lines of a file or of well-known text, up to a distance in
  /// metres.
  case corridor(String, metres: Double)
}

extension QueryArea {
  /// A rectangle of WGS 84 longitudes and latitudes, whatever the system of the incidents.
  public struct Rectangle: Sendable, Equatable {
    /// The western edge in degrees; east of ``east`` in a rectangle across the antimeridian.
    public let west: Double
    /// The southern edge in degrees.
    public let south: Double
    /// The eastern edge in degrees.
    public let east: Double
    /// The northern edge in degrees.
    public let north: Double

    /// Creates a rectangle.
    ///
    /// - Throws: ``RectangleError`` for one that has no ground.
    public init(
      west: Double, south: Double, east: Double, north: Double
    ) throws(RectangleError) {
      guard abs(west) <= 180, abs(east) <= 180, abs(south) <= 90, abs(north) <= 90 else {
        throw .notDegrees
      }
      if south >= north { throw .noHeight }
      if west == east { throw .noWidth }
      (self.west, self.south, self.east, self.north) = (west, south, east, north)
    }
  }

  /// Why a rectangle has no ground.
  public enum RectangleError: Error, Sendable, Equatable, CustomStringConvertible {
    /// An edge is not a number of degrees on the Earth.
    case notDegrees
    /// The southern edge is not below the northern one.
    case noHeight
    /// Its western and its eastern edge are one.
    case noWidth

    /// What was found.
    public var description: String {
      switch self {
      case .notDegrees: "its edges are not degrees of longitude and latitude"
      case .noHeight: "its south is not below its north"
      case .noWidth: "it has no width"
      }
    }
  }

  /// The centre of a circle.
  public struct Centre: Sendable, Equatable {
    /// The centre as written, for messages.
    public let text: String
    let position: Position

    /// What the coordinates of a centre mean.
    enum Position: Sendable, Equatable {
      /// Longitude and latitude of WGS 84.
      case degrees(Point)
      /// Easting and northing.
      case metres(Point)
      /// The square of an Ordnance Survey grid reference, on the British National Grid.
      case square(Box)
    }

    /// Reads a position: two numbers, or a grid reference such as `TQ 302 805`, which means the
    /// centre of its square.
    ///
    /// Numbers that can be longitude and latitude are read as these, others as easting and northing.
    ///
    /// - Returns: The centre; `nil` for any other text.
    public init?(_ text: String) {
      self.text = text
      if let square = GridReference.britishSquare(named: text) {
        position = .square(square)
        return
      }
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      let numbers = parts.compactMap(Self.number)
      guard parts.count == 2, numbers.count == 2 else { return nil }
      let point = Point(x: numbers[0], y: numbers[1])
      position = abs(point.x) <= 180 && abs(point.y) <= 90 ? .degrees(point) : .metres(point)
    }

    /// Creates a centre from a longitude and a latitude of WGS 84, in degrees.
    public init(longitude: Double, latitude: Double) {
      position = .degrees(Point(x: longitude, y: latitude))
      text = CoordinateWords.pair(Point(x: longitude, y: latitude))
    }

    /// Creates a centre from an easting and a northing in metres, in the system of the study, else
    /// that of the incidents where it is in metres, else on the British National Grid.
    public init(easting: Double, northing: Double) {
      position = .metres(Point(x: easting, y: northing))
      text = CoordinateWords.pair(Point(x: easting, y: northing))
    }

    /// Reads a finite decimal number; blanks in it do not count.
    private static func number(_ text: Substring) -> Double? {
      let plain = text.filter { $0 != " " }
      guard plain.allSatisfy({ "0123456789.+-eE".contains($0) }), let value = Double(plain),
        value.isFinite
      else { return nil }
      return value
    }
  }
}
