package import Geometry

/// A column that holds whole positions, and how they are read.
package struct PositionColumn: Sendable, Equatable {
  /// Which of the two numbers of a pair stands first.
  package enum Order: String, Sendable {
    /// Longitude or easting.
    case xFirst = "x_first"
    /// Latitude or northing.
    case yFirst = "y_first"
  }

  /// What tells the order.
  package enum Basis: String, Sendable {
    /// The form of the positions.
    case form
    /// The user.
    case user
    /// Values that no latitude has.
    case values
    /// The name of the column.
    case name
    /// Where the areas lie.
    case areas
    /// Nothing: it is the usual one.
    case custom
  }

  /// The position of the column in the header.
  package let column: Int
  /// How most positions are written.
  package let form: PositionForm
  /// Which number of a pair stands first.
  package internal(set) var order: Order
  /// What tells that.
  package internal(set) var basis: Basis
  /// Whether positions are longitude and latitude.
  package let areDegrees: Bool
  /// The EPSG code that the positions name; 0 if they name none.
  let system: Int
  /// The side of the largest square that stands for a position, in metres; 0 if there is none.
  package let side: Double
  /// Pairs among the first rows whose order their form does not tell, as they are written.
  let pairs: [Point]

  /// The system of the coordinates, as PROJ takes it: the named one, else what their size suggests.
  package var crs: String {
    system != 0 ? "EPSG:\(system)" : areDegrees ? "EPSG:4326" : "EPSG:27700"
  }

  /// Whether the positions name their system.
  package var isSystemNamed: Bool { system != 0 }

  /// Whether nothing has told the order yet, so that where areas lie may.
  package var isOrderOpen: Bool { basis == .custom }

  /// The first pairs in the usual order of points, to see where they lie.
  package func points(in order: Order) -> [Point] {
    order == .xFirst ? pairs : pairs.map { Point(x: $0.y, y: $0.x) }
  }
}
