import Foundation
import Geometry
import HotspotAnalysis
import Incidents
import Interchange
import Testing

@testable import HotspotsKit

@Suite("Sums of a map to explore")
struct ExploreCellsTests {
  /// The ground of 100 cells of 100 m.
  private let box = Box(minX: 0, minY: 0, maxX: 1000, maxY: 1000)

  private func cells(_ order: [Int]) -> ExploreCells {
    // 1970-01-01 was a Thursday, whose first hour is 72. The first window is 00:30 to 01:30, the second
    // lies in the hour after; the third incident has no time, the fourth lies in another cell.
    let all: [(x: Double, category: UInt16, start: Int64, end: Int64)] = [
      (10, 0, 1800, 5400), (99, 0, 3600, 3660),
      (20, 1, IncidentDetails.noTime, IncidentDetails.noTime),
      (150, 0, 0, 0),
    ]
    var rows = ExploreGatherer.Rows()
    rows.areas = [[]]
    rows.categoryNames = ["Burglary", "Robbery"]
    for place in order {
      rows.x.append(all[place].x)
      rows.y.append(50)
      rows.areas[0].append(0)
      rows.categories.append(all[place].category)
      rows.starts.append(all[place].start)
      rows.ends.append(all[place].end)
    }
    return ExploreCells(rows, rules: .utc, on: box)
  }

  @Test("windows are divided over their hours, and cells have their middles")
  func sums() {
    let cells = cells([0, 1, 2, 3])
    #expect(cells.side == 100)
    guard case .object(let members)? = cells.json(ofSet: 0) else {
      Issue.record("no object")
      return
    }
    func column(_ name: String) -> JSONValue? { members.first { $0.name == name }?.value }
    #expect(column("perPlace") == ExploreNumbers.column([3, 1]))
    // Category 0 in hours 72 and 73 and category 1 without an hour, then the other cell.
    #expect(column("keys") == ExploreNumbers.steps([72, 73, 169 + 168, 72]))
    // Half an incident is 32 of 64 parts; sums go on from one to the next.
    #expect(column("sums") == ExploreNumbers.steps([32, 128, 192, 256]))
    #expect(column("parts") == .real(64))
    guard case .object(let places) = cells.placesJSON else {
      Issue.record("no object")
      return
    }
    #expect(places[0].value == ExploreNumbers.column([50.0, 50, 150, 50]))
  }

  @Test("the order of the rows leaves no trace")
  func order() {
    #expect(cells([0, 1, 2, 3]).json(ofSet: 0) == cells([3, 2, 1, 0]).json(ofSet: 0))
  }
}
