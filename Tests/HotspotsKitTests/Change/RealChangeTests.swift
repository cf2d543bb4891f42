import Assignment
import Foundation
import TestSupport
import Testing

@testable import HotspotsKit

@Suite(
  "Change in published and real data", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct RealChangeTests {
  /// Offences of a borough in two years as an assessment prints them, each with its change in per
  /// cent; sums of others have `Total` at their ends.
  private static func published() throws -> [(name: String, earlier: Int, now: Int, percent: Int)] {
    let text = try String(
      contentsOfFile: SharedData.path("reference/seeds/change-offences-2016.csv"), encoding: .utf8)
    return try text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let fields = line.split(separator: ",").map(String.init)
      return (
        fields[0], try #require(Int(fields[1])), try #require(Int(fields[2])),
        try #require(Int(fields[3]))
      )
    }
  }

  @Test("the assessment's subtotals and percentages come out of counts by month")
  func assessment() async throws {
    let published = try Self.published()
    let folder = TemporaryFolder()
    // The total has 45 and 26 offences that the table lacks.
    var (rows, groups) = (["category,month,count"], ["category,group"])
    var members: [String] = []
    func spread(_ name: String, _ count: Int, _ year: Int) {
      for place in 0..<12 {
        let month = (place + 6) % 12 + 1
        rows.append(
          "\(name),\(place < 6 ? year : year + 1)-\(month < 10 ? "0" : "")\(month),"
            + "\(count / 12 + (place < count % 12 ? 1 : 0))")
      }
    }
    for line in published.dropLast() {
      if line.name.hasSuffix(" Total") || line.name.hasSuffix("Offences Total") {
        groups += members.map { "\($0),\(line.name.dropLast(6))" }
        members = []
      } else {
        members.append(line.name)
        spread(line.name, line.earlier, 2014)
        spread(line.name, line.now, 2015)
      }
    }
    spread("Not in the table", 45, 2014)
    spread("Not in the table", 26, 2015)
    var options = StudyOptions(
      boundaries: [],
      incidents: IncidentFiles([
        try folder.file("counts.csv", rows.joined(separator: "\n") + "\n")
      ]))
    options.incidents.columns = [(.category, "category"), (.month, "month")]
    options.incidents.countColumn = "count"
    options.filter.from = try PeriodBound("2015-07")
    options.filter.to = try PeriodBound("2016-06")
    let file = try folder.file("groups.csv", groups.joined(separator: "\n") + "\n")
    let method = PeriodChange(groups: try GroupFile(file, key: "category"))
    let result = try await method.run(on: Study(options))

    var found: [String: PeriodChange.Row] = [:]
    for row in result.rows {
      let isSum = row.category == "Subtotal"
      found[isSum ? "\(row.group ?? "") Total" : row.category ?? ""] = row
    }
    for line in published.dropLast() {
      let change = try #require(found[line.name], "\(line.name)").change
      #expect(Int(change.earlier) == line.earlier && Int(change.current) == line.now)
      // A base of none is printed as no change there, and has no percentage here.
      #expect(
        Int(((change.relativeOfCounts ?? 0) * 100).rounded()) == line.percent, "\(line.name)")
      #expect((change.relativeOfCounts == nil) == (line.earlier == 0))
    }
    let total = try #require(result.rows.last)
    #expect(Int(total.change.earlier) == 48_450 && Int(total.change.current) == 48_934)
    #expect(result.reading.reconciliations[0].assignedIncidents == 48_450 + 48_934)
    #expect(
      result.totalWords
        == "change: 48,934 incidents in July 2015 to June 2016, 1.0% more than the 48,450 of July "
        + "2014 to June 2015; 133.7 a day after 132.7 (366 days after 365)")
    #expect(result.rows.count { $0.category == "Subtotal" } == 9)
  }

  // pandas 3.1 and SciPy 1.17: crosstab of the file; the E-test as a double sum over Poisson's
  // probabilities, 182 days after 183; adjusted by Benjamini and Hochberg.
  private static let westminster: [(String, Int, Int, Double, Double)] = [
    ("Anti-social behaviour", 8140, 7276, 3.569164576213734e-11, 2.498415203349614e-10),
    ("Bicycle theft", 711, 528, 3.176447772095072e-07, 1.1117567202332752e-06),
    ("Burglary", 1443, 1575, 0.010677558245008404, 0.018685726928764707),
    ("Criminal damage and arson", 1069, 1055, 0.8580434537144386, 0.8580434537144386),
    ("Drugs", 1027, 839, 2.2582292505189705e-05, 6.323041901453116e-05),
    ("Other crime", 243, 228, 0.5274605348851374, 0.5797206033517921),
    ("Other theft", 5933, 6296, 0.00033656964386457466, 0.0006731392877291493),
    ("Possession of weapons", 217, 173, 0.029698682065099236, 0.04619794987904326),
    ("Public order", 1597, 1492, 0.08236798900991925, 0.11531518461388694),
    ("Robbery", 857, 893, 0.32961974100084124, 0.4195160340010707),
    ("Shoplifting", 2041, 2284, 0.00010642241747176491, 0.00024831897410078477),
    ("Theft from the person", 2855, 3941, 4.4580939759682745e-41, 6.241331566355584e-40),
    ("Vehicle crime", 1886, 2297, 6.355842519706658e-11, 2.9660598425297735e-10),
    ("Violence and sexual offences", 4786, 4820, 0.5383119888266641, 0.5797206033517921),
  ]

  private static func study(isPlaced: Bool = false) throws -> Study {
    var options = StudyOptions(
      boundaries: isPlaced
        ? BoundaryFiles([SharedData.path("realdata/boundaries/london-wards-2014.shp")]) : [],
      incidents: IncidentFiles([
        SharedData.path("realdata/incidents/westminster-2016-04_2017-03.csv")
      ]))
    options.coordinates.allowsBallpark = true
    options.filter.from = try PeriodBound("2016-10")
    options.filter.to = try PeriodBound("2017-03")
    return Study(options)
  }

  @Test("Westminster's half years by category are those of pandas and SciPy")
  func categories() async throws {
    let result = try await PeriodChange().run(on: Self.study())
    #expect(result.rows.count == Self.westminster.count + 1)
    for (row, known) in zip(result.rows, Self.westminster) {
      #expect(row.category == known.0)
      #expect(Int(row.change.earlier) == known.1 && Int(row.change.current) == known.2)
      #expect(abs(row.change.chance / known.3 - 1) < 1e-6, "\(known.0)")
      #expect(abs((row.verdict?.adjusted ?? 0) / known.4 - 1) < 1e-6, "\(known.0)")
      #expect(row.dispersion == nil)
      let expected = known.4 > 0.05 ? "none" : known.2 > known.1 ? "increase" : "decrease"
      #expect(row.verdict?.evidence.rawValue == expected)
    }
    let total = try #require(result.rows.last).change
    #expect(Int(total.earlier) == 32_805 && Int(total.current) == 33_697)
    #expect(abs(total.chance / 3.108085707250278e-05 - 1) < 1e-6)
  }

  @Test("wards have what counts by area have in each period, and add up to the borough")
  func areas() async throws {
    let study = try Self.study(isPlaced: true)
    let result = try await PeriodChange(by: .area).run(on: study)
    let now = try await study.run(AreaCounts())
    var earlier = study.options
    earlier.filter.from = try PeriodBound("2016-04")
    earlier.filter.to = try PeriodBound("2016-09")
    let before = try await Study(earlier).run(AreaCounts())
    let units = result.rows.dropLast()
    #expect(units.map { Int($0.change.current) } == now.counts[0].totals)
    #expect(units.map { Int($0.change.earlier) } == before.counts[0].totals)
    let total = try #require(result.rows.last).change
    #expect(Int(total.current) == now.counts[0].totals.reduce(0, +))
    #expect(
      Int(total.current + total.earlier) == result.reading.reconciliations[0].assigned)
    #expect(result.reading.reconciliations[0].filtered.isEmpty)
  }
}
