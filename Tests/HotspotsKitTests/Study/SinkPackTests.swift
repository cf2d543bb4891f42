import Assignment
import Boundaries
import Incidents
import Testing

@testable import HotspotsKit

@Suite("Sinks that take the same batches")
struct SinkPackTests {
  /// Keeps the sizes of the batches, times a factor.
  private struct Sizes: PlacementSink {
    var factor = 1
    var sizes: [Int] = []

    mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
      sizes.append(table.count * factor)
    }

    func finish() -> [Int] { sizes }
  }

  @Test("each takes each batch once, and the results stand in the order of the sinks")
  func batches() {
    let pack = SinkPack(Sizes(), Sizes(factor: 10), NoSink())
    for count in [3, 1, 2] {
      let x = [Double](repeating: 0, count: count)
      pack.consume(IncidentTable(x: x, y: x, category: []), assignments: [])
    }
    let results = pack.finish().values
    #expect(results.0 == [3, 1, 2])
    #expect(results.1 == [30, 10, 20])
  }
}
