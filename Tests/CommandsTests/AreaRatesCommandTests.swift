import Commands
import Foundation
import TestSupport
import Testing

@Suite("hotspots areas with rates")
struct AreaRatesCommandTests {
  private let folder = TemporaryFolder()
  private let incidents = ProjectFolder.path("samples/incidents.csv")
  private let people = ProjectFolder.path("samples/population.csv")

  private func run(_ layer: String, _ words: String...) async -> CommandRun {
    await CommandRun(
      words: [
        "areas", "--boundaries", ProjectFolder.path("boundaries/\(layer).shp"), "--incidents",
        incidents,
      ] + words)
  }

  private func numbers(_ file: String, _ column: String) throws -> [Double?] {
    let rows = try folder.rows(file)
    let position = try #require(rows[0].firstIndex(of: column))
    return rows.dropFirst().map { Double($0[position]) }
  }

  @Test("a rate is incidents over residents, in the areas and in the wards that they make up")
  func laws() async throws {
    let result = await run(
      "lsoa", "--population", people, "--population-field", "RESIDENTS", "--output",
      folder.path("areas.json"))
    #expect(result.status == 0, "\(result.messages)")
    let areas = try folder.objects("areas.json")
    var wards: [String: (incidents: Int, people: Int)] = [:]
    for area in areas {
      let (count, base) = (
        try #require(area["incidents"] as? Int), try #require(area["population"] as? Int)
      )
      let rate = try #require(area["rate"] as? Double)
      // Foundation reads JSON to a unit or two of the last place.
      #expect(abs(rate / (Double(count * 1000) / Double(base)) - 1) < 1e-14)
      #expect(try #require(area["rate_low"] as? Double) < rate)
      #expect(try #require(area["rate_high"] as? Double) > rate)
      // Areas are named after their wards: Marlowick 009F.
      let ward = try #require((area["name"] as? String)?.split(separator: " ").last?.prefix(3))
      wards["E05999\(ward)", default: (0, 0)].incidents += count
      wards["E05999\(ward)", default: (0, 0)].people += base
    }
    // Rates are drawn towards that of all areas, never beyond it.
    let mean = 19_584.0 / Double(areas.reduce(0) { $0 + ($1["population"] as? Int ?? 0) }) * 1000
    for area in areas {
      let (rate, smoothed) = (
        area["rate"] as? Double ?? .nan, area["rate_smoothed"] as? Double ?? .nan
      )
      #expect(min(rate, mean) <= smoothed && smoothed <= max(rate, mean))
    }

    let table = wards.map { "\($0.key),\($0.value.people)\n" }.sorted().joined()
    try folder.write("ward,people\n\(table)".utf8, to: "wards.csv")
    let merged = await run(
      "wards", "--population", folder.path("wards.csv"), "--population-field", "people",
      "--output", folder.path("w.json"))
    #expect(merged.status == 0, "\(merged.messages)")
    for ward in try folder.objects("w.json") {
      let sums = try #require(wards[ward["code"] as? String ?? ""])
      #expect(ward["incidents"] as? Int == sums.incidents)
      let rate = try #require(ward["rate"] as? Double)
      #expect(abs(rate / (Double(sums.incidents * 1000) / Double(sums.people)) - 1) < 1e-14)
    }
  }

  @Test("residents where incidents are more are warned of; those who are there by day are enough")
  func denominators() async throws {
    let words = ["--population", people, "--output", folder.path("a.csv"), "--population-field"]
    let residents = await CommandRun(
      words: [
        "areas", "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
        incidents,
      ] + words + ["residents"])
    #expect(residents.status == 0)
    #expect(
      residents.messages.contains("warning: 2 of 128 areas have more incidents than residents"))
    let workday = await CommandRun(
      words: [
        "areas", "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
        incidents,
      ] + words + ["workday_population"])
    #expect(workday.status == 0 && !workday.messages.contains("more incidents than"))
  }

  @Test("of several layers the first has rates, and the map of it shows them")
  func layers() async throws {
    let result = await run(
      "lsoa", "--boundaries", ProjectFolder.path("boundaries/wards.shp"), "--population", people,
      "--population-field", "residents", "--per", "100000", "--output", folder.path("a.csv"),
      "--map", folder.path("a.svg"), "--manifest", folder.path("m.json"))
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.messages.contains("rates: of 'lsoa' only, whose codes the population has"))
    #expect(try numbers("a.csv", "rate").allSatisfy { $0 != nil })
    #expect(try !folder.rows("a-wards.csv")[0].contains("rate"))
    let heading = "Incidents per 100,000 residents by area"
    #expect(try folder.text("a.svg").contains(heading))
    #expect(try !folder.text("a-wards.svg").contains("residents"))
    let manifest = try folder.object("m.json")
    let chosen = try #require(manifest["chosen"] as? [String: Any])
    let population = try #require(chosen["population"] as? [String: Any])
    #expect(population["matched"] as? Int == 128 && population["limits"] as? String != "none")
    let scales = try #require(chosen["scales"] as? [[String: Any]])
    #expect(scales.map { $0["value"] as? String } == ["rate", "incidents"])
    let inputs = try #require(manifest["inputs"] as? [[String: Any]])
    let table = try #require(inputs.first { $0["path"] as? String == people })
    #expect(table["rows"] as? Int == 128 && table["sha256"] is String)
  }

  @Test("a survey is a table and a map without incidents, in every format")
  func survey() async throws {
    let words = [
      "areas", "--boundaries", ProjectFolder.path("boundaries/wards.shp"), "--values",
      ProjectFolder.path("samples/survey.csv"), "--value-field", "unsafe_after_dark",
    ]
    for format in ["csv", "geojson", "gpkg", "kml", "ndjson", "json"] {
      let result = await CommandRun(words: words + ["--output", folder.path("s.\(format)")])
      #expect(result.status == 0, "\(result.messages)")
    }
    #expect(try folder.rows("s.csv")[0] == ["code", "name", "unsafe_after_dark"])
    let survey = try String(
      contentsOfFile: ProjectFolder.path("samples/survey.csv"), encoding: .utf8
    ).split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    let given = survey.map { Double($0[3].split(separator: "%")[0]) }
    #expect(try numbers("s.csv", "unsafe_after_dark") == given)
    #expect(given.count { $0 == nil } == 1)
    let map = await CommandRun(
      words: words + [
        "--map", folder.path("s.svg"), "--breaks", "20,30", "--manifest", folder.path("s.json"),
      ])
    #expect(map.status == 0, "\(map.messages)")
    let svg = try folder.text("s.svg")
    #expect(svg.contains("Unsafe after dark (%) by ward") && svg.contains("no data"))
    let chosen = try #require(try folder.object("s.json")["chosen"] as? [String: Any])
    #expect((chosen["scales"] as? [[String: Any]])?.first?["breaks"] as? [Double] == [20, 30])
  }

  @Test(
    "incidents beside values, a missing column and an odd value are refused, and nothing is written"
  )
  func refused() async throws {
    let survey = try folder.file("s.csv", "WD22CD,v\nE05999001,5\nE05999002,lots\n")
    let words = [
      "areas", "--boundaries", ProjectFolder.path("boundaries/wards.shp"), "--values", survey,
      "--output", folder.path("o.csv"),
    ]
    let odd = await CommandRun(words: words + ["--value-field", "v"])
    #expect(odd.status == 65)
    #expect(odd.messages.contains("'\(survey)', line 3: 'lots' in 'v' is not a number"))
    #expect(await CommandRun(words: words + ["--value-field", "w"]).status == 65)
    #expect(await CommandRun(words: words).status == 64)
    #expect(
      await CommandRun(words: words + ["--value-field", "v", "--incidents", incidents]).status == 64
    )
    #expect(await run("wards", "--per", "10", "--output", folder.path("o.csv")).status == 64)
    #expect(
      await run(
        "wards", "--breaks", "-5,5", "--output", folder.path("o.csv"), "--map",
        folder.path("o.svg")
      ).status == 64)
    #expect((try? folder.read("o.csv")) == nil)
  }

  @Test("incidents are correlated with a survey, and the caveat is said")
  func correlated() async throws {
    let result = await run(
      "wards", "--correlate", ProjectFolder.path("samples/survey.csv"), "--correlate-field",
      "unsafe_after_dark", "--output", folder.path("a.csv"), "--manifest", folder.path("m.json"))
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.messages.contains("n = 17 wards; it is of areas, not of the people in them"))
    let chosen = try #require(try folder.object("m.json")["chosen"] as? [String: Any])
    let found = try #require(chosen["correlation"] as? [String: Any])
    #expect(found["n"] as? Int == 17)
    // SciPy, of the two columns as they were written.
    #expect(abs(try #require(found["spearman"] as? Double) - 0.7913919580375555) < 1e-12)
    #expect(abs(try #require(found["pearson"] as? Double) - 0.6161546285504098) < 1e-12)
  }

  @Test(
    "Westminster's rates over its residents of mid-2019",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func westminster() async throws {
    let data = SharedData.path("realdata")
    let result = await CommandRun(
      words: [
        "areas", "--boundaries", "\(data)/boundaries/london-lsoa-2011.shp", "--study-area",
        "LAD11CD=E09000033", "--incidents", "\(data)/incidents/westminster-2016-04_2017-03.csv",
        "--population", "\(data)/population/london-lsoa-2011-mid2019.csv", "--population-field",
        "residents", "--output", folder.path("w.csv"),
      ])
    #expect(result.status == 0)
    #expect(
      result.messages.contains("E01033595 (Westminster 013E) 6,496 incidents and 1,445 residents"))
    let rows = try folder.rows("w.csv")
    let code = try #require(rows.first { $0[0] == "E01033595" })
    let rate = try #require(rows[0].firstIndex(of: "rate"))
    // 6,496 over 1,445; SciPy's limits of 6,496.
    #expect(code[rate] == "4495.50173")
    #expect(code[rate + 1] == "4386.83775" && code[rate + 2] == "4606.17708")
  }
}
