import Foundation
import Statistics
import TestSupport
import Testing

@testable import Commands

/// A real browser answers on the map to explore as the program does.
@Suite(
  "The map to explore in a browser", .enabled(if: Interop.isEnabled, "\(Interop.absence)"),
  .enabled(if: Browser.isPresent, "\(Browser.absence)"), .serialized)
struct ExploreBrowserTests {
  private let home = TemporaryFolder()

  private static let borough = Task {
    try await MadePack(
      "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--boundaries",
      ProjectFolder.path("boundaries/wards.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--marking", "OFFICIAL", "--explore")
  }

  private static let quarter = Task {
    try await MadePack(
      "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--from", "2025-10", "--to", "2025-12",
      "--explore")
  }

  private static let westminster = Task {
    try await MadePack(
      "--boundaries", SharedData.path("realdata/boundaries/london-lsoa-2011.shp"),
      "--study-area", "LAD11CD=E09000033", "--incidents",
      SharedData.path("realdata/incidents/westminster-2016-04_2017-03.csv"), "--explore")
  }

  /// Opens the map of a pack.
  private func open(_ pack: Task<MadePack, any Error>) async throws -> Browser {
    let browser = try await Browser()
    try home.write(try await pack.value.files["explore.html"] ?? [], to: "explore.html")
    try await browser.open(home.path("explore.html"))
    return browser
  }

  /// What the map shows: incidents, and what is expected of them in the hours asked for.
  private func answer(_ browser: Browser) async throws -> (incidents: Int, expected: Double) {
    let found = try await browser.evaluate(
      "const { incidents, expected } = explore.answer(); return [incidents, expected]")
    let numbers = try #require(found as? [Double])
    return (Int(numbers[0]), numbers[1])
  }

  /// Runs the command that the map shows and returns what the program counts.
  private func repeated(
    _ browser: Browser, in folders: [String: String]
  ) async throws -> (incidents: Int, expected: Double?) {
    let command = try #require(try await browser.evaluate("return explore.query()") as? String)
    let shape = try await browser.evaluate(
      "return explore.asked.place.ring ? explore.geoJSON() : ''")
    _ = try home.file("polygon.geojson", try #require(shape as? String))
    var words = command.shellWords.map { word in
      word == "polygon.geojson" ? home.path(word) : folders[word].map { "\($0)/\(word)" } ?? word
    }
    #expect(words.prefix(2) == ["hotspots", "query"])
    words = Array(words.dropFirst()) + ["--output", home.path("count.json")]
    let run = await CommandRun(words: words)
    #expect(run.status == 0, "\(command): \(run.messages)")
    let count = try #require(try home.objects("count.json").first)
    return (try #require(count["incidents"] as? Int), count["expected"] as? Double)
  }

  /// A seeded line of three to nine corners; every third is a rectangle along whole metres, on which
  /// incidents lie.
  private static func ring(
    _ generator: inout SplitMix64, x: ClosedRange<Double>, y: ClosedRange<Double>, isPlain: Bool
  ) -> String {
    let centre = (Double.random(in: x, using: &generator), Double.random(in: y, using: &generator))
    let reach = Double.random(in: 80...1500, using: &generator)
    var corners: [(Double, Double)] = []
    if isPlain {
      let (left, low) = (centre.0.rounded(), centre.1.rounded())
      let (right, high) = (left + reach.rounded(), low + (reach / 2).rounded())
      corners = [(left, low), (right, low), (right, high), (left, high)]
    } else {
      let count = Int.random(in: 3...9, using: &generator)
      for corner in 0..<count {
        let angle = 2 * Double.pi * Double(corner) / Double(count)
        let distance = reach * Double.random(in: 0.4...1, using: &generator)
        corners.append(
          (
            ((centre.0 + distance * cos(angle)) * 100).rounded() / 100,
            ((centre.1 + distance * sin(angle)) * 100).rounded() / 100
          ))
      }
    }
    return "[" + (corners + [corners[0]]).map { "[\($0.0),\($0.1)]" }.joined(separator: ",") + "]"
  }

  /// What else is asked beside a line, for every fourth of them another.
  private static let filters = [
    "explore.clear();",
    "explore.clear(); explore.setHours({ from: 18, to: 6, days: [4, 5] });",
    "explore.clear(); explore.setCategories(['Robbery', 'Theft from the person', 'Burglary']);",
    """
    explore.clear(); explore.setMonths([2, 6]); explore.setHours({ from: 22, to: 3, days: [0, 6] });
    explore.setCategories(['Violence and sexual offences', 'Anti-social behaviour']);
    """,
  ]

  @Test("sixty lines with and without hours, categories and months are answered as by a query")
  func lines() async throws {
    let browser = try await open(Self.borough)
    var generator = SplitMix64(seed: 17)
    let folders = ["incidents.csv": ProjectFolder.path("samples")]
    var (found, fractional) = (0, 0)
    for number in 0..<60 {
      let ring = Self.ring(
        &generator, x: 453_500...457_500, y: 243_500...247_500, isPlain: number % 3 == 0)
      _ = try await browser.evaluate(
        "\(Self.filters[number % 4]) explore.chooseRing(\(ring))")
      let shown = try await answer(browser)
      let counted = try await repeated(browser, in: folders)
      #expect(shown.incidents == counted.incidents, "line \(number): \(ring)")
      if let expected = counted.expected {
        #expect(abs(shown.expected - expected) <= 1e-9, "line \(number): \(ring)")
        fractional += expected.rounded() == expected ? 0 : 1
      }
      found += counted.incidents > 0 ? 1 : 0
    }
    // The lines are such that they could go wrong.
    #expect(found > 40 && fractional > 5, "\(found), \(fractional)")
    #expect(try await browser.consoleMessages() == [])
    let fetched = try await browser.evaluate(
      "return performance.getEntriesByType('resource').map(entry => entry.name)")
    #expect(fetched as? [String] == [])
  }

  @Test("areas of each layer are answered as by a query, which the command repeats")
  func areas() async throws {
    let browser = try await open(Self.borough)
    let folders = [
      "incidents.csv": ProjectFolder.path("samples"),
      "lsoa.shp": ProjectFolder.path("boundaries"), "wards.shp": ProjectFolder.path("boundaries"),
    ]
    for (layer, area) in [(0, 3), (0, 17), (1, 0), (1, 5)] {
      _ = try await browser.evaluate("explore.clear(); explore.chooseArea(\(layer), \(area))")
      let shown = try await answer(browser)
      #expect(try await repeated(browser, in: folders).incidents == shown.incidents)
      #expect(shown.incidents > 0)
    }
  }

  @Test("the days of the pack stay in the command, and the quarter before is counted beside it")
  func change() async throws {
    let browser = try await open(Self.quarter)
    let folders = ["incidents.csv": ProjectFolder.path("samples")]
    _ = try await browser.evaluate("explore.chooseCircle([455700, 245800], 600)")
    let shown = try await answer(browser)
    #expect(try await repeated(browser, in: folders).incidents == shown.incidents)
    let before = try await browser.evaluate("return explore.answer().before.incidents")
    let shape = home.path("polygon.geojson")
    let run = await CommandRun(
      "query", "--incidents", ProjectFolder.path("samples/incidents.csv"), "--within", shape,
      "--from", "2025-07", "--to", "2025-09", "--count", "all", "--output", home.path("q.json"))
    #expect(run.status == 0, "\(run.messages)")
    #expect(try home.objects("q.json").first?["incidents"] as? Int == before as? Int)
  }

  @Test(
    "positions in degrees are converted as a query converts them",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func degrees() async throws {
    let browser = try await open(Self.westminster)
    let folders = [
      "westminster-2016-04_2017-03.csv": SharedData.path("realdata/incidents")
    ]
    var generator = SplitMix64(seed: 5)
    for number in 0..<20 {
      let ring = Self.ring(
        &generator, x: 526_500...530_500, y: 178_500...182_500, isPlain: number % 3 == 0)
      _ = try await browser.evaluate("explore.clear(); explore.chooseRing(\(ring))")
      if number % 2 == 1 { _ = try await browser.evaluate("explore.setMonths([3, 8])") }
      let shown = try await answer(browser)
      let counted = try await repeated(browser, in: folders)
      #expect(shown.incidents == counted.incidents, "line \(number): \(ring)")
    }
  }

  @Test("a line is drawn and answered with keys alone")
  func keys() async throws {
    let browser = try await open(Self.borough)
    _ = try await browser.evaluate(
      """
      const map = document.getElementById("map");
      const press = key => map.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      document.getElementById("draw").click();
      for (const move of [[0, 0], [120, 0], [0, 120]]) {
        explore.map.panBy(move, { animate: false });
        press("Enter");
      }
      press("f")
      """)
    let words = try await browser.evaluate(
      "return document.getElementById('where').textContent")
    #expect(words as? String == "Inside the line")
    #expect(try await answer(browser).incidents > 0)
  }
}
