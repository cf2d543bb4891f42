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

  /// The largest error that no map shows: a hundredth of a millimetre, or 1e-10 degrees, which is
  /// as much on the ground; in this unit.
  package var negligible: Double {
    switch self {
    case .angle(let degrees): 1e-10 / degrees
    case .length(let metres): 1e-5 / metres
    }
  }
}
