import Geometry
import Testing

@testable import Topology

@Suite("Topology errors")
struct TopologyErrorTests {
  @Test("each error says what was found and what is allowed")
  func words() {
    #expect(
      TopologyError.notFinite(area: 3).description
        == "cannot use the outline of area 3: a coordinate is not a number, all must be finite")
    #expect(
      TopologyError.unusableOutline(area: 0, reason: "no").description
        == "cannot use the outline of area 0: GEOS says 'no',"
        + " rings must be closed and have four points or more")
    #expect(
      TopologyError.failed(operation: "unite 2 areas", reason: "side conflict").description
        == """
        cannot unite 2 areas: GEOS says 'side conflict', outlines must be polygons that it can overlay
        """)
  }

  @Test("GEOS's words are kept in the context and handed out once")
  func messages() throws {
    let context = GEOSContext()
    let error = #expect(throws: TopologyError.self) {
      try GEOSGeometry(line: [Point(x: 0, y: 0)], position: 5, in: context)
    }
    guard case .unusableOutline(area: 5, let reason) = error else {
      Issue.record("unexpected \(String(describing: error))")
      return
    }
    #expect(reason.hasPrefix("IllegalArgumentException: "))
    #expect(!reason.contains("\n"))
    #expect(context.takeMessages() == "no reason given")
  }
}
