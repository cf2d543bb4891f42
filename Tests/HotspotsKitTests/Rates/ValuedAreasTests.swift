import Foundation
import Cartography
import HotspotsKit
import Statistics
import Tables
import TestSupport
import Testing

@Suite("Areas with the values of a table")
struct ValuedAreasTests {
  private let world: SquareWorld

  init() throws { world = try SquareWorld() }

  private func areas(
    _ text: String, column: String = "rate", comparison: String? = nil
  ) async throws -> ValuedAreas {
    let study = Study(boundaries: [world.folder.path("areas.shp")], incidents: [])
    return try await study.areas(
      with: ValueFile(try world.folder.file("values.csv", text), column: column),
      comparison: try comparison.map {
        ValueFile(try world.folder.file("other.csv", $0), column: "v")
      })
  }

  private func values(_ areas: ValuedAreas, _ column: String) -> [Double?] {
    let column = areas.table[column: column]?.values
    return (0..<4).map { column?.number(at: $0) }
  }

  @Test("the table has the values in a column of their own name, below titles and in any case")
  func table() async throws {
    let areas = try await areas(
      "A survey of residents\n\nZone , Unsafe after dark\n a ,12.5%\nC,[c]\nb,7 %\nX,1%\n",
      column: "unsafe AFTER dark")
    #expect(areas.table.columns.map(\.name) == ["code", "name", "Unsafe after dark"])
    #expect(values(areas, "Unsafe after dark") == [12.5, 7, nil, nil])
    #expect(areas.reconciliation.read == 4 && areas.reconciliation.assigned == 2)
    #expect(areas.reconciliation.rejected == ["value_absent": 1])
    #expect(areas.reconciliation.outside == ["code_without_area": 1])
    #expect(
      areas.choices.first { $0.key == "values" }?.sentences == [
        "values: 'Unsafe after dark' of 'values.csv', codes from column 'Zone'; 4 rows read: 2 matched, 1 "
          + "with codes of no area, 1 without a value; 2 areas have no value"
      ])
  }

  @Test("whole values stay whole, and a name that every table has is numbered")
  func columns() async throws {
    let areas = try await areas("zone,Name\nA,3\nB,-4\n", column: "name")
    #expect(areas.table[column: "Name_2"]?.values == .integers([3, -4, nil, nil]))
  }

  @Test("a value that is no number is refused with file, row and what was found")
  func unreadable() async throws {
    let path = world.folder.path("values.csv")
    await #expect(
      throws: AreaValuesError.notANumber(
        place: "'\(path)', line 3", found: "about 5", column: "rate")
    ) { try await areas("code,rate\nA,1\nB,about 5\n") }
    // A row of no area is not read.
    let read = try await areas("code,rate\nA,1\nSource,about 5\n")
    #expect(read.reconciliation.outside == ["code_without_area": 1])
  }

  @Test("codes that differ in case only are told apart by their case")
  func twice() async throws {
    let path = world.folder.path("values.csv")
    await #expect(throws: AreaValuesError.repeatedCode(path: path, code: "a")) {
      try await areas("code,rate\nA,1\na,2\n")
    }
  }

  // SciPy: spearmanr and pearsonr of (3, 1, 2, 5) and (10, 0, 20, 90).
  @Test("values are correlated with another table, or it is said why not")
  func correlation() async throws {
    let table = "code,rate\nA,3\nB,1\nC,2\nD,5\n"
    func sentence(_ other: String) async throws -> String? {
      try await areas(table, comparison: other).choices.first { $0.key == "correlation" }?
        .sentences.last
    }
    #expect(
      try await sentence("code,v\nA,10\nB,0\nC,20\nD,90\n")
        == "correlation of 'rate' with 'v': Spearman's coefficient 0.80, Pearson's 0.91, n = 4 areas; it "
        + "is of areas, not of the people in them, and tells no cause")
    #expect(
      try await sentence("code,v\nA,10\nB,10\nC,10\n")
        == "correlation of 'rate' with 'v': none, because all areas have the same 'v'")
    #expect(
      try await sentence("code,v\nA,10\nB,11\n")
        == "correlation of 'rate' with 'v': none, because 2 of the areas have both, at least 3 are needed"
    )
  }

  @Test("the map hatches areas without a value, and parts its colours at zero")
  func map() async throws {
    let survey = try await areas("code,rate\nA,12\nB,7\nC,7\n")
    let sequential = String(decoding: try ValueFigure(survey).svg(), as: UTF8.self)
    #expect(sequential.contains("no data") && sequential.contains("Rate by area"))
    #expect(!sequential.contains("below zero blue"))
    let change = try await areas("code,rate\nA,12\nB,-7\nC,0\nD,-30\n")
    let diverging = String(decoding: try ValueFigure(change).svg(), as: UTF8.self)
    #expect(diverging.contains("below zero blue") && !diverging.contains("no data"))
    // The classes do not cross zero.
    #expect(try ValueFigure(change).map().breaks.thresholds.contains(0))
    var given = ValueFigure(change)
    given.scale = ScaleChoice(breaks: [-10, 0, 10])
    #expect(try given.map().classCounts == [1, 1, 1, 1])
  }
}
