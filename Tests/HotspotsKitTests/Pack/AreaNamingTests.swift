import Boundaries
import Geometry
import HotspotAnalysis
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Names of areas that people know")
struct AreaNamingTests {
  private static func details(_ locations: [String?]) -> IncidentDetails {
    var details = IncidentDetails()
    for location in locations {
      guard let location else {
        details.locations.append(IncidentDetails.noLocation)
        continue
      }
      let place = details.locationNames.firstIndex(of: location)
      if place == nil { details.locationNames.append(location) }
      details.locations.append(UInt32(place ?? details.locationNames.count - 1))
    }
    return details
  }

  private static func street(_ locations: [String?]) -> String? {
    let all = (0..<Int32(locations.count)).map { $0 }
    let details = details(locations)
    var tally = NumberTally(below: details.locationNames.count)
    return AreaNaming.street(of: all[...], in: details, &tally)
  }

  @Test("the commonest street is spoken, of equal ones the first name")
  func commonest() {
    #expect(
      Self.street(["On or near Dean Street", "On or near Old Road", "On or near Old Road"])
        == "Old Road")
    #expect(Self.street(["On or near B Road", "On or near A Road"]) == "A Road")
    #expect(Self.street(["Paddington (station)"]) == "Paddington station")
  }

  @Test("kinds of places are no streets, however many incidents they hold")
  func kinds() {
    let supermarkets = [String?](repeating: "On or near Supermarket", count: 8)
    #expect(Self.street(supermarkets + ["On or near Dean Street"]) == "Dean Street")
    #expect(Self.street(supermarkets) == nil)
  }

  @Test("a street names an area from a tenth of its incidents on, those without a name counted")
  func share() {
    let none = [String?](repeating: nil, count: 9)
    #expect(Self.street(none + ["On or near Dean Street"]) == "Dean Street")
    #expect(Self.street(none + [nil, "On or near Dean Street"]) == nil)
    #expect(Self.street([]) == nil)
  }

  @Test("incidents are sorted by area in the order of the files, those in none left out")
  func order() {
    let order = IncidentsByArea([2, 0, -1, 2, 0], count: 4)
    #expect((0..<4).map { Array(order[$0]) } == [[1, 4], [], [0, 3], []])
    var tally = NumberTally(below: 8)
    let areas: [Int32] = [3, 1, 3, 1, 7, -1]
    #expect(AreaNaming.commonest(of: [0, 1, 2, 3, 4, 5], in: areas, &tally) == 1)
    // What was counted before counts no more.
    #expect(AreaNaming.commonest(of: [4, 5], in: areas, &tally) == 7)
    #expect(AreaNaming.commonest(of: [5], in: areas, &tally) == nil)
  }

  // Counted by pandas: points joined to lsoa.shp and wards.shp by GeoPandas, then value_counts of
  // 'Location' in each LSOA. E01999068: Parking Area 64 of 214, Mallowthorn Square 46; E01999011: Rookslade
  // Street and Zoë's Buildings 5 of 22 each; E01999072: 27, Curlewwick Gardens 7.
  @Test("the made-up borough's areas are called what pandas counts")
  func borough() async throws {
    let study = Study(
      boundaries: [
        ProjectFolder.path("boundaries/lsoa.shp"), ProjectFolder.path("boundaries/wards.shp"),
      ], incidents: [ProjectFolder.path("samples/incidents.csv")])
    let result = try await BriefingPack().run(study)
    let table = result.table(ofLayer: 0)
    #expect(table.columns.last?.name == "known_as")
    let codes = try #require(table[column: "code"]?.values)
    let names = try #require(table[column: "known_as"]?.values)
    let known = Dictionary(
      uniqueKeysWithValues: (0..<table.rowCount).map {
        (codes.description(at: $0), names.description(at: $0))
      })
    for (code, name) in [
      ("E01999070", "Marlowick 009F, Candlemarket, by Copperwick Street"),
      ("E01999098", "Marlowick 014A, St Éloi's, by Barleygarth Lane"),
      ("E01999068", "Marlowick 009D, Candlemarket, by Mallowthorn Square"),
      ("E01999011", "Marlowick 002C, Larkhanger, by Rookslade Street"),
      ("E01999072", "Marlowick 010B, Hallowfield, by Curlewwick Gardens"),
    ] {
      #expect(known[code] == name)
    }
    // Of the wards Candlemarket has 6977 incidents, 1979 of them in Copperwick Street; there is no larger
    // layer.
    #expect(
      result.knownAreas[1].map(\.words).contains("Candlemarket, by Copperwick Street"))
    #expect(result.knownAreas[1].allSatisfy { $0.surrounding == nil })
  }

  @Test("without a second layer and without names of places nothing is invented")
  func nothing() async throws {
    let study = try SquareWorld().study { $0.incidents.columns = [(.category, "type")] }
    let result = try await BriefingPack().run(study)
    #expect(result.knownAreas[0].map(\.words) == ["Area A", "Area B", "Area C", "Area D"])
  }
}
