import HotspotAnalysis
import Incidents
import Statistics
import Testing

@testable import HotspotsKit

@Suite("Hours of the busiest areas")
struct AreaHoursTests {
  /// Incidents in some areas, of which a third have no time.
  private static func places(
    areas: Int, count: Int, within: WeeklyHours? = nil, seed: UInt64
  ) throws -> GatheredIncidents {
    var random = SplitMix64(seed: seed)
    let rules = try TimeZoneDatabase.system.rules(named: "Europe/London")
    var places = GatheredIncidents(details: IncidentDetails(rules: rules, within: within))
    for _ in 0..<count {
      // Low numbers are busier; the last area has no incident at all.
      let number = Int(random.next() % UInt64(areas - 1)) * Int(random.next() % 5) / 4
      places.areas.append(Int32(number))
      let start = 1_700_000_000 + Int64(random.next() % 20_000_000)
      let window = TimeWindow(start: start, end: start + Int64(random.next() % 90_000))
      places.details.append(window: random.next() % 3 == 0 ? nil : window)
    }
    return places
  }

  /// One table for each area, as a pass over all of them fills it.
  private static func tables(_ places: GatheredIncidents, areas: Int) -> [HourProfile] {
    var tables = [AoristicAccumulator](
      repeating: AoristicAccumulator(rules: places.details.rules), count: areas)
    for incident in places.areas.indices {
      if let window = places.details.window(of: incident) {
        tables[Int(places.areas[incident])].add(window)
      }
    }
    return tables.map { $0.profile() }
  }

  @Test(
    "they are those of tables of all areas", arguments: 0..<4 as Range<UInt64>, [true, false])
  func bruteForce(seed: UInt64, isWithin: Bool) throws {
    let within = isWithin ? WeeklyHours(hours: HoursOfDay(from: 22, to: 3)) : nil
    let places = try Self.places(areas: 40, count: 1500, within: within, seed: seed)
    let tables = Self.tables(places, areas: 40)
    let hours = AreaHours(of: places, areas: 40, limit: 6)
    let timed = tables.indices.filter { tables[$0].incidents > 0 }
    #expect(hours.timedAreas == timed.count)
    let order = timed.sorted {
      (tables[$1].total(within: within), $0) < (tables[$0].total(within: within), $1)
    }
    #expect(hours.busiest.map(\.area) == Array(order.prefix(6)))
    #expect(hours.busiest.map(\.profile) == order.prefix(6).map { tables[$0] })
  }

  @Test("without times there is none")
  func none() {
    var places = GatheredIncidents(details: IncidentDetails())
    places.areas = [0, 1, 1]
    let hours = AreaHours(of: places, areas: 3, limit: 6)
    #expect(hours.timedAreas == 0 && hours.busiest.isEmpty)
  }
}
