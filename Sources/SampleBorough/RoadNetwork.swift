/// A street as places are strung along it.
struct Street: Sendable {
  /// The name.
  let name: String
  /// The places on it, from one end to the other.
  var positions: [GridPosition]
  /// The directions in which it would go on, beyond its first place and beyond its last; vectors
  /// a thousand long.
  var ends: [(x: Int, y: Int)]
}

/// The streets of the borough as roads: carried on beyond their places until they meet another.
package struct RoadNetwork: Sendable {
  /// A road.
  package struct Road: Sendable {
    /// The name.
    package let name: String
    /// Its number, where it is a main road: `B901`.
    package let number: String?
    /// Its vertices.
    let positions: [GridPosition]
  }

  /// The roads, in the order in which the streets were laid.
  package let roads: [Road]

  /// How far a street is carried on to meet another, in centimetres.
  private static let reach = 22_000
  /// How far it is carried on where it meets none.
  private static let stub = 3_000
  /// The length in centimetres from which a road is a main one.
  private static let mainLength = 52_000

  /// Makes roads of streets.
  init(of streets: [Street]) {
    var lines = streets.map(\.positions)
    for street in streets.indices {
      for (end, direction) in streets[street].ends.enumerated() {
        let from = end == 0 ? lines[street][0] : lines[street][lines[street].count - 1]
        let distance =
          lines.indices.filter { $0 != street }
          .compactMap { Self.distance(from: from, direction, to: lines[$0]) }.min() ?? Self.stub
        let to = GridPosition(
          x: from.x + direction.x * distance / 1000, y: from.y + direction.y * distance / 1000)
        if end == 0 { lines[street].insert(to, at: 0) } else { lines[street].append(to) }
      }
    }
    var number = 900
    roads = zip(streets, lines).map { street, line in
      let isMain = Self.length(of: line) >= Self.mainLength
      if isMain { number += 1 }
      return Road(name: street.name, number: isMain ? "B\(number)" : nil, positions: line)
    }
  }

  /// Returns how far a line is met in a direction; `nil` beyond ``reach``.
  private static func distance(
    from start: GridPosition, _ direction: (x: Int, y: Int), to line: [GridPosition]
  ) -> Int? {
    zip(line, line.dropFirst()).compactMap { a, b -> Int? in
      let (sx, sy) = (b.x - a.x, b.y - a.y)
      let (ax, ay) = (a.x - start.x, a.y - start.y)
      let turn = direction.x * sy - direction.y * sx
      guard turn != 0 else { return nil }
      let distance = (ax * sy - ay * sx) * 1000 / turn
      // The part of the line's side that lies before the crossing, times the turn.
      let part = ax * direction.y - ay * direction.x
      let isOnSide = turn > 0 ? part >= 0 && part <= turn : part <= 0 && part >= turn
      return isOnSide && distance > 0 && distance <= reach ? distance : nil
    }.min()
  }

  /// Returns about how long a line is: within a twelfth, and the same on any machine.
  private static func length(of line: [GridPosition]) -> Int {
    zip(line, line.dropFirst()).reduce(0) { sum, side in
      let (dx, dy) = (abs(side.1.x - side.0.x), abs(side.1.y - side.0.y))
      return sum + max(dx, dy) + min(dx, dy) * 3 / 8
    }
  }

  /// The roads as GeoJSON on the British National Grid, with the names of fields that OS Open Roads
  /// has.
  package var text: String {
    let features = roads.map { road in
      let places = road.positions.map { position in
        "[\(GridPosition.originEasting + (position.x + 50) / 100),"
          + "\(GridPosition.originNorthing + (position.y + 50) / 100)]"
      }
      let name = road.name.replacing("\"", with: "\\\"")
      let number = road.number.map { "\"\($0)\"" } ?? "null"
      return "{\"type\":\"Feature\",\"properties\":{\"name1\":\"\(name)\",\"roadNumber\":\(number),"
        + "\"class\":\"\(road.number == nil ? "Unclassified" : "B Road")\"},"
        + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[\(places.joined(separator: ","))]}}"
    }
    return "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":"
      + "{\"name\":\"urn:ogc:def:crs:EPSG::27700\"}},\"features\":[\n"
      + features.joined(separator: ",\n") + "\n]}\n"
  }
}
