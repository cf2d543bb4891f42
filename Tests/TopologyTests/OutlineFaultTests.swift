import Geometry
import Testing

@testable import Topology

/// An outline that breaks one rule of OGC Simple Features.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let polygons: [[[Point]]]
  let fault: OutlineFault
  let location: Point

  init(
    _ name: String, _ polygons: [[[(Double, Double)]]], _ fault: OutlineFault,
    at location: (Double, Double)
  ) {
    testDescription = name
    self.polygons = polygons.map { $0.map(Shapes.closed) }
    self.fault = fault
    self.location = Point(x: location.0, y: location.1)
  }
}

@Suite("Outline faults")
struct OutlineFaultTests {
  /// Reasons and places as by shapely.is_valid_reason (GEOS 3.14.1), for instance
  /// `is_valid_reason(Polygon([(0,0),(10,10),(10,0),(0,10)]))` gives `Self-intersection[5 5]`.
  static let cases: [FaultCase] = [
    FaultCase("bow-tie", [[[(0, 0), (10, 10), (10, 0), (0, 10)]]], .edgesCross, at: (5, 5)),
    FaultCase(
      "figure of eight", [[[(0, 0), (4, 0), (4, 4), (2, 2), (1, 4), (0, 4), (2, 2)]]],
      .ringTouchesItself, at: (2, 2)),
    FaultCase(
      "hole beside", [[Shapes.rectangle(0, 0, 4, 4), Shapes.rectangle(6, 6, 7, 7)]],
      .holeOutside, at: (6, 6)),
    FaultCase(
      "hole in a hole",
      [
        [
          Shapes.rectangle(0, 0, 10, 10), Shapes.rectangle(1, 1, 8, 8),
          Shapes.rectangle(2, 2, 3, 3),
        ]
      ],
      .nestedHoles, at: (2, 2)),
    FaultCase(
      "hole that cuts", [[Shapes.rectangle(0, 0, 10, 10), [(5, 0), (6, 5), (5, 10), (4, 5)]]],
      .interiorCut, at: (5, 10)),
    FaultCase("spike", [[[(0, 0), (10, 0), (0, 0)]]], .tooFewPoints, at: (0, 0)),
  ]

  @Test("each fault is named and placed", arguments: cases)
  func names(_ example: FaultCase) throws {
    var outlines = Shapes.layer([Shapes.rectangle(100, 100, 110, 110)])
    outlines.appendArea(example.polygons)
    #expect(
      try InvalidArea.all(in: outlines) == [
        InvalidArea(area: 1, fault: example.fault, location: example.location)
      ])
  }

  @Test("a part inside another part is a fault")
  func nestedPolygons() throws {
    var outlines = OutlineTable()
    outlines.appendArea([
      [Shapes.closed(Shapes.rectangle(0, 0, 10, 10))],
      [Shapes.closed(Shapes.rectangle(2, 2, 3, 3))],
    ])
    #expect(try InvalidArea.all(in: outlines).map(\.fault) == [.nestedPolygons])
  }

  @Test("holes, islands in holes, touching parts and empty areas are valid")
  func validOutlines() throws {
    var outlines = OutlineTable()
    outlines.appendArea([])
    outlines.appendArea([
      [
        Shapes.closed(Shapes.rectangle(0, 0, 10, 10)), Shapes.closed(Shapes.rectangle(2, 2, 8, 8)),
      ],
      [Shapes.closed(Shapes.rectangle(4, 4, 6, 6))],
      [Shapes.closed(Shapes.rectangle(10, 10, 12, 12))],
    ])
    #expect(try InvalidArea.all(in: outlines).isEmpty)
  }

  @Test("each fault has words")
  func words() {
    let words: KeyValuePairs<OutlineFault, String> = [
      .edgesCross: "edges cross each other",
      .ringTouchesItself: "a ring touches itself",
      .holeOutside: "a hole lies outside its outer ring",
      .nestedHoles: "a hole lies inside another hole",
      .nestedPolygons: "a part lies inside another part",
      .duplicateRing: "the same ring occurs twice",
      .interiorCut: "holes cut the inside into pieces",
      .tooFewPoints: "a ring has too few different points",
      .other("Sorry"): "GEOS says 'Sorry'",
    ]
    for (fault, text) in words { #expect(fault.description == text) }
    #expect(OutlineFault(reason: "Duplicate Rings") == .duplicateRing)
    #expect(OutlineFault(reason: "Sorry") == .other("Sorry"))
  }

  @Test("a coordinate that is not a number is an error that names the area")
  func notFinite() {
    var outlines = Shapes.layer(
      [Shapes.rectangle(0, 0, 1, 1)], [Shapes.rectangle(1, 0, 2, 1)])
    outlines.y[7] = .nan
    #expect(throws: TopologyError.notFinite(area: 1)) { try InvalidArea.all(in: outlines) }
    outlines.y[7] = .infinity
    #expect(throws: TopologyError.notFinite(area: 1)) { try LayerTopology(of: outlines) }
  }

  @Test("a ring that is left open is an error with GEOS's reason")
  func openRing() throws {
    var outlines = Shapes.layer([Shapes.rectangle(0, 0, 1, 1)])
    outlines.x[0] = 0.5
    let error = #expect(throws: TopologyError.self) { try InvalidArea.all(in: outlines) }
    guard case .unusableOutline(area: 0, let reason) = error else {
      Issue.record("unexpected \(String(describing: error))")
      return
    }
    #expect(reason.contains("closed"))
  }
}
