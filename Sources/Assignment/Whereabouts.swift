package import Geometry
package import Incidents

/// Where incidents with coordinates lie, as far as it takes to tell why no area holds them.
///
/// It is the same for any number of workers, and bounded.
package struct Whereabouts: Sendable {
  /// How many incidents are kept.
  package static let limit = 256

  /// The first incidents in the order of the files, in the files' coordinates.
  package var sample: [Point] { places.map(\.point) }
  /// For each layer the incident nearest to the rectangle around its areas, in the system of the
  /// analysis; looked for only while no incident lies in an area.
  package private(set) var nearest: [Nearest?]

  /// An incident outside all areas.
  package struct Nearest: Sendable, Equatable {
    /// Where it is.
    package let point: Point
    /// How far it is from the rectangle, squared.
    let squaredDistance: Double

    /// Whether it is nearer than another; of equally near ones, the one further west, then south.
    func isNearer(than other: Nearest) -> Bool {
      (squaredDistance, point.x, point.y) < (other.squaredDistance, other.point.x, other.point.y)
    }
  }

  private var places: [(file: Int, block: Int, row: Int, point: Point)] = []

  /// Knows nothing of any incident.
  package init(layers: Int = 0) { nearest = Array(repeating: nil, count: layers) }

  /// Keeps the first incidents of a batch that has not been projected, those without coordinates
  /// aside; batches come in the order of the files.
  package mutating func keep(_ table: IncidentTable) {
    guard places.count < Self.limit else { return }
    for incident in 0..<table.count where !table.x[incident].isNaN {
      places.append(
        (table.file, table.block, incident, Point(x: table.x[incident], y: table.y[incident])))
      if places.count == Self.limit { return }
    }
  }

  /// Looks for the incident nearest to a rectangle in a batch that has been projected.
  mutating func look(in table: IncidentTable, near box: Box, layer: Int) {
    for incident in 0..<table.count {
      let (x, y) = (table.x[incident], table.y[incident])
      let (east, north) = (max(box.minX - x, x - box.maxX, 0), max(box.minY - y, y - box.maxY, 0))
      let squared = east * east + north * north
      // Not a number is not less than anything.
      guard squared <= nearest[layer]?.squaredDistance ?? .greatestFiniteMagnitude else { continue }
      let found = Nearest(point: Point(x: x, y: y), squaredDistance: squared)
      if nearest[layer].map(found.isNearer) ?? true { nearest[layer] = found }
    }
  }

  /// Adds what another worker saw.
  package mutating func merge(_ other: Whereabouts) {
    places = Array(
      (places + other.places)
        .sorted { ($0.file, $0.block, $0.row) < ($1.file, $1.block, $1.row) }
        .prefix(Self.limit))
    for (layer, found) in other.nearest.enumerated() {
      guard let found else { continue }
      if nearest[layer].map(found.isNearer) ?? true { nearest[layer] = found }
    }
  }
}
