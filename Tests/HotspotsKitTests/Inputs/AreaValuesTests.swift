import Foundation
import HotspotsKit
import TestSupport
import Testing

@Suite("Values of areas from a ready table")
struct AreaValuesTests {
  private let world: SquareWorld

  init() throws { world = try SquareWorld() }

  private func file(
    _ text: String, column: String = "rate", codes: String? = nil
  ) throws -> ValueFile {
    ValueFile(
      try world.folder.file("rates.csv", text), column: column, codeColumn: codes)
  }

  private func run(_ file: ValueFile) async throws -> LocalStatistics.Result {
    let study = Study(boundaries: [world.folder.path("areas.shp")], incidents: [])
    return try await study.run(LocalStatistics(units: .hexagon, cellSize: 0), on: file)
  }

  @Test("areas have the values of their codes, whatever the order of the rows")
  func values() async throws {
    let found = try await run(file("name;zone;RATE\nx;D;0\nx;B;1.5\nx;A;4.5\nx;C;0\n"))
    // Those of counts of 3, 1, 0 and 0, times one and a half: the scores are theirs.
    let (two, ratio) = (2.0.squareRoot(), (2.0 / 3).squareRoot())
    let scores = [two, ratio, -2 * ratio, -two]
    for (z, expected) in zip(found.scores.z, scores) {
      #expect(abs(try #require(z) - expected) < 1e-12)
    }
    #expect(found.reading == nil && found.hotspots == nil)
    #expect(found.choices.first { $0.key == "values_code_field" }?.value == .text("zone"))
    #expect(found.choices.first { $0.key == "places" }?.value == .text("areas"))
  }

  @Test("a row without an area, a value that is no number and an area without a row are told")
  func reconciled() async throws {
    let found = try await run(file("code,rate\nA,3\nB,n/a\nC,1\nZ,9\nY,9\n"))
    let reconciliation = found.reconciliation
    #expect(reconciliation.read == 5 && reconciliation.assigned == 2)
    #expect(reconciliation.rejected == ["value_absent": 1])
    #expect(reconciliation.outside == ["code_without_area": 2])
    #expect(
      (0..<4).map { found.table[column: "value"]?.values.number(at: $0) } == [3, nil, 1, nil])
    let told = found.choices.first { $0.key == "values_code_field" }?.sentences
    #expect(told == ["values: codes from column 'code'; 2 areas have no value"])
  }

  @Test("whole numbers may be counts, which chance would scatter over the areas; rates are none")
  func chance() async throws {
    func tests(_ text: String) async throws -> JSONValue? {
      try await run(file(text)).choices.first { $0.key == "test" }?.value
    }
    #expect(
      try await tests("code,rate\nA,3\nB,1\nC,0\nD,0\n")
        == .array([.text("normal"), .text("binomial_by_place")]))
    #expect(
      try await tests("code,rate\nA,3.5\nB,1\nC,0\nD,0\n") == .array([.text("normal")]))
  }

  @Test("a column that is not there, no codes, a code twice and no value are told apart")
  func errors() async throws {
    let path = world.folder.path("rates.csv")
    await #expect(
      throws: AreaValuesError.noSuchColumn(path: path, name: "rate", header: ["code", "v"])
    ) { try await run(file("code,v\nA,1\n")) }
    await #expect(
      throws: AreaValuesError.noCodes(path: path, layer: "areas", header: ["zone", "rate"])
    ) { try await run(file("zone,rate\nX,1\n")) }
    await #expect(throws: AreaValuesError.repeatedCode(path: path, code: "A")) {
      try await run(file("code,rate\nA,1\nA,2\n"))
    }
    await #expect(throws: AreaValuesError.noValue(path: path, code: "code", value: "rate")) {
      try await run(file("code,rate\nA,x\n"))
    }
    await #expect(throws: InputError.noBoundaries) {
      try await Study(incidents: []).run(LocalStatistics(), on: file("code,rate\nA,1\n"))
    }
  }
}
