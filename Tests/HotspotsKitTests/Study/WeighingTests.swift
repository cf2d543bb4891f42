import Foundation
import Incidents
import Tables
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Weighing incidents by category")
struct WeighingTests {
  private let world: SquareWorld

  init() throws { world = try SquareWorld() }

  private func table(_ text: String, _ name: String = "w.csv") throws -> String {
    try world.folder.file(name, "category,value\n\(text)\n")
  }

  private func study(
    _ weights: String, rows: String = SquareWorld.rows, isPlaced: Bool = true,
    _ change: (inout StudyOptions) -> Void = { _ in }
  ) throws -> Study {
    let path = try table(weights)
    return try world.study(rows, isPlaced: isPlaced) { options in
      options.weights = WeightFile(path, name: "harm")
      change(&options)
    }
  }

  private func numbers(_ table: FeatureTable, _ column: String) -> [Double?] {
    (0..<table.rowCount).map { table[column: column]?.values.number(at: $0) }
  }

  @Test("an area weighs what its incidents do, category by category")
  func areas() async throws {
    // A has a robbery and a burglary, B a burglary.
    let areas = try await study("Robbery,7\nburglary,2.5\nArson,9").run(AreaCounts())
    #expect(numbers(areas.table, "incidents") == [2, 1, 0, 0])
    #expect(numbers(areas.table, "weight") == [9.5, 2.5, 0, 0])
    let shares: [Double?] = [9.5 / 12, 2.5 / 12, 0, 0]
    #expect(numbers(areas.table, "weight_share") == shares)
    #expect(numbers(areas.table, "weight_rank") == [1, 2, 3, 3])
    #expect(areas.reading.weighing?.weight == 12)
    // Robbery is 1 of 3 and 7 of 12; burglary 2 of 3 and 5 of 12: the gaps are the same.
    let sentences = areas.choices.first { $0.key == "weights" }?.sentences
    #expect(
      sentences == [
        "harm: each incident counts by its category's 'value' in '\(world.folder.path("w.csv"))', "
          + "found for 2 of 2 categories by name; 1 row is not used",
        "Robbery is 33.3% of incidents and 58.3% of harm (1 of 3; 7 of 12)",
      ])
    #expect(areas.findings.allSatisfy { if case .unweighted = $0 { false } else { true } })
  }

  @Test(
    "categories without a value are listed with their incidents, weigh nothing, and strictly are refused"
  )
  func unweighted() async throws {
    let areas = try await study("Robbery,7").run(AreaCounts())
    #expect(numbers(areas.table, "weight") == [7, 0, 0, 0])
    let path = world.folder.path("w.csv")
    let expected = [
      CategoryWeightsError.Unweighted(category: "Burglary", incidents: 2, isAmbiguous: false)
    ]
    let finding = try #require(
      areas.findings.first { if case .unweighted = $0 { true } else { false } })
    #expect(finding == .unweighted(expected, path: path))
    #expect(finding.isWarning)
    #expect(
      finding.description == "'\(path)' has no value for 'Burglary' (2): 2 incidents weigh nothing")
    let strict = try study("Robbery,7") { $0.incidents.isStrict = true }
    await #expect(throws: CategoryWeightsError.unweighted(path: path, categories: expected)) {
      try await strict.run(AreaCounts())
    }
  }

  @Test(
    "weights of one are the counts, and doubled weights double what is weighed", arguments: [1, 2])
  func scaled(factor: Double) async throws {
    let ones = try await study("Robbery,\(factor)\nBurglary,\(factor)").run(AreaCounts())
    let expected = numbers(ones.table, "incidents").map { incidents in incidents.map { factor * $0 }
    }
    #expect(numbers(ones.table, "weight") == expected)
    #expect(numbers(ones.table, "weight_share") == numbers(ones.table, "share"))
    #expect(numbers(ones.table, "weight_rank") == numbers(ones.table, "rank"))
  }

  @Test("hours weigh what lies in them, and add up to the weight of all")
  func hours() async throws {
    // Of the three incidents in areas one has no time; the robbery lies in 10:00, the burglary half in
    // Tuesday's 23:00 and half in Wednesday's 00:00.
    let hours = try await study("Robbery,7\nBurglary,3").run(AoristicHours())
    let weight = numbers(hours.table, "weight")
    #expect(weight[10] == 7 && weight[23] == 1.5 && weight[0] == 1.5)
    let sum = weight.dropLast().compactMap(\.self).reduce(0, +)
    #expect(weight[24] == 10 && sum == 10)
    #expect(numbers(hours.table, "weight_share")[10] == 0.7)
    let ranks = numbers(hours.table, "weight_rank")
    #expect(ranks[10] == 1 && ranks[0] == 2 && ranks[23] == 2 && ranks[1] == 4 && ranks[24] == nil)
    // The cells stay counts.
    #expect(numbers(hours.table, "Mon")[10] == 1 && numbers(hours.table, "Total")[24] == 2)
    let cells = try #require(hours.weightTables(dayStart: 0).first).cells
    #expect(cells[10][0] == 7 && cells[23][1] == 1.5 && cells[0][2] == 1.5)
    let plain = try await world.study().run(AoristicHours())
    #expect(numbers(plain.table, "Total") == numbers(hours.table, "Total"))
    #expect(plain.table[column: "weight"] == nil)
  }

  @Test("by category each table weighs by its own value, and areas are not weighed")
  func hoursByCategory() async throws {
    var method = AoristicHours()
    method.grouping = .category
    let hours = try await study("Robbery,7\nBurglary,3").run(method)
    // The categories in order, each with a row of totals.
    #expect(numbers(hours.table, "weight")[24] == 3 && numbers(hours.table, "weight")[49] == 7)
    method.grouping = .area
    let areas = try await study("Robbery,7\nBurglary,3").run(method)
    #expect(areas.table[column: "weight"] == nil)
  }

  @Test("with hours asked for, an incident weighs its value times its chance")
  func chance() async throws {
    let areas = try await study("Robbery,7\nBurglary,3") { options in
      options.filter.hours = HoursFilter(hours: try? HoursOfDay("22-24"))
    }.run(AreaCounts())
    #expect(numbers(areas.table, "expected") == [0, 0.5, 0, 0])
    #expect(numbers(areas.table, "weight") == [0, 1.5, 0, 0])
  }

  @Test("local statistics are of weights, with the counts beside them")
  func statistics() async throws {
    let result = try await study("Robbery,7\nBurglary,3").run(LocalStatistics())
    #expect(numbers(result.table, "value") == [10, 3, 0, 0])
    #expect(numbers(result.table, "incidents") == [2, 1, 0, 0])
    #expect(numbers(result.table, "weight") == [10, 3, 0, 0])
    #expect(numbers(result.table, "weight_rank") == [1, 2, 3, 3])
    let counted = try await study("Robbery,7\nBurglary,3") { $0.weights?.weighsPlaces = false }
      .run(LocalStatistics())
    #expect(numbers(counted.table, "value") == [2, 1, 0, 0])
  }

  @Test("a density adds up to the weight, and its bands have the incidents beside it")
  func density() async throws {
    let density = try await study("Robbery,7\nBurglary,3").run(
      KernelDensity(bandwidth: .metres(5), cellSize: 1))
    #expect(abs(density.surface.volume - 13) < 1e-6)
    let bands = try #require(density.bands)
    let (weights, incidents) = (numbers(bands, "weight"), numbers(bands, "incidents"))
    #expect(weights.compactMap(\.self).reduce(0, +) == 13)
    #expect(incidents.compactMap(\.self).reduce(0, +) == 3)
  }

  @Test("a file without categories cannot be weighed by them")
  func withoutCategories() async throws {
    let study = try study("Robbery,7") { $0.incidents.columns = [(.category, "")] }
    let error = await #expect(throws: IncidentError.self) { try await study.run(AreaCounts()) }
    #expect(error?.description.contains("a category to weigh by") == true)
  }

  @Test("parts of a study weigh what all of it does, on any number of threads", arguments: 0..<4)
  func parts(seed: Int) async throws {
    var state = UInt64(seed) &* 77 &+ 5
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let names = ["Robbery", "Burglary", "Drugs", "Arson"]
    let values = ["365", "242.34", "3.8", "0"]
    let lines = (0..<400).map { _ in
      "\(names[draw(4)]),,,4000\(draw(4))5,300005"
    }
    let weights = zip(names, values).map { "\($0),\($1)" }.joined(separator: "\n")
    let header = "type,from,to,easting,northing\n"
    func areas(_ lines: [String], threads: Int = 1) async throws -> FeatureTable {
      try await study(weights, rows: header + lines.joined(separator: "\n") + "\n") {
        $0.threads = threads
      }.run(AreaCounts()).table
    }
    let all = try await areas(lines)
    let shuffled = try await areas(lines.reversed(), threads: 3)
    #expect(numbers(all, "weight") == numbers(shuffled, "weight"))
    let first = try await areas(Array(lines.prefix(150)))
    let second = try await areas(Array(lines.dropFirst(150)))
    var expected = [Double](repeating: 0, count: 4)
    for line in lines {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      let area = Int(fields[3].dropFirst(4).prefix(1)) ?? 0
      expected[area] += Double(values[names.firstIndex(of: String(fields[0])) ?? 0]) ?? 0
    }
    for area in 0..<4 {
      let weight = numbers(all, "weight")[area] ?? .nan
      #expect(abs(weight - expected[area]) < 1e-6)
      let sum = (numbers(first, "weight")[area] ?? .nan) + (numbers(second, "weight")[area] ?? .nan)
      #expect(abs(weight - sum) < 1e-6)
    }
  }

  @Test(
    "Westminster's harm by LSOA is what GeoPandas finds",
    .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)))
  func westminster() async throws {
    var boundaries = BoundaryFiles([SharedData.path("realdata/boundaries/london-lsoa-2011.shp")])
    boundaries.studyAreas = ["LAD11CD=E09000033"]
    var options = StudyOptions(
      boundaries: boundaries,
      incidents: [SharedData.path("realdata/incidents/westminster-2016-04_2017-03.csv")])
    options.weights = WeightFile(
      SharedData.path("realdata/weights/harm-days-by-police-category.csv"), name: "harm")
    let areas = try await Study(options).run(AreaCounts())
    let table = areas.table
    // A spatial join of GeoPandas 1.2 and sums of pandas 3.1 over the same files.
    let expected = [
      "E01004734": (5428, 290805.69, 1), "E01033595": (6496, 262694.28, 2),
      "E01004763": (4460, 255388.38, 3), "E01004736": (3927, 184995.18, 4),
      "E01004750": (2576, 119136.62, 5), "E01004733": (1349, 95630.70, 7),
      "E01033594": (1038, 66980.89, 12),
    ]
    var found = 0
    for row in 0..<table.rowCount {
      guard let code = table[column: "code"]?.values.description(at: row),
        let (incidents, weight, rank) = expected[code]
      else { continue }
      found += 1
      #expect(numbers(table, "incidents")[row] == Double(incidents), "\(code)")
      #expect(abs((numbers(table, "weight")[row] ?? 0) - weight) < 0.005, "\(code)")
      #expect(numbers(table, "weight_rank")[row] == Double(rank), "\(code)")
    }
    #expect(found == expected.count)
    let weighing = try #require(areas.reading.weighing)
    #expect(abs(weighing.weight - 3475599.45) < 0.01)
    #expect(
      weighing.gapSentence
        == "Violence and sexual offences is 14.4% of incidents and 54.7% of harm (9,476 of 65,628; "
        + "1,901,738 of 3,475,599)")
    #expect(weighing.unweighted.map(\.category) == ["Anti-social behaviour"])
    #expect(weighing.unweighted.map(\.incidents) == [15225])
    #expect(
      areas.choices.first { $0.key == "weight_ranks" }?.sentences == [
        "1 of the 10 leading areas of 'london-lsoa-2011' by harm is not among the 10 by count"
      ])
  }
}
