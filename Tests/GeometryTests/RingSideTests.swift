import Geometry
import Testing

@Suite("Sides of rings")
struct RingSideTests {
  static let ring = [
    (0, 0), (6, 0), (6, 6), (4, 2), (3, 5), (2, 2), (0, 6), (1, 3), (0, 0),
  ].map { Point(x: $0.0, y: $0.1) }

  /// By shapely 2: `contains` is #, `touches` is + for the points x/2, y; y from 7 down to -1 and
  /// x from -2 to 14.
  static let lattice = """
    .................
    ..+...........+..
    ...+....+....++..
    ....+...#...+#+..
    ....++.###.+##+..
    ....##+###+###+..
    ...###########+..
    ..+++++++++++++..
    .................
    """

  @Test("the lattice around a jagged ring is as GEOS has it", arguments: [false, true])
  func lattice(isReversed: Bool) {
    let ring = isReversed ? Self.ring.reversed() : Self.ring
    for (row, line) in Self.lattice.split(separator: "\n").enumerated() {
      for (column, mark) in line.enumerated() {
        let point = Point(x: Double(column - 2) / 2, y: Double(7 - row))
        let expected: RingSide = mark == "#" ? .inside : mark == "+" ? .boundary : .outside
        #expect(RingSide(of: point, in: ring) == expected, "\(point)")
      }
    }
  }
}
