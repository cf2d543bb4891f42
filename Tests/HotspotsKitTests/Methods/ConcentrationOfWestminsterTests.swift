import TestSupport
import Testing

@testable import HotspotsKit

/// A year of incidents on 128 areas; expected values from GeoPandas 1.2, pandas 3.1, NumPy 2.4 and SciPy
/// 1.17: points in areas by `sjoin`, Gini's coefficient by its formula, `scipy.stats.bootstrap`.
@Suite(
  "Concentration of Westminster's year",
  .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)))
struct ConcentrationOfWestminsterTests {
  private static func study(_ change: (inout StudyOptions) -> Void = { _ in }) -> Study {
    var boundaries = BoundaryFiles([
      SharedData.path("realdata/boundaries/london-lsoa-2011.shp")
    ])
    boundaries.studyAreas = ["LAD11CD=E09000033"]
    var options = StudyOptions(
      boundaries: boundaries,
      incidents: IncidentFiles([
        SharedData.path("realdata/incidents/westminster-2016-04_2017-03.csv")
      ]))
    change(&options)
    return Study(options)
  }

  private static func value(_ result: Concentration.Result, _ column: String, _ row: String) throws
    -> Double?
  {
    let names = try #require(result.table[column: "category"]).values
    let place = try #require(
      (0..<result.table.rowCount).first {
        names.description(at: $0).lowercased().replacing("-", with: " ") == row.lowercased()
      })
    return try #require(result.table[column: column]).values.number(at: place)
  }

  private static func isNear(_ value: Double?, _ expected: Double, within slack: Double = 1e-12)
    -> Bool
  {
    value.map { abs($0 - expected) <= slack } ?? false
  }

  @Test("all categories and each of some are spread as pandas finds them")
  func areas() async throws {
    let result = try await Self.study().run(Concentration(byCategory: true))
    let expected: [(String, [Double])] = [
      ("All", [65628, 128, 0.24964953983056012, 4, 10, 45, 95, 30, 0.6331967681477417]),
      ("Drugs", [1802, 128, 0.2952275249722531, 3, 7, 31, 128, 123, 0.7240392619311875]),
      ("Robbery", [1728, 128, 0.27662037037037035, 3, 11, 43, 128, 125, 0.6481391059027777]),
      ("Shoplifting", [4313, 128, 0.48434964062137725, 1, 4, 12, 126, 119, 0.8826712120333875]),
      (
        "Vehicle crime", [4094, 128, 0.13654127992183684, 8, 25, 65, 128, 125, 0.46063217513434296]
      ),
    ]
    let columns = [
      "incidents", "units", "top_share", "units_25", "units_50", "units_80", "units_under_per_day",
      "units_under_per_month", "gini",
    ]
    for (row, values) in expected {
      for (column, value) in zip(columns, values) {
        #expect(Self.isNear(try Self.value(result, column, row), value), "\(row) \(column)")
      }
    }
    // 50,000 resamples with two seeds; 999 have a standard error of about 0.005 at the ends.
    for (row, low, high, random) in [
      ("All", 0.5613, 0.7034, 0.02476), ("Robbery", 0.5705, 0.7239, 0.15169),
    ] {
      #expect(Self.isNear(try Self.value(result, "gini_low", row), low, within: 0.02))
      #expect(Self.isNear(try Self.value(result, "gini_high", row), high, within: 0.02))
      #expect(Self.isNear(try Self.value(result, "gini_random", row), random, within: 0.001))
    }
  }

  @Test("locations are the positions that pandas groups by")
  func locations() async throws {
    let result = try await Self.study().run(Concentration(on: .locations, byCategory: true))
    let columns = [
      "incidents", "units", "top_share", "units_25", "units_50", "units_80", "gini",
      "gini_generalised",
    ]
    for (row, values) in [
      (
        "All",
        [65628, 1819, 0.03544218930944109, 65, 236, 715, 0.5735305258790673, 0.5735305258790673]
      ),
      (
        "Robbery",
        [1728, 1819, 0.03877314814814815, 49, 160, 406, 0.7524490715289232, 0.7394125353652263]
      ),
    ] {
      for (column, value) in zip(columns, values) {
        #expect(Self.isNear(try Self.value(result, column, row), value), "\(row) \(column)")
      }
    }
  }

  @Test("the half year is told beside the half before, whatever the number of threads")
  func halves() async throws {
    var tables: [[String]] = []
    for threads in [1, 3] {
      let study = Self.study {
        $0.filter.from = try? PeriodBound("2016-10")
        $0.filter.to = try? PeriodBound("2017-03")
        $0.threads = threads
      }
      let result = try await study.run(Concentration(), against: .before)
      #expect(Self.isNear(try Self.value(result, "top_share", "All"), 0.26680678576790273))
      #expect(Self.isNear(try Self.value(result, "top_share_earlier", "All"), 0.23197104229186646))
      #expect(Self.isNear(try Self.value(result, "gini", "All"), 0.6533133632337487))
      let sentence = result.choices.first { $0.key == "concentration" }?.sentences.first
      #expect(
        sentence
          == "concentration: the busiest 3 of 128 LSOAs hold 26.7% of 33,305 incidents, up from 23.2% in "
          + "April 2016 to September 2016; 9 hold half; 4% less there is 1% less overall")
      tables.append(
        result.table.columns.map { "\($0.name) \($0.values.description(at: 0))" })
    }
    #expect(tables[0] == tables[1])
  }
}
