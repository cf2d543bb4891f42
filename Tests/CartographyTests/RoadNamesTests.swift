import Geometry
import Testing

@testable import Cartography

@Suite("Names along roads")
struct RoadNamesTests {
  private static let frame = Box(minX: 0, minY: 0, maxX: 1_000, maxY: 1_000)

  private static func road(
    _ name: String, _ places: [(Double, Double)], _ roadClass: BackdropLayer.RoadClass = .minor
  ) -> RoadNames.Road {
    RoadNames.Road(
      name: name, roadClass: roadClass, points: places.map { Point(x: $0.0, y: $0.1) })
  }

  private static func names(
    _ roads: RoadNames.Road..., wanted: [String] = [], avoiding taken: [Box] = []
  ) -> [TextMark] {
    RoadNames(roads, wanted: wanted, scale: 1).placed(in: frame, avoiding: taken)
  }

  /// A road of two vertices around (500, 500), and how its name is turned.
  struct Direction: Sendable {
    let from: Point
    let to: Point
    let turn: Double

    init(_ fromX: Double, _ fromY: Double, _ toX: Double, _ toY: Double, turn: Double) {
      (from, to) = (Point(x: fromX, y: fromY), Point(x: toX, y: toY))
      self.turn = turn
    }
  }

  private static let directions: [Direction] = [
    Direction(400, 500, 600, 500, turn: 0), Direction(600, 500, 400, 500, turn: 0),
    Direction(500, 400, 500, 600, turn: -90), Direction(500, 600, 500, 400, turn: -90),
    Direction(400, 600, 600, 400, turn: -45), Direction(600, 400, 400, 600, turn: -45),
    Direction(400, 400, 600, 600, turn: 45), Direction(600, 600, 400, 400, turn: 45),
  ]

  @Test(
    "a name stands in the middle of its road and is read from the left or from below",
    arguments: directions)
  func upright(direction: Direction) throws {
    let turn = direction.turn
    let places = [(direction.from.x, direction.from.y), (direction.to.x, direction.to.y)]
    let name = try #require(Self.names(Self.road("Dean Street", places)).first)
    #expect(abs(name.turn - turn) < 1e-9)
    // Half of a capital's height to the side of the road that is below when read.
    let drop = 0.72 * name.size / 2
    let below: (x: Double, y: Double) =
      switch turn {
      case 0: (0, 1)
      case -90: (1, 0)
      case -45: (0.5.squareRoot(), 0.5.squareRoot())
      default: (-0.5.squareRoot(), 0.5.squareRoot())
      }
    #expect(abs(name.position.x - 500 - drop * below.x) < 2)
    #expect(abs(name.position.y - 500 - drop * below.y) < 2)
  }

  @Test("pieces that meet are one street, wherever each begins")
  func joined() throws {
    // At 7.5 points the name is 61 long, each piece 40.
    let (left, right) = ([(460.0, 500.0), (500, 500)], [(540.0, 500.0), (500, 500)])
    #expect(Self.names(Self.road("Mallowfold Place", left)).isEmpty)
    let names = Self.names(
      Self.road("Mallowfold Place", left), Self.road("Mallowfold Place", right))
    #expect(names.count == 1)
    #expect(abs(try #require(names.first).position.x - 500) < 1)
    // Of another street, the piece is no help.
    #expect(
      Self.names(Self.road("Mallowfold Place", left), Self.road("Dean Street", right))
        .map(\.text) == ["Dean Street"])
  }

  @Test("a name that does not fit, or bends, is left out")
  func unfit() {
    #expect(Self.names(Self.road("Saint Bartholomew's Passage", [(500, 500), (560, 500)])).isEmpty)
    let zigzag = (0...30).map { (400 + Double($0) * 8, $0.isMultiple(of: 2) ? 500.0 : 520.0) }
    #expect(Self.names(Self.road("Crooked Lane", zigzag)).isEmpty)
    #expect(Self.names(Self.road("Dean Street", [(1_200, 500), (1_400, 500)])).isEmpty)
  }

  @Test("a long street is named again, at least eight centimetres on")
  func again() {
    let long = Self.names(Self.road("Dean Street", [(10, 500), (990, 500)]))
    let places = long.map(\.position.x).sorted()
    // One in the middle, and two on either side of it: 8 cm are 226.8 points.
    #expect(places.count == 5)
    for (one, next) in zip(places, places.dropFirst()) { #expect(next - one >= 226.7) }
    #expect(Self.names(Self.road("Dean Street", [(400, 500), (600, 500)])).count == 1)
  }

  @Test("names keep clear of what is taken, and go on beside it")
  func taken() throws {
    let badge = Box(minX: 490, minY: 490, maxX: 510, maxY: 510)
    let road = Self.road("Dean Street", [(400, 500), (600, 500)])
    let name = try #require(Self.names(road, avoiding: [badge]).first)
    #expect(!name.box.intersects(badge))
    let wall = Box(minX: 400, minY: 450, maxX: 600, maxY: 550)
    #expect(Self.names(road, avoiding: [wall]).isEmpty)
  }

  @Test("a name stands beside its road where circles lie on all of it")
  func beside() throws {
    let road = Self.road("Dean Street", [(400, 500), (600, 500)])
    let circles = stride(from: 400.0, through: 600, by: 10).map {
      Box.around(Point(x: $0, y: 500), radius: 2)
    }
    let names = RoadNames([road], scale: 1).placed(in: Self.frame, sparing: circles)
    let name = try #require(names.first)
    #expect(!circles.contains { $0.intersects(name.box) })
    #expect(abs(name.box.centre.y - 500) < 15 && abs(name.position.x - 500) < 2)
    // Circles to both sides of it too: it stands on the road.
    let crowd = [-12.0, -6, 0, 6, 12].flatMap { y in
      circles.map { Box.around(Point(x: $0.centre.x, y: 500 + y), radius: 2) }
    }
    #expect(RoadNames([road], scale: 1).placed(in: Self.frame, sparing: crowd).count == 1)
  }

  @Test("names that are wanted come first, then those of main roads")
  func order() {
    let crossing = [
      Self.road("North Walk", [(500, 465), (500, 535)]),
      Self.road("West Walk", [(465, 500), (535, 500)], .main),
    ]
    func first(_ wanted: [String]) -> [String] {
      RoadNames(crossing, wanted: wanted, scale: 1).placed(in: Self.frame).map(\.text)
    }
    // There is no room for both.
    #expect(first([]) == ["West Walk"])
    #expect(first(["On or near North Walk"]) == ["North Walk"])
  }

  @Test("in a town no name touches another or the frame, and each stands on its street")
  func town() {
    let layer = CloseUpCase.roads(reach: 900)
    let extent = Box(
      minX: CloseUpCase.centre.x - 400, minY: CloseUpCase.centre.y - 300,
      maxX: CloseUpCase.centre.x + 400, maxY: CloseUpCase.centre.y + 300)
    let frame = Box(minX: 20, minY: 30, maxX: 560, maxY: 435)
    let transform = PageTransform(extent: extent, frame: frame)
    let drawing = BackdropDrawing(
      [layer], transform: transform, frame: frame, scale: 1,
      style: .streets(pointsPerMetre: transform.pointsPerMetre))
    let names = RoadNames(drawing.namedRoads, scale: 1).placed(in: frame)
    #expect(names.count > 20)
    for (index, name) in names.enumerated() {
      #expect(frame.contains(name.box), "\(name.text)")
      #expect(name.turn >= -90.5 && name.turn < 90, "\(name.text)")
      for other in names.dropFirst(index + 1) {
        #expect(!name.outline.meets(other.outline), "\(name.text), \(other.text)")
      }
      // The middle of the capitals, which stands on the street.
      let corners = name.outline.corners
      let middle = Point(
        x: corners.reduce(0) { $0 + $1.x } / 4, y: corners.reduce(0) { $0 + $1.y } / 4)
      let distance = layer.ends.indices.filter { layer.name(ofPart: $0) == name.text }.flatMap {
        part -> [Double] in
        let places = layer.vertices(ofPart: part).map {
          transform.page(x: layer.x[$0], y: layer.y[$0])
        }
        return zip(places, places.dropFirst()).map {
          Segment(from: $0, to: $1).distance(to: middle)
        }
      }.min()
      #expect((distance ?? .infinity) < 0.5 * name.size, "\(name.text)")
    }
  }
}
