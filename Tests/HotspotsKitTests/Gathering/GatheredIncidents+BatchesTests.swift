import Assignment
import Boundaries
import HotspotAnalysis
import Incidents
import Testing

@testable import HotspotsKit

@Suite("Kept incidents as batches") struct GatheredIncidentsBatchesTests {
  /// Keeps what it is given.
  private struct Keeper: PlacementSink {
    var rows: [[Int]] = []

    mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
      let days = table.localDays(.utc)
      for row in 0..<table.count {
        rows.append([
          Int(table.x[row]), Int(table.y[row]), Int(table.category[row]), Int(days[row]),
          Int(assignments[0].areas[row]),
        ])
      }
    }

    func finish() -> [[Int]] { rows }
  }

  @Test("each incident is handed on once, as it is", arguments: [0, 1, 3, 40_000], [1, 2, 7])
  func handed(count: Int, threads: Int) async {
    var places = GatheredIncidents(details: IncidentDetails())
    places.details.categoryNames = ["burglary", "drugs", "theft"]
    for incident in 0..<count {
      places.append(x: Double(incident), y: Double(-incident), weight: nil)
      places.areas.append(Int32(incident % 5))
      places.days.append(incident % 9 == 0 ? .min : Int32(incident % 20_000 - 100))
      places.details.categories.append(UInt16(incident % 3))
    }
    let shares = await places.handed(threads: threads) { Keeper() }
    #expect(shares.count <= max(1, threads))
    #expect(shares.allSatisfy { $0.categories == ["burglary", "drugs", "theft"] })
    let rows = shares.flatMap(\.value)
    let expected = (0..<count).map { incident in
      [
        incident, -incident, incident % 3,
        incident % 9 == 0 ? Int(Int32.min) : incident % 20_000 - 100, incident % 5,
      ]
    }
    #expect(rows == expected)
  }
}
