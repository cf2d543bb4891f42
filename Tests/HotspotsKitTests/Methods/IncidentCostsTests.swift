import Foundation
import HotspotAnalysis
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Costs of incidents")
struct IncidentCostsTests {
  private let folder = TemporaryFolder()

  private func unitCosts(_ text: String) throws -> UnitCosts {
    try UnitCosts(try folder.file("costs.csv", text))
  }

  private func groups(_ text: String) throws -> GroupFile {
    try GroupFile(try folder.file("groups.csv", "component,group\n" + text), key: "component")
  }

  private func integers(_ result: IncidentCosts.Result, _ column: String) throws -> [Int?] {
    guard case .integers(let values) = try #require(result.table[column: column]).values else {
      return []
    }
    return values
  }

  private func texts(_ result: IncidentCosts.Result) throws -> [String?] {
    guard case .text(let values) = try #require(result.table[column: "category"]).values else {
      return []
    }
    return values
  }

  /// Three robberies and two burglaries; a robbery lies outside, one has no coordinates.
  private static let costs =
    "category,Harm,Police,total\nROBBERY,10,1.5,12\nArson,1,1,2\nburglary,4,0.5,4.4\n"

  @Test("without boundaries every incident counts, with them those inside")
  func places() async throws {
    let world = try SquareWorld()
    let method = try IncidentCosts(try unitCosts(Self.costs))
    let everywhere = try await world.study(isPlaced: false).run(method)
    #expect(try texts(everywhere) == ["Robbery", "Burglary", "Total"])
    #expect(
      everywhere.table.columns.map(\.name)
        == ["category", "offences", "Harm", "Police", "total", "share_of_cost", "share_of_volume"])
    #expect(try integers(everywhere, "offences") == [3, 2, 5])
    #expect(try integers(everywhere, "Harm") == [30, 8, 38])
    // 4.5 becomes 5.
    #expect(try integers(everywhere, "Police") == [5, 1, 6])
    #expect(try integers(everywhere, "total") == [36, 9, 45])
    #expect(everywhere.table[column: "share_of_cost"]?.values == .reals([0.8, 0.2, 1]))
    #expect(everywhere.table[column: "share_of_volume"]?.values == .reals([0.6, 0.4, 1]))
    #expect(
      everywhere.sentence
        == "cost: Robbery is 60.0% of 5 costed offences and 80.0% of their cost of £45, at the unit "
        + "costs of 'costs.csv'; what is not recorded is not costed")
    #expect(everywhere.unusedCount == 1 && everywhere.uncosted.isEmpty)
    let inside = try await world.study().run(method)
    #expect(try integers(inside, "offences") == [1, 2, 3])
    #expect(try integers(inside, "total") == [12, 9, 21])
    #expect(try texts(inside) == ["Robbery", "Burglary", "Total"])
  }

  @Test("groups are rounded by themselves and add up, and components in no group are said")
  func grouping() async throws {
    let method = try IncidentCosts(
      try unitCosts("category,A,B,C,total\nRobbery,0.5,0.5,7,8\nBurglary,0,0.25,1,1\n"),
      groups: try groups("b,Both\nA,Both\n"), deflator: try #require(ExactDecimal("1.0")))
    let costs = try await SquareWorld().study(isPlaced: false).run(method)
    #expect(
      costs.table.columns.map(\.name) == [
        "category", "offences", "A", "B", "C", "Both", "total", "share_of_cost", "share_of_volume",
      ])
    // Three robberies: 1.5 and 1.5 are 2 and 2, but together 3; two burglaries: 0 and 0.5.
    #expect(try integers(costs, "Both") == [3, 1, 4])
    let words = costs.choices.flatMap(\.sentences)
    #expect(words.contains("cost: in no group is 'C'"))
    #expect(words.contains("cost: the components add up to £28, the totals of the file to £26"))
  }

  @Test("categories without a unit cost are listed and left out, or refused")
  func uncosted() async throws {
    let method = try IncidentCosts(try unitCosts("category,total\nBurglary,4\n"))
    let world = try SquareWorld()
    let costs = try await world.study(isPlaced: false).run(method)
    #expect(try integers(costs, "total") == [8, 8])
    #expect(costs.uncosted == [.init("Robbery", incidents: 3)])
    #expect(
      costs.findings.map(\.description).last?.hasPrefix(
        "1 category of 3 incidents has no unit cost: 'Robbery' (3) in '") == true)
    await #expect(
      throws: CostError.uncosted(
        path: folder.path("costs.csv"), [.init("Robbery", incidents: 3)])
    ) { try await world.study(isPlaced: false) { $0.incidents.isStrict = true }.run(method) }
    let other = try IncidentCosts(try unitCosts("category,total\nArson,4\n"))
    await #expect(
      throws: CostError.noCosts(
        path: folder.path("costs.csv"), categories: ["Robbery", "Burglary"], costed: ["Arson"])
    ) { try await world.study(isPlaced: false).run(other) }
  }

  @Test("with hours, costs and shares are of the expected incidents")
  func hours() async throws {
    let method = try IncidentCosts(try unitCosts("category,total\nBurglary,100\nRobbery,10\n"))
    let costs = try await SquareWorld().study(isPlaced: false) {
      // A burglary from 23:00 to 01:00 lies in them by half.
      $0.filter.hours = HoursFilter(hours: HoursOfDay(from: 22, to: 0))
    }.run(method)
    #expect(try texts(costs) == ["Burglary", "Total"])
    #expect(try integers(costs, "total") == [50, 50])
    #expect(costs.table[column: "expected"]?.values == .reals([0.5, 0.5]))
  }

  @Test("groups and names that cannot be are refused before anything is read")
  func refusals() throws {
    let costs = try unitCosts(Self.costs)
    #expect(
      throws: CostError.unknownComponent(
        path: folder.path("groups.csv"), component: "Polcie", components: ["Harm", "Police"])
    ) { try IncidentCosts(costs, groups: try groups("Harm,X\nPolcie,X\n")) }
    #expect(
      throws: CostError.sharedComponent(
        path: folder.path("groups.csv"), component: "Harm", groups: ["X", "Y"])
    ) { try IncidentCosts(costs, groups: try groups("Harm,X\nHarm,Y\n")) }
    #expect(throws: CostError.sharedName("harm")) {
      try IncidentCosts(costs, groups: try groups("Police,harm\n"))
    }
    #expect(throws: CostError.sharedName("Offences")) {
      try IncidentCosts(try unitCosts("category,Offences,total\nA,1,1\n"))
    }
  }

  @Test(
    "a published table is met from a file with a row for each offence",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func published() async throws {
    let text = try String(
      contentsOfFile: SharedData.path("reference/seeds/cost-appendix3.csv"), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let (header, crimes) = (lines[0], lines.dropFirst().dropLast())
    let components = header[2..<11].map { String($0.dropFirst("unit_".count)) }
    let costs = try folder.file(
      "costs.csv",
      (["category," + components.joined(separator: ",") + ",total"]
        + crimes.map { ([$0[0]] + $0[2..<12]).joined(separator: ",") }).joined(separator: "\n"))
    let incidents = try folder.file(
      "rows.csv",
      "Crime type\n"
        + crimes.map { String(repeating: "\($0[0])\n", count: Int($0[1]) ?? 0) }.joined())
    let method = try IncidentCosts(
      try UnitCosts(costs),
      groups: try groups(
        """
        defensive,anticipation
        insurance_admin,anticipation
        property,consequence
        harm,consequence
        lost_output,consequence
        health,consequence
        victim_services,consequence
        police,response
        other_cjs,response
        """), deflator: try #require(ExactDecimal("1.211519125")))
    var options = StudyOptions(incidents: IncidentFiles([incidents]))
    options.threads = 3
    let result = try await Study(options).run(method)
    let names = try texts(result).dropLast()
    #expect(Array(names) == crimes.map { $0[0] })
    for (position, component) in (components + ["total"]).enumerated() {
      let cells = try integers(result, component)
      #expect(cells.dropLast() == crimes.map { Int($0[12 + position]) }[...], "\(component)")
      #expect(cells.last == cells.dropLast().reduce(0) { $0 + ($1 ?? 0) }, "\(component)")
    }
    #expect(try integers(result, "offences").last == 80_931)
    #expect(try integers(result, "total").last == 370_676_658)
    #expect(try integers(result, "anticipation").last == 27_461_443)
    #expect(try integers(result, "consequence").last == 237_762_906)
    #expect(try integers(result, "response").last == 104_974_934)
    let shares = try #require(result.table[column: "share_of_volume"]?.values)
    #expect(
      [0, 1, 2, 3].map { (1000 * (shares.number(at: $0) ?? 0)).rounded() / 10 }
        == [61.3, 5.1, 5.0, 9.2])
    #expect(
      result.sentence?.hasPrefix(
        "cost: Theft from person is 61.3% of 80,931 costed offences and 22.4% of their cost of "
          + "£370.7 million, at the unit costs of 'costs.csv' times 1.211519125") == true)
  }
}
