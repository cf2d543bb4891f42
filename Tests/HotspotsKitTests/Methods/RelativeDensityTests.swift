import Foundation
import HotspotsKit
import TestSupport
import Testing

@Suite("The ratio of two densities")
struct RelativeDensityTests {
  /// Where incidents lie, east of 400000, and what they are: 5 m north of 300000.
  private static let incidents: [(east: Double, category: String)] = [
    (5, "Robbery"), (7, "Robbery"), (5, "Burglary"), (18, "Burglary"), (25, "Robbery"),
    (36, "Burglary"), (36, "Burglary"),
  ]

  private static let rows =
    (["type,from,to,easting,northing"]
    + incidents.map { "\($0.category),2025-02-10 10:00,,\(400_000 + $0.east),300005" })
    .joined(separator: "\n")

  private let world: SquareWorld

  init() throws { world = try SquareWorld() }

  private func study(_ category: String? = nil) throws -> Study {
    try world.study(Self.rows) { $0.filter.categories = category.map { [$0] } ?? [] }
  }

  private static func method(to base: Study, bandwidth: Double = 20) -> RelativeDensity {
    var method = RelativeDensity(
      to: base,
      density: KernelDensity(bandwidth: .metres(bandwidth), cellSize: 10, edgeCorrection: .none))
    method.labellings = 0
    method.floor = .incidents(1)
    return method
  }

  /// The sum of the quartic kernel over incidents, per square kilometre.
  private static func density(at east: Double, _ category: String? = nil) -> Double {
    incidents.filter { category == nil || $0.category == category }.reduce(0) { sum, incident in
      let u = abs(east - incident.east) / 20
      return sum + (u < 1 ? 3e6 / (.pi * 400) * pow(1 - u * u, 2) : 0)
    }
  }

  private static func numbers(_ table: FeatureTable?, _ column: String) -> [Double?] {
    (0..<(table?.rowCount ?? 0)).map { table?[column: column]?.values.number(at: $0) }
  }

  @Test("each cell has one kernel sum divided by the other")
  func formula() async throws {
    let found = try await study("Robbery").run(Self.method(to: study()))
    #expect(found.overall == 3.0 / 7)
    let ratios = Self.numbers(found.cells, "ratio")
    #expect(ratios.count == 4)
    for (column, ratio) in ratios.enumerated() {
      let east = Double(column) * 10 + 5
      let expected = Self.density(at: east, "Robbery") / Self.density(at: east)
      #expect(abs(try #require(ratio) - expected) < 1e-12)
      let times = try #require(Self.numbers(found.cells, "times")[column])
      #expect(abs(times - expected * 7 / 3) < 1e-12)
    }
    #expect(Self.numbers(found.bands, "incidents").compactMap(\.self).reduce(0, +) == 3)
    #expect(Self.numbers(found.bands, "compared_with").compactMap(\.self).reduce(0, +) == 7)
    #expect(found.contours == nil && found.cells[column: "p_adjusted"] == nil)
    #expect(Set(found.choices.map(\.key)).count == found.choices.count)
  }

  @Test("there is no ratio where fewer than so many lie within the bandwidth, counted one by one")
  func floor() async throws {
    var method = Self.method(to: try study(), bandwidth: 12)
    for least in 1...5 {
      method.floor = .incidents(least)
      let found = try await study("Robbery").run(method)
      for column in 0..<4 {
        let east = Double(column) * 10 + 5
        let near = Self.incidents.count { abs($0.east - east) < 12 }
        #expect((found.surface[column, 0] != nil) == (near >= least), "\(column), \(least)")
      }
    }
    method.floor = .perSquareKilometre(1e9)
    #expect(try await study("Robbery").run(method).findings.contains(.noRatio))
  }

  @Test("the filter of the other study holds, and weights of the first")
  func studies() async throws {
    let burglary = try study("Burglary")
    let found = try await study("Robbery").run(Self.method(to: burglary))
    #expect(found.overall == 3.0 / 4)
    #expect(found.compared.reconciliations[0].filteredCount == 3)
    #expect(found.reading.reconciliations[0].filteredCount == 4)
    let whole = burglary.options.whole(["all.csv"])
    #expect(whole.filter.categories.isEmpty && whole.incidents.paths == ["all.csv"])
    #expect(whole.boundaries.paths == burglary.options.boundaries.paths)
    let weighted = try world.study(
      "easting,northing,harm,type,from,to\n400005,300005,2.5,,,\n"
    ) { $0.incidents.columns.append((.weight, "harm")) }
    #expect(weighted.options.whole(["all.csv"]).usesWeights == false)
    // The file is written anew for each study, and read when it runs.
    let ratio = try await weighted.run(Self.method(to: weighted))
    #expect(ratio.overall == 2.5)
  }

  @Test("incidents compared with themselves have a ratio of one, and nothing is beyond chance")
  func themselves() async throws {
    var method = Self.method(to: try study())
    (method.labellings, method.seed) = (39, 7)
    let found = try await study().run(method)
    #expect(Self.numbers(found.cells, "ratio") == [1, 1, 1, 1])
    #expect(Self.numbers(found.bands, "band") == [4])
    #expect(found.contours?.rowCount == 0)
    #expect(found.choices.first { $0.key == "labels_drawn_from" }?.value == .text("compared_with"))
    let map = String(decoding: RelativeDensityFigure(found).svg(), as: UTF8.self)
    #expect(map.contains("Beyond chance") && map.contains("0.8 to under 1.25"))
  }

  @Test("what cannot be compared is refused")
  func refused() async throws {
    let far = "type,from,to,easting,northing\nRobbery,,,100000,100000\n"
    let other = try SquareWorld()
    let none = try other.study(far) { $0.bounds.leastAssigned = 0 }
    await #expect(
      throws: RelativeDensityError.nothingToCompareWith(path: other.folder.path("rows.csv"))
    ) { try await study().run(Self.method(to: none)) }
    let zone = try other.study(Self.rows) { $0.coordinates.crs = "EPSG:32630" }
    await #expect(throws: RelativeDensityError.self) {
      try await study().run(Self.method(to: zone))
    }
    var adaptive = Self.method(to: try study())
    adaptive.density.bandwidth = .adaptive(metres: nil)
    await #expect(throws: KernelDensityError.ratioOfAdaptive) {
      try await study().run(adaptive)
    }
  }
}
