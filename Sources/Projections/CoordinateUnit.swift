package import Geometry

/// What the numbers of a coordinate system measure.
package enum CoordinateUnit: Sendable, Hashable {
  /// Longitude and latitude, in a unit of so many degrees.
  case angle(degrees: Double)
  /// Easting and northing, in a unit of so many metres.
  case length(metres: Double)

  /// Whether the coordinates are longitude and latitude.
  package var isGeographic: Bool {
    switch self {
    case .angle: true
    case .length: false
    }
  }

  /// The length of one unit in metres; nil for an angle.
  package var metres: Double? {
    switch self {
    case .angle: nil
    case .length(let metres): metres
    }
  }

  /// The rectangle in which coordinates can be those of a place at all.
  ///
  /// Longitudes may run to a turn either way, as those of layers around the Pacific do. The plane
  /// of the Earth is 40,075 km around, zones are numbered in front of eastings up to 60,500,000,
  /// and some units are small: what is beyond ``CoordinateBound/length`` is an error of writing.
  package var bounds: Box {
    switch self {
    case .angle(let degrees):
      // Layers are cut at the poles and the antimeridian with a rounded last digit.
      let (turn, quarter) = ((360 + 1e-6) / degrees, (90 + 1e-6) / degrees)
      return Box(minX: -turn, minY: -quarter, maxX: turn, maxY: quarter)
    case .length:
      let length = CoordinateBound.length
      return Box(minX: -length, minY: -length, maxX: length, maxY: length)
    }
  }

  /// The largest error that no map shows: a hundredth of a millimetre, or 1e-10 degrees, which is
  /// as much on the ground; in this unit.
  package var negligible: Double {
    switch self {
    case .angle(let degrees): 1e-10 / degrees
    case .length(let metres): 1e-5 / metres
    }
  }
}
