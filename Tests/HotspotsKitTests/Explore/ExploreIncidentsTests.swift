import HotspotAnalysis
import Interchange
import Testing

@testable import HotspotsKit

@Suite("Incidents of a map to explore")
struct ExploreIncidentsTests {
  /// Three incidents at two places, one at each with a street that five name.
  private func rows(_ order: [Int]) -> ExploreGatherer.Rows {
    let all: [(x: Double, category: UInt16, month: Int32, street: UInt32, start: Int64)] = [
      (20, 0, 24_301, 1, 500), (10, 1, 24_300, 0, 700), (10, 0, 24_300, 0, 600),
      (10, 0, 24_300, 0, IncidentDetails.noTime), (10, 1, -1, 0, 600), (10, 1, 24_300, 0, 650),
    ]
    var rows = ExploreGatherer.Rows()
    rows.areas = [[]]
    rows.categoryNames = ["Burglary", "Robbery"]
    rows.streetNames = ["On or near High Street", "On or near Mill Lane"]
    for place in order {
      let row = all[place]
      rows.x.append(row.x)
      rows.y.append(7)
      rows.areas[0].append(row.x == 20 ? -1 : 4)
      rows.categories.append(row.category)
      rows.months.append(row.month)
      rows.streets.append(row.street)
      rows.starts.append(row.start)
      rows.ends.append(row.start == IncidentDetails.noTime ? row.start : row.start + 60)
    }
    return rows
  }

  private func incidents(_ order: [Int]) -> ExploreIncidents {
    ExploreIncidents(rows(order), earlier: nil, hasTimes: true)
  }

  @Test("the order of the files leaves no trace")
  func order() {
    let (one, other) = (incidents([0, 1, 2, 3, 4, 5]), incidents([5, 3, 1, 0, 2, 4]))
    #expect(one.json(ofSet: 0) == other.json(ofSet: 0))
    #expect(one.placesJSON == other.placesJSON)
  }

  @Test("columns are those of the places in order")
  func columns() {
    let incidents = incidents([0, 1, 2, 3, 4, 5])
    guard case .object(let members)? = incidents.json(ofSet: 0) else {
      Issue.record("no object")
      return
    }
    func column(_ name: String) -> JSONValue? { members.first { $0.name == name }?.value }
    // Five at the western place, one at the eastern.
    #expect(column("perPlace") == ExploreNumbers.column([5, 1]))
    #expect(column("category") == ExploreNumbers.column([0, 0, 1, 1, 1, 0]))
    // Months from the first, 0 for none: by category, then by start, those without a time last.
    #expect(column("month") == ExploreNumbers.column([1, 1, 0, 1, 1, 2]))
    #expect(
      column("start")
        == ExploreNumbers.signed([100, Int(Int32.min), 100, 150, 200, 0]))
    #expect(column("length") == ExploreNumbers.column([60, 0, 60, 60, 60, 60]))
    // Mill Lane is named once only.
    #expect(incidents.streets.map(\.name) == ["High Street"])
    #expect(column("street") == ExploreNumbers.column([1, 1, 1, 1, 1, 0]))
    #expect(incidents.months == (24_300, 2))
    #expect(incidents.epoch == 500)
  }
}
