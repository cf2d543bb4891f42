import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Tables of partners: rows that name their area, and rows that stand for several incidents")
struct PartnerTableTests {
  private let folder = TemporaryFolder()

  /// Four squares of a kilometre with the codes A to D and the names North, South, East, East.
  private func boundaries() throws -> String {
    let squares = [("A", "North", 0), ("B", "South", 1), ("C", "East", 2), ("D", "East", 3)]
    let features = squares.map { code, name, column in
      let (west, east) = (500_000 + column * 1000, 501_000 + column * 1000)
      return """
        {"type":"Feature","properties":{"code":"\(code)","name":"\(name)"},"geometry":{"type":"Polygon",\
        "coordinates":[[[\(west),200000],[\(east),200000],[\(east),201000],[\(west),201000],[\(west),200000]]]}}
        """
    }
    let text = """
      {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},\
      "features":[\(features.joined(separator: ","))]}
      """
    return try folder.file("squares.geojson", text)
  }

  private func options(_ rows: String) throws -> StudyOptions {
    StudyOptions(
      boundaries: BoundaryFiles([try boundaries()]),
      incidents: [try folder.file("rows.csv", rows)])
  }

  private func incidents(_ result: AreaCounts.Result) -> [Int?] {
    guard case .integers(let values)? = result.table[column: "incidents"]?.values else { return [] }
    return values
  }

  @Test("rows without coordinates are in the area whose code or name they have, in any letter case")
  func codes() async throws {
    var options = try options(
      """
      id,easting,northing,area
      1,500500,200500,B
      2,,,b
      3,0,0, North
      4,,,East
      5,,,Z
      6,,,
      7,,,N/A
      8,900000,200500,A

      """)
    options.incidents.areaColumn = "area"
    let result = try await Study(options).run(AreaCounts())
    // 1 lies in A, whatever its row says; 2 is B, 3 is A by its name; two areas are called East.
    #expect(incidents(result) == [2, 1, 0, 0])
    let rows = result.reconciliations[0]
    #expect(rows.assigned == 3 && rows.assignedNotes["assigned_by_code"] == 2)
    #expect(rows.outside == ["code_unknown": 2, "outside_areas": 1])
    #expect(rows.withoutCoordinates == ["code_empty": 2])
  }

  @Test("a table without coordinates adds up to its counts, and the rows that are refused are told")
  func counts() async throws {
    var options = try options(
      """
      area,n
      A,3
      B,"1,204"
      A,0
      C,2.5
      D,-1
      D,many
      Z,7
      ,5
      Total,9999

      """)
    options.incidents.areaColumn = "area"
    options.incidents.countColumn = "n"
    options.bounds = AssignmentBounds(leastAssigned: 0, mostRejected: 100)
    let result = try await Study(options).run(AreaCounts())
    #expect(incidents(result) == [3, 1204, 0, 0])
    let rows = result.reconciliations[0]
    #expect(rows.read == 9 && rows.assigned == 3)
    #expect(rows.rejected == ["count_not_a_number": 3] && rows.filtered == ["totals_row": 1])
    #expect(
      rows.incidents
        == Reconciliation.Incidents(
          rejected: 0, filtered: 0, withoutCoordinates: 5, outside: 7, assigned: 1207))
  }

  @Test("codes of another layer are said to be of none, with what the layer's are like")
  func otherLayer() async throws {
    var options = try options("area\nE01000001\nE01000002\n")
    options.incidents.areaColumn = "area"
    let study = Study(options)
    await #expect {
      _ = try await study.run(AreaCounts())
    } throws: { error in
      guard case AssignmentError.assigned(_, _, let reason) = error else { return false }
      return reason == .unknownCodes(column: "area", example: "A")
    }
  }

  @Test("methods that need positions or single incidents refuse such tables")
  func refused() async throws {
    var named = try options("easting,northing,area,n\n500500,200500,B,2\n")
    named.incidents.areaColumn = "area"
    let study = Study(named)
    await #expect(throws: InputError.namedAreasWithoutPositions) {
      _ = try await study.run(KernelDensity())
    }
    await #expect(throws: InputError.namedAreasWithoutPositions) {
      _ = try await study.run(Concentration(on: .square))
    }
    var counted = named
    counted.incidents.areaColumn = nil
    counted.incidents.countColumn = "n"
    let counts = Study(counted)
    await #expect(throws: InputError.countsForRows) { _ = try await counts.run(AoristicHours()) }
    await #expect(throws: InputError.countsForRows) {
      _ = try await counts.run(AreaCounts(), KernelDensity())
    }
  }

  @Test("codes of areas alone in a column are no references of the Irish grid")
  func codesAreNoPositions() async throws {
    let codes = (1...30).map { "E0100470\($0 % 10),\($0)\n" }.joined()
    let options = StudyOptions(
      boundaries: BoundaryFiles([try boundaries()]),
      incidents: [try folder.file("codes.csv", "lsoa,n\n" + codes)])
    await #expect {
      _ = try await Study(options).run(AreaCounts())
    } throws: { error in "\(error)".contains("a pair of longitude and latitude") }
  }
}
