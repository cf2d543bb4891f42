import Geometry
import Testing

@testable import SampleBorough

@Suite("Roads of the made-up borough")
struct RoadNetworkTests {
  private static let roads = SharedSamples.folder.roads.roads

  @Test("incidents that name a street lie on a road of that name")
  func named() {
    let byName = Dictionary(grouping: Self.roads, by: \.name)
    var count = 0
    for incident in SharedSamples.folder.incidents.prefix(2_000) {
      guard case .grid(let easting, let northing) = incident.position,
        let lines = byName[String(incident.location.dropFirst("On or near ".count))]
      else { continue }
      count += 1
      let place = Point(x: Double(easting), y: Double(northing))
      // Positions are rounded to metres.
      #expect(
        lines.contains { Self.distance(of: place, from: $0) <= 0.8 }, "\(incident.location)")
    }
    // All but those at a landmark, outside or without a position.
    #expect(count > 1_700)
  }

  @Test("names are given once, and streets are carried on to others")
  func network() {
    #expect(Set(Self.roads.map(\.name)).count == Self.roads.count)
    #expect(Self.roads.count > 300)
    let main = Self.roads.count { $0.number != nil }
    #expect(main > 5 && main < Self.roads.count / 4)
    // Shapely finds 222 first ends within a metre of another road of the file.
    let meeting = Self.roads.indices.count { index in
      let end = Self.roads[index].positions[0].point
      return Self.roads.indices.contains {
        $0 != index && Self.distance(of: end, from: Self.roads[$0]) < 0.5
      }
    }
    #expect(abs(meeting - 222) <= 5)
  }

  /// The distance of a place from a road, in metres.
  private static func distance(of place: Point, from road: RoadNetwork.Road) -> Double {
    let points = road.positions.map(\.point)
    return zip(points, points.dropFirst()).map { a, b in
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = dx * dx + dy * dy
      let along =
        length > 0 ? min(max(((place.x - a.x) * dx + (place.y - a.y) * dy) / length, 0), 1) : 0
      let (ex, ey) = (place.x - a.x - along * dx, place.y - a.y - along * dy)
      return (ex * ex + ey * ey).squareRoot()
    }.min() ?? .infinity
  }
}
