import Geometry
import Statistics
import Testing

@testable import Cartography

@Suite("Backdrops and locators")
struct BackdropTests {
  private static let frame = Box(minX: 50, minY: 60, maxX: 450, maxY: 360)
  /// Four metres to a point, (0, 0) in the middle of the frame.
  private static let transform = PageTransform(
    extent: Box(minX: -800, minY: -600, maxX: 800, maxY: 600), frame: frame)

  private static func draw(
    _ layers: BackdropLayer..., byteLimit: Int = BackdropDrawing.byteLimit
  ) -> BackdropDrawing {
    BackdropDrawing(
      layers, transform: transform, frame: frame, scale: 1, byteLimit: byteLimit)
  }

  /// Every line of a layer, in points.
  private static func lines(_ layers: [Layer]) -> [[Point]] {
    layers.flatMap(\.marks).flatMap { mark -> [[Point]] in
      guard case .strokes(let lines, _) = mark else { return [] }
      return lines.map { zip($0.x, $0.y).map { Point(x: Double($0) / 10, y: Double($1) / 10) } }
    }
  }

  /// Random crooked lines in and around the frame, a vertex each ten metres.
  private static func roads(_ count: Int, seed: UInt64) -> BackdropLayer {
    var random = SplitMix64(seed: seed)
    var layer = BackdropLayer(name: "roads")
    for _ in 0..<count {
      var (x, y) = (random.nextUnit() * 2400 - 1200, random.nextUnit() * 2000 - 1000)
      for _ in 0..<100 {
        x += random.nextUnit() * 20 - 6
        y += random.nextUnit() * 20 - 8
        layer.x.append(x)
        layer.y.append(y)
      }
      layer.endPart(.line)
    }
    return layer
  }

  @Test("lines stay in the frame and run within a tenth of a millimetre of where they do")
  func exact() {
    let roads = Self.roads(40, seed: 1)
    let drawing = Self.draw(roads)
    let lines = Self.lines(drawing.lines)
    #expect(lines.count > 10)
    let edges = Self.edges(of: roads)
    // The simplification, and the rounding to a tenth of a point.
    let allowed = PageOutlines.tolerance + 0.08
    for line in lines {
      for (a, b) in zip(line, line.dropFirst()) {
        for point in [a, b, Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)] {
          #expect(Self.frame.padded(by: 0.001).contains(x: point.x, y: point.y))
          #expect(edges.contains { Self.distance(point, to: $0) <= allowed })
        }
      }
    }
  }

  /// The edges of the lines of a layer, in points.
  private static func edges(of layer: BackdropLayer) -> [(Point, Point)] {
    layer.ends.indices.flatMap { part in
      let places = layer.vertices(ofPart: part).map {
        transform.page(x: layer.x[$0], y: layer.y[$0])
      }
      return Array(zip(places, places.dropFirst()))
    }
  }

  /// The distance of a place on the page from an edge, in points.
  private static func distance(_ point: Point, to edge: (Point, Point)) -> Double {
    let (a, b) = edge
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    let along =
      length > 0
      ? min(max(((point.x - a.x) * dx + (point.y - a.y) * dy) / length, 0), 1) : 0
    let (ex, ey) = (point.x - a.x - along * dx, point.y - a.y - along * dy)
    return (ex * ex + ey * ey).squareRoot()
  }

  @Test("the file stays small, however much there is", arguments: [2_000, 20_000, 60_000])
  func small(limit: Int) {
    let drawing = Self.draw(Self.roads(400, seed: 2), byteLimit: limit)
    let page = Drawing(
      page: .a4Portrait, identifierPrefix: "", title: "", summary: "", layers: drawing.lines)
    let bytes = SVGWriter(page).bytes.count
    #expect(bytes < limit + 2_000)
    #expect(bytes > limit / 4)
  }

  @Test("areas have ground below the data and a border above it, with their holes")
  func areas() {
    var parks = BackdropLayer(name: "parks & squares")
    for ring in [
      [(-200, -200), (-200, 200), (200, 200), (200, -200), (-200, -200)],
      [(-50, -50), (50, -50), (50, 50), (-50, 50), (-50, -50)],
    ] {
      for (x, y) in ring {
        parks.x.append(Double(x))
        parks.y.append(Double(y))
      }
      parks.endPart(.ring)
    }
    let drawing = Self.draw(parks)
    #expect(drawing.ground.map(\.name) == ["backdrop-parks_20__26__20_squares-ground"])
    #expect(drawing.lines.map(\.name) == ["backdrop-parks_20__26__20_squares"])
    #expect(Self.lines(drawing.ground).count == 2)
    #expect(Self.lines(drawing.lines).allSatisfy { $0.first == $0.last && $0.count == 5 })
  }

  @Test("points in the frame are dots, others and places without coordinates are left out")
  func points() {
    var stations = BackdropLayer(name: "stations")
    for (x, y) in [(0.0, 0.0), (400, 300), (5_000, 0), (.infinity, 0), (.nan, .nan)] {
      stations.x.append(x)
      stations.y.append(y)
      stations.endPart(.points)
    }
    let dots = Self.lines(Self.draw(stations).lines)
    // Each dot is drawn twice, to be hollow.
    #expect(Set(dots.map { $0[0] }) == [Point(x: 250, y: 210), Point(x: 350, y: 135)])
    #expect(dots.count == 4)
  }

  @Test("a locator lies in the frame, shows the part, and labels keep clear of it")
  func locator() throws {
    let town = townTable(columns: 30, rows: 30, detail: 1, values: Self.crowd)
    let map = try AreaMap(of: town, description: townDescription(), page: .a4Landscape)
    let layer = try #require(map.drawing.layers.first { $0.name == "locator" })
    let boxes = layer.marks.compactMap { mark -> Box? in
      if case .rectangle(let box, _) = mark { box } else { nil }
    }
    let (inset, part) = (boxes[0], boxes[1])
    #expect(inset.contains(part))
    #expect(part.width < inset.width / 2)
    for line in Self.lines([layer]) {
      for point in line { #expect(inset.contains(x: point.x, y: point.y)) }
    }
    let labels = try #require(map.drawing.layers.first { $0.name == "labels" })
    var count = 0
    for case .circle(let centre, let radius, _) in labels.marks {
      count += 1
      #expect(!Box.around(centre, radius: radius).intersects(inset))
    }
    #expect(count >= 8)
  }

  @Test("a map of the whole layer needs no locator")
  func whole() throws {
    let map = try AreaMap(of: townTable(columns: 5, rows: 4), description: townDescription())
    #expect(!map.drawing.layers.contains { $0.name == "locator" })
  }

  /// Incidents in a corner of the town, so that the map shows only a part of it.
  private static let crowd: [Double?] = {
    var values: [Double?] = Array(repeating: 0, count: 900)
    for place in 0..<40 { values[place % 8 + place / 8 * 30] = Double(100 + place) }
    return values
  }()

  // A capital is read at five minutes of arc, 2.9 mm at two metres.
  @Test(
    "on A3 all but the small print is read from two metres",
    arguments: [Page.a3Portrait, .a3Landscape])
  func legible(page: Page) throws {
    let map = try AreaMap(
      of: townTable(columns: 12, rows: 10), description: townDescription(), page: page)
    for layer in map.drawing.layers where layer.name != "notes" {
      for text in texts(layer.marks) where text.colour == Palette.ink {
        let millimetres = text.size * TextMark.capitalHeight / Page.pointsPerMillimetre
        #expect(millimetres >= 2.85, "'\(text.text)' is \(millimetres) mm high")
      }
    }
  }
}
