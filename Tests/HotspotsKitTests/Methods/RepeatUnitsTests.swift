import Foundation
import HotspotAnalysis
import Tables
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Repeats")
struct RepeatUnitsTests {
  /// Twelve incidents in squares A and B.
  ///
  /// Seven are at one position, two at another, one at a third; one is outside, one has no coordinates.
  /// Persons stand in quotes, with blanks, and as words for nothing.
  static let rows = """
    type,from,to,easting,northing,where,who,with
    Theft,2025-01-31,,400005,300005,On or near Low Street,V1,S1
    Theft,2025-02-14,,400005,300005,On or near Low Street,"V1",S1
    Theft,2025-02-28,,400005,300005,On or near High Street, V1 ,S1
    Theft,2025-03-01,,400005,300005,On or near High Street,V2,S1
    Theft,2025-03-05,,400005,300005,On or near High Street,V2,S2
    Theft,,,400005,300005,No Location,V3,
    Theft,2025-04-01,,400005,300005,,unknown,S9
    Theft,2025-02-01,,400015,300005,Mill Lane,V4,S9
    Theft,2025-06-30,,400015,300005,Mill Lane,V1,S1
    Theft,2025-06-30,,400017,300005,Mill Lane,,
    Theft,2025-07-01,,500000,300005,Mill Lane,V1,S1
    Theft,2025-07-02,,,,Mill Lane,V2,S2

    """

  private func run(
    _ method: RepeatUnits, isPlaced: Bool = true, rows: String = RepeatUnitsTests.rows,
    _ change: (inout StudyOptions) -> Void = { _ in }
  ) async throws -> RepeatUnits.Result {
    let study = try SquareWorld().study(rows, isPlaced: isPlaced) { options in
      options.incidents.columns = [
        (.category, "type"), (.start, "from"), (.end, "to"), (.location, "where"),
      ]
      change(&options)
    }
    return try await study.run(method)
  }

  private func text(_ table: FeatureTable, _ column: String) throws -> [String] {
    let values = try #require(table[column: column], "\(column)").values
    return (0..<table.rowCount).map { values.description(at: $0) }
  }

  @Test("locations: bands, first and last, days since, place, and the day of the trigger")
  func locations() async throws {
    let trigger = try #require(RepeatTrigger("3/1month"))
    let result = try await run(RepeatUnits(trigger: trigger))
    #expect(try text(result.table, "band") == ["1", "2", "3-5", "6-9", "10+"])
    #expect(result.table[column: "units"]?.values == .integers([1, 1, 0, 1, 0]))
    #expect(result.table[column: "incidents"]?.values == .integers([1, 2, 0, 7, 0]))
    let third: Double? = 1 / 3
    let unitShares: [Double?] = [third, third, 0, third, 0]
    let incidentShares: [Double?] = [0.1, 0.2, 0, 0.7, 0]
    #expect(result.table[column: "unit_share"]?.values == .reals(unitShares))
    #expect(result.table[column: "incident_share"]?.values == .reals(incidentShares))
    let list = result.worklist
    #expect(try text(list, "unit") == ["400005 300005", "400015 300005"])
    #expect(try text(list, "incidents") == ["7", "2"])
    #expect(try text(list, "first") == ["2025-01-31", "2025-02-01"])
    #expect(try text(list, "last") == ["2025-04-01", "2025-06-30"])
    // The files end on 2 July.
    #expect(try text(list, "days_since_last") == ["92", "2"])
    #expect(try text(list, "triggered") == ["2025-02-28", ""])
    #expect(try text(list, "location") == ["On or near High Street", "Mill Lane"])
    #expect(try text(list, "location_incidents") == ["3", "2"])
    #expect(try text(list, "grid_reference") == ["SK 000 000", "SK 000 000"])
    #expect(try text(list, "main_area_code") == ["A", "B"])
    #expect(try text(list, "main_area_share") == ["1.0", "1.0"])
    #expect(try text(list, "peak_x") == ["400005.0", "400015.0"])
    let said = result.choices.flatMap(\.sentences)
    #expect(
      said.contains(
        "repeats: 2 of 3 locations (66.7%) have two incidents or more, which are 9 of 10 incidents "
          + "(90.0%)"))
    #expect(
      said.contains(
        "repeats: of 10 incidents 70.0% (7) are at locations with three or more (1); nowhere are there "
          + "ten"))
    #expect(
      said.contains("trigger: 1 location had 3 incidents within a month, with 7 incidents in all"))
    #expect(
      said.contains(
        "dates: 1 incident without a date counts in bands and not in first, last and windows"))
  }

  @Test("joined locations are one unit in the middle of the busiest, with the days of all")
  func joined() async throws {
    let result = try await run(RepeatUnits(within: 2))
    #expect(result.table[column: "units"]?.values == .integers([0, 0, 1, 1, 0]))
    let list = result.worklist
    #expect(try text(list, "unit") == ["400005 300005", "400015 300005"])
    #expect(try text(list, "locations") == ["1", "2"])
    #expect(try text(list, "incidents") == ["7", "3"])
    #expect(try text(list, "location_share") == ["\(3.0 / 7)", "1.0"])
    let all = try await run(RepeatUnits(within: 12))
    // Twelve metres from the busiest at most: all are one.
    #expect(all.table[column: "incidents"]?.values == .integers([0, 0, 0, 0, 10]))
    #expect(try text(all.worklist, "last") == ["2025-06-30"])
    #expect(try text(all.worklist, "main_area_share") == ["0.7"])
    #expect(
      all.choices.flatMap(\.sentences).contains {
        $0.hasPrefix("locations: 3 positions were joined into 1: the busiest takes all within 12 m")
      })
  }

  @Test("persons: texts without quotes and blanks, words for nothing in a row of their own")
  func persons() async throws {
    let trigger = try #require(RepeatTrigger("3/1month"))
    let result = try await run(RepeatUnits(by: .column("who"), trigger: trigger))
    #expect(try text(result.table, "band") == ["1", "2", "3-5", "6-9", "10+", "not_recorded"])
    #expect(result.table[column: "units"]?.values == .integers([2, 1, 1, 0, 0, nil]))
    #expect(result.table[column: "incidents"]?.values == .integers([2, 2, 4, 0, 0, 2]))
    #expect(result.table[column: "incident_share"]?.values == .reals([0.25, 0.25, 0.5, 0, 0, nil]))
    #expect(try text(result.worklist, "unit") == ["1", "2"])
    #expect(try text(result.worklist, "triggered") == ["2025-02-28", ""])
    #expect(try text(result.worklist, "main_area_share") == ["0.75", "1.0"])
    #expect(try text(result.worklist, "peak_x") == ["400005.0", "400005.0"])
    let words = result.choices.map { "\($0)" }.joined()
    #expect(!words.contains("V1") && !words.contains("V2"))
    var shown = RepeatUnits(by: .column("who"))
    shown.showsUnits = true
    #expect(try text(await run(shown).worklist, "unit") == ["V1", "V2"])
  }

  @Test("without boundaries every row counts, by a column and by location")
  func anywhere() async throws {
    let who = try await run(RepeatUnits(by: .column("who")), isPlaced: false)
    #expect(who.table[column: "incidents"]?.values == .integers([2, 0, 8, 0, 0, 2]))
    #expect(who.worklist[column: "peak_x"] == nil && who.worklist[column: "main_area"] == nil)
    let location = try await run(RepeatUnits(), isPlaced: false)
    #expect(location.table[column: "incidents"]?.values == .integers([2, 2, 0, 7, 0]))
    #expect(location.reading.reconciliations[0].assignedIncidents == 11)
    #expect(try text(location.worklist, "grid_reference") == ["SK 000 000", "SK 000 000"])
  }

  @Test("pairs: both must be recorded, and sides that repeat by themselves are said")
  func pairs() async throws {
    var method = RepeatUnits(by: .column("who"), and: .column("with"))
    method.showsUnits = true
    let result = try await run(method)
    #expect(result.table[column: "units"]?.values == .integers([3, 0, 1, 0, 0, nil]))
    #expect(result.table[column: "incidents"]?.values == .integers([3, 0, 4, 0, 0, 3]))
    #expect(try text(result.worklist, "unit") == ["V1 + S1"])
    let said = result.choices.flatMap(\.sentences)
    #expect(said.contains("repeats: 7 incidents, too few to call anything a pattern"))
    // V1 with four and V2 with two repeat, and S1 with five; in five rows both do.
    let sides = PairSides(of: result.tally)
    #expect(sides.first == (2, 3) && sides.second == (1, 3) && sides.incidents == 5)
    let place = try await run(RepeatUnits(by: .location, and: .column("who")))
    #expect(place.table[column: "incidents"]?.values == .integers([3, 2, 3, 0, 0, 2]))
  }

  @Test("a row that stands for several counts as often, in bands and windows")
  func counts() async throws {
    let rows = """
      from,easting,northing,n
      2025-01-01,400005,300005,1
      2025-01-05,400005,300005,4
      2025-03-01,400015,300005,0
      2025-03-02,400015,300005,2

      """
    let trigger = try #require(RepeatTrigger("4/3days"))
    let result = try await run(RepeatUnits(trigger: trigger), rows: rows) { options in
      options.incidents.columns = [(.start, "from")]
      options.incidents.countColumn = "n"
    }
    #expect(result.table[column: "incidents"]?.values == .integers([0, 2, 5, 0, 0]))
    #expect(try text(result.worklist, "triggered") == ["2025-01-05", ""])
  }

  @Test("ties go to the later last, then to the west, then to the south, then to the bytes")
  func ties() async throws {
    let rows = """
      from,easting,northing,who
      2025-01-01,400005,300005,b
      2025-01-02,400005,300005,a
      2025-01-01,400004,300005,b
      2025-01-02,400004,300005,a
      2025-01-01,400004,300004,Z
      2025-01-02,400004,300004,Z
      2025-01-01,400003,300001,c
      2025-01-03,400003,300001,c

      """
    let result = try await run(RepeatUnits(), rows: rows) {
      $0.incidents.columns = [(.start, "from")]
    }
    #expect(
      try text(result.worklist, "unit")
        == ["400003 300001", "400004 300004", "400004 300005", "400005 300005"])
    var method = RepeatUnits(by: .column("who"))
    method.showsUnits = true
    method.top = 3
    let who = try await run(method, rows: rows) { $0.incidents.columns = [(.start, "from")] }
    #expect(try text(who.worklist, "unit") == ["c", "Z", "a"])
  }

  @Test("dates that are months: windows of months only, days since the month's end")
  func months() async throws {
    let rows = """
      Month,easting,northing
      2025-01,400005,300005
      2025-03,400005,300005
      2025-06,400005,300005
      2025-08,400015,300005

      """
    let half = try #require(RepeatTrigger("3/6months"))
    let result = try await run(RepeatUnits(trigger: half), rows: rows) { $0.incidents.columns = [] }
    #expect(try text(result.worklist, "first") == ["2025-01"])
    #expect(try text(result.worklist, "last") == ["2025-06"])
    #expect(try text(result.worklist, "triggered") == ["2025-06"])
    #expect(try text(result.worklist, "days_since_last") == ["62"])
    let five = try #require(RepeatTrigger("3/5months"))
    let none = try await run(RepeatUnits(trigger: five), rows: rows) { $0.incidents.columns = [] }
    #expect(try text(none.worklist, "triggered") == [""])
    let days = try #require(RepeatTrigger("3/180days"))
    await #expect(throws: RepeatUnitsError.self) {
      try await run(RepeatUnits(trigger: days), rows: rows) { $0.incidents.columns = [] }
    }
  }

  @Test("more than is kept is refused, with the limit", arguments: [1, 4])
  func limit(threads: Int) async throws {
    var method = RepeatUnits(by: .column("who"))
    method.capacity = 3
    let error = await #expect(throws: RepeatUnitsError.self) {
      try await run(method) { $0.threads = threads }
    }
    #expect(error == .tooMany(limit: 3))
    method.capacity = 4
    let result = try await run(method)
    #expect(result.distribution.all.units == 4)
  }

  @Test("the order of the rows and the number of workers change nothing")
  func order() async throws {
    let lines = Self.rows.split(separator: "\n").map(String.init)
    let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
    let trigger = try #require(RepeatTrigger("2/1month"))
    var tables: Set<String> = []
    for (rows, threads) in [(Self.rows, 1), (turned, 1), (turned, 4)] {
      let result = try await run(RepeatUnits(within: 2, trigger: trigger), rows: rows) {
        $0.threads = threads
      }
      tables.insert(TableWriter(result.table).text + TableWriter(result.worklist).text)
    }
    #expect(tables.count == 1)
  }

  @Test("degrees without boundaries are joined in metres, as the same positions with them are")
  func degrees() async throws {
    // Three doors of a street in London, some 14 m apart.
    let rows = """
      date,longitude,latitude
      2025-01-01,-0.1340000,51.5130000
      2025-01-02,-0.1340000,51.5130000
      2025-01-03,-0.1338000,51.5130000
      2025-01-04,-0.1336000,51.5130000

      """
    let result = try await run(RepeatUnits(within: 20), isPlaced: false, rows: rows) {
      $0.incidents.columns = []
    }
    #expect(result.table[column: "units"]?.values == .integers([1, 0, 1, 0, 0]))
    #expect(result.crs == "EPSG:27700")
    let x = try #require(result.worklist[column: "peak_x"]?.values.number(at: 0))
    #expect(abs(x - 529_582) < 10)
  }
}
