import Foundation
import Geometry
import HotspotsKit
import Synchronization
import TestSupport
import Testing

@Suite("Local statistics on a study")
struct LocalStatisticsTests {
  private static func numbers(_ table: FeatureTable?, _ column: String) -> [Double?] {
    (0..<(table?.rowCount ?? 0)).map { table?[column: column]?.values.number(at: $0) }
  }

  private static func texts(_ table: FeatureTable?, _ column: String) -> [String?] {
    (0..<(table?.rowCount ?? 0)).map { table?[column: column]?.values.description(at: $0) }
  }

  /// So many incidents in the middle of each square from the west.
  private static func rows(_ counts: [Int], extra: String = "") -> String {
    let lines = counts.enumerated().flatMap { square, count in
      [String](
        repeating: "Robbery,2025-02-10 10:00,,\(400_005 + 10 * square),300005\(extra)",
        count: count)
    }
    return (["type,from,to,easting,northing" + (extra.isEmpty ? "" : ",harm")] + lines)
      .joined(separator: "\n")
  }

  /// Gi* of 3, 1, 0 and 0 in a row, worked by hand: the mean is 1, the variance 3/2; the outer squares
  /// have a neighbourhood of two, whose spread is √(4/3), the inner of three, whose spread is 1.
  private static let scores = [root(2), root(2 / 3), -2 * root(2 / 3), -root(2)]

  private static func root(_ value: Double) -> Double { value.squareRoot() }

  private static func isClose(_ found: [Double?], _ expected: [Double]) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { abs(($0 ?? .nan) - $1) < 1e-12 }
  }

  @Test(
    "Gi* of four squares is what was worked by hand, of areas and of cells as large",
    arguments: LocalStatistics.Units.allCases.filter { $0 != .hexagon })
  func getisOrd(units: LocalStatistics.Units) async throws {
    let study = try SquareWorld().study(Self.rows([3, 1]))
    for rule in [LocalStatistics.NeighbourRule.queen, .rook, .within(metres: 10)] {
      let found = try await study.run(
        LocalStatistics(
          units: units, cellSize: units == .areas ? nil : 10, neighbours: rule))
      #expect(Self.numbers(found.table, "value") == [3, 1, 0, 0])
      #expect(Self.numbers(found.table, "neighbours") == [1, 2, 2, 1])
      #expect(Self.isClose(found.scores.z, Self.scores))
      #expect(found.table.columns[0].name == (units == .areas ? "code" : "cell"))
      #expect(found.reconciliation.assigned == 4)
    }
    // Within 20 m of the second and third square lie all others, so that these cannot be tested.
    let wide = try await study.run(LocalStatistics(neighbours: .within(metres: 20)))
    #expect(Self.numbers(wide.table, "neighbours") == [2, 3, 3, 2])
    #expect(wide.scores.z[1] == nil && wide.scores.z[2] == nil && wide.scores.testCount == 2)
  }

  @Test("local Moran of four squares is what was worked by hand")
  func localMoran() async throws {
    // The deviations are 2, 0, -1 and -1, their mean square 3/2.
    let found = try await SquareWorld().study(Self.rows([3, 1])).run(LocalStatistics(.localMoran))
    #expect(Self.isClose(Self.numbers(found.table, "i"), [0, 0, 1.0 / 3, 2.0 / 3]))
    #expect(
      Self.texts(found.table, "quadrant").map { $0 ?? "" } == ["", "", "low-low", "low-low"])
    #expect(found.choices.first { $0.key == "permutations" }?.value == .integer(999))
    await #expect(throws: LocalStatisticError.noPermutations) {
      var method = LocalStatistics(.localMoran)
      method.permutations = 0
      _ = try await SquareWorld().study(Self.rows([3, 1])).run(method)
    }
  }

  @Test("values per square kilometre, and sums of weights, are compared in place of counts")
  func values() async throws {
    var method = LocalStatistics()
    method.value = .perSquareKilometre
    let dense = try await SquareWorld().study(Self.rows([3, 1])).run(method)
    // A square has 100 m².
    #expect(Self.isClose(Self.numbers(dense.table, "value"), [30_000, 10_000, 0, 0]))
    #expect(Self.isClose(dense.scores.z, Self.scores))
    let weighted = try await SquareWorld().study(Self.rows([3, 1], extra: ",2.5")) {
      $0.incidents.columns.append((.weight, "harm"))
    }.run(LocalStatistics())
    #expect(Self.numbers(weighted.table, "value") == [7.5, 2.5, 0, 0])
    #expect(Self.isClose(weighted.scores.z, Self.scores))
    // Half of a window of two hours lies in the hours asked for.
    let window = "Robbery,2025-02-10 09:00,2025-02-10 11:00,400005,300005\n"
    let hours = try await SquareWorld().study("type,from,to,easting,northing\n" + window) {
      $0.filter.hours = HoursFilter(hours: HoursOfDay(from: 10, to: 12))
    }.run(LocalStatistics())
    #expect(Self.numbers(hours.table, "value") == [0.5, 0, 0, 0])
  }

  @Test("significant areas side by side are one hotspot with the incidents in them")
  func hotspots() async throws {
    let counts = (0..<26).map { (3...5).contains($0) ? 30 : 1 }
    let study = try SquareWorld(squares: 26).study(Self.rows(counts))
    let found = try await study.run(LocalStatistics())
    // The mean is 113/26. Of the three busy squares the middle one scores about 5, the others 3.1,
    // the next ones 1.2.
    #expect(
      found.scores.classes.map { ($0 ?? 0) >= 2 } == (0..<26).map { (3...5).contains($0) })
    #expect(Self.texts(found.hotspots, "area_codes") == ["D; E; F"])
    #expect(Self.numbers(found.hotspots, "areas") == [3])
    #expect(Self.numbers(found.hotspots, "incidents") == [90])
    #expect(Self.numbers(found.hotspots, "share") == [90.0 / 113])
    let share = 90.0 / 113
    #expect(
      found.findings.contains(.joinedHotspot(3, of: "areas", areCells: false, share: share)))
    var method = LocalStatistics()
    method.findsHotspots = false
    let without = try await study.run(method)
    #expect(without.hotspots == nil && without.scores == found.scores)
  }

  @Test("cells that nobody chose are wide enough for five incidents around each")
  func chosenCells() async throws {
    // 8 incidents on 2,600 m²: nine cells expect five of them if they are 13.4 m wide, of round
    // sizes 20.
    let study = try SquareWorld(squares: 26).study(
      Self.rows((0..<26).map { $0 % 4 == 1 ? 1 + $0 / 22 : 0 }))
    let seen = Seen()
    let found = try await study.run(LocalStatistics(units: .square))
    #expect(Self.numbers(found.table, "value").compactMap(\.self).reduce(0, +) == 8)
    #expect(found.choices.first { $0.key == "cell_size_m" }?.value == .real(20))
    _ = try await Study(study.options) { seen.take($0) }.run(
      LocalStatistics(units: .square, cellSize: 10))
    #expect(seen.works.withLock { $0.count } == 1)
    #expect(seen.works.withLock { $0[0].description.hasPrefix("grid: square cells of 10 m") })
  }

  @Test("very many cells are warned of before they are made")
  func manyCells() throws {
    // 401 columns of 10 m touch 4 km, 251 rows 2.5 km.
    let box = Box(minX: 0, minY: 0, maxX: 4000, maxY: 2500)
    let work = try #require(WorkAhead(cellsOf: 10, .square, over: box, isChosen: false))
    #expect(work.finding == .manyCells(100_651, limit: 100_000))
    #expect(WorkAhead(cellsOf: 20, .square, over: box, isChosen: false)?.finding == nil)
    #expect(WorkAhead(cellsOf: 0.1, .square, over: box, isChosen: false) == nil)
  }

  @Test("few units and equal values are found, and each choice has a key of its own")
  func findings() async throws {
    let found = try await SquareWorld().study(Self.rows([3, 1])).run(LocalStatistics())
    #expect(found.findings.contains(.localStatistics(.fewUnits(count: 4))))
    #expect(Set(found.choices.map(\.key)).count == found.choices.count)
    await #expect(throws: LocalStatisticError.noVariation(places: 4)) {
      _ = try await SquareWorld().study(Self.rows([1, 1, 1, 1])).run(LocalStatistics())
    }
  }

  @Test("the statistics do not depend on the number of threads")
  func threads() async throws {
    let rows = Self.rows((0..<26).map { 500 * (1 + $0 % 5) }, extra: ",0.1")
    let method = LocalStatistics(.localMoran, units: .square, cellSize: 5)
    var found: [LocalStatistics.Result] = []
    for threads in [1, 4] {
      found.append(
        try await SquareWorld(squares: 26).study(rows) {
          $0.threads = threads
          $0.incidents.columns.append((.weight, "harm"))
        }.run(method))
    }
    #expect(found[0].table.columns.map(\.values) == found[1].table.columns.map(\.values))
    #expect(found[0].hotspots?.columns.map(\.values) == found[1].hotspots?.columns.map(\.values))
  }
}

/// The work ahead that was told.
private final class Seen: Sendable {
  let works = Mutex<[WorkAhead]>([])

  func take(_ event: StudyEvent) {
    if case .planned(let work) = event { works.withLock { $0.append(work) } }
  }
}
