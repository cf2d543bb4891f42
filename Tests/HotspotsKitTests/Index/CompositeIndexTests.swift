import Cartography
import Foundation
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Index of several values")
struct CompositeIndexTests {
  private let world: SquareWorld

  init() throws { world = try SquareWorld() }

  private func run(
    _ table: String, _ columns: [CompositeIndex.Column], isPlaced: Bool = true,
    codeColumn: String? = nil
  ) async throws -> CompositeIndex.Result {
    let study = Study(
      StudyOptions(boundaries: isPlaced ? BoundaryFiles([world.folder.path("areas.shp")]) : []))
    return try await study.index(
      by:
        CompositeIndex(
          of: try world.folder.file("values.csv", table), columns: columns, codeColumn: codeColumn))
  }

  private func numbers(_ result: CompositeIndex.Result, _ column: String) throws -> [Double?] {
    let values = try #require(result.table[column: column]).values
    return (0..<result.table.rowCount).map { values.number(at: $0) }
  }

  private func sentences(_ result: CompositeIndex.Result) -> [String] {
    result.ownChoices.flatMap(\.sentences)
  }

  @Test("areas have their values against the mean, in the order of the layer")
  func placed() async throws {
    // Means 4 and 25; 'marks' turned round.
    let result = try await run(
      "area,burglary,marks\nD,6,10\nB,4,25\nA,2,40\nC,4,25\n",
      [.init("burglary"), .init("Marks", isTurned: true)])
    #expect(
      result.table.columns.map(\.name) == ["code", "name", "burglary", "marks", "index", "rank"])
    #expect(try numbers(result, "burglary") == [50, 100, 100, 150])
    #expect(try numbers(result, "marks") == [40, 100, 100, 160])
    #expect(try numbers(result, "index") == [45, 100, 100, 155])
    #expect(try numbers(result, "rank") == [4, 2, 2, 1])
    #expect(result.reconciliation.assigned == 4)
    #expect(
      sentences(result).contains {
        $0.hasPrefix("index: none of 4 ") && $0.contains("highest is Area D (D) with 155; ")
      })
    #expect(sentences(result).contains { $0.contains("in 'marks' low is bad: turned round") })
  }

  @Test("codes that no area has, areas without a row and areas without a value are named")
  func gaps() async throws {
    let result = try await run(
      "code,x,y\nA,1,10\nB,,30\nD,3,20\nX,9,9\n", [.init("x"), .init("y")])
    #expect(try numbers(result, "x") == [50, nil, nil, 150])
    #expect(try numbers(result, "y") == [50, 150, nil, 100])
    #expect(try numbers(result, "index") == [50, nil, nil, 125])
    #expect(try numbers(result, "rank") == [2, nil, nil, 1])
    let said = sentences(result)
    #expect(said.contains("values: no area has the code X"))
    #expect(said.contains("values: the table has no row for C, which therefore have no index"))
    #expect(said.contains("values: B lack one in 'x', and therefore have no index"))
    #expect(result.reconciliation.outside == ["code_without_area": 1])
    #expect(result.reconciliation.read == 4 && result.reconciliation.assigned == 3)
  }

  @Test("without boundaries the table's own rows are ranked, with its names")
  func unplaced() async throws {
    let result = try await run(
      "ward,named,n\nW1,Church Street,126\nW2,Queen's Park,125\nW3,Churchill,102\n", [.init("n")],
      isPlaced: false)
    let names = try #require(result.table[column: "name"]).values
    #expect((0..<3).map(names.description(at:)) == ["Church Street", "Queen's Park", "Churchill"])
    #expect(try numbers(result, "rank") == [1, 2, 3])
    #expect(result.table.geometry.count == nil)
  }

  @Test("thousands, percent signs and empty signs are read as in other tables")
  func forms() async throws {
    let result = try await run(
      "code\tpeople\tshare\nA\t1,000\t10%\nB\t3,000\t30%\nC\t[c]\t20%\n",
      [.init("people"), .init("share")])
    #expect(try numbers(result, "people") == [50, 150, nil, nil])
    #expect(try numbers(result, "share") == [50, 150, 100, nil])
  }

  @Test("a column called like one of the index's own is numbered")
  func names() async throws {
    let result = try await run("code,index\nA,1\nB,3\nC,2\nD,2\n", [.init("index")])
    #expect(result.table.columns.map(\.name) == ["code", "name", "index_2", "index", "rank"])
  }

  @Test("what cannot be indexed is refused")
  func refusals() async throws {
    await #expect(throws: AreaValuesError.self) {
      try await run("code,x\nA,1\n", [.init("missing")])
    }
    await #expect(throws: AreaValuesError.self) {
      try await run("code,x\nA,1\nA,2\n", [.init("x")])
    }
    await #expect(throws: AreaValuesError.self) { try await run("code,x\nA,many\n", [.init("x")]) }
    await #expect(throws: (any Error).self) { try await run("code,x\nX,1\n", [.init("x")]) }
    await #expect(
      throws: CompositeIndexError.noMean(
        path: world.folder.path("values.csv"), column: "x", mean: 0)
    ) { try await run("code,x\nA,0\nB,0\n", [.init("x")]) }
    await #expect(throws: CompositeIndexError.repeatedColumn("x")) {
      try await run("code,x\nA,1\n", [.init("x"), .init("X", isTurned: true)])
    }
  }

  @Test("the map has the classes on both sides of 100, and one above 200")
  func map() async throws {
    let result = try await run("code,x\nA,1\nB,1\nC,1\nD,13\n", [.init("x")])
    let svg = String(decoding: try IndexFigure(result).svg(), as: UTF8.self)
    #expect(svg.contains("200 is the mark of priority"))
    #expect(try IndexFigure(result).map().classCounts == [3, 0, 0, 0, 0, 1])
    #expect(
      sentences(result).contains { $0.hasPrefix("index: 1 of 4 ") && $0.contains("above 200") })
  }
}
