import CommandLineKit
import Foundation
import GeoPackages
import Geometry
import Statistics
import TestSupport
import Testing

@testable import Commands

/// The same incidents in several formats, with what files have that were typed by people.
private struct ManyFormats {
  static let columns = [
    "id", "start", "end", "category", "location", "weight", "note",
  ]
  // More than a share has.
  private static let count = 4500

  let folder = TemporaryFolder()

  /// Writes the incidents as CSV, as a GeoPackage and as a Shapefile.
  init() throws {
    let lines = try String(
      contentsOfFile: ProjectFolder.path("samples/incidents.csv"), encoding: .utf8
    )
    .split(separator: "\n").dropFirst().prefix(Self.count)
    var (places, rows): ([Point?], [[String]]) = ([], [])
    for (number, line) in lines.enumerated() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      func every(_ step: Int) -> Bool { number % step == step / 2 }
      var place: Point? = Point(x: Double(fields[4]) ?? 0, y: Double(fields[5]) ?? 0)
      if every(97) { place = nil }
      if every(101) { place = Point(x: 1e12, y: 5) }
      if every(103) { place = Point(x: 0, y: 0) }
      if every(61), let exact = place { place = Point(x: exact.x + 0.123456789, y: exact.y - 1e-9) }
      var row = [
        fields[0], fields[2], fields[3], fields[1], fields[6], "\(number % 7)", "",
      ]
      if every(107) { row[1] = "some time" }
      if every(109) { (row[1], row[2]) = ("", "") }
      if every(113) { row[5] = "-1" }
      if every(127) { row[5] = "many" }
      if every(131), number > 131 { row[0] = rows[number - 131][0] }
      if every(89) { row[4] = #"The "Crown", High St"# }
      if every(83) { row[4] = "Café Ærø — 東京" }
      if every(79) { row[6] = #""quoted""# }
      if every(73) { row[6] = "two, parts" }
      if every(149) { (row[1], row[2]) = (row[2], "2001-01-01T00:00:00") }
      if every(151) { row[0] = "" }
      places.append(place)
      rows.append(row)
    }
    try writeText(places, rows)
    try writeGeoPackage(places, rows)
    var raw = RawPoints(
      places, fields: Self.columns.map { .init($0, width: $0 == "location" ? 60 : 30) }, rows: rows)
    raw.table.codePage = "UTF-8"
    raw.table.projection = try String(
      contentsOfFile: ProjectFolder.path("boundaries/lsoa.prj"), encoding: .utf8)
    try raw.write(to: folder, as: "incidents")
  }

  private func writeText(_ places: [Point?], _ rows: [[String]]) throws {
    var text = "easting,northing," + Self.columns.joined(separator: ",") + "\n"
    for (place, row) in zip(places, rows) {
      text += place.map { "\($0.x),\($0.y)" } ?? ","
      for field in row {
        let needsQuotes = field.contains { ",\"".contains($0) }
        let doubled = field.replacingOccurrences(of: "\"", with: "\"\"")
        text += needsQuotes ? ",\"\(doubled)\"" : ",\(field)"
      }
      text += "\n"
    }
    try folder.write(text.utf8, to: "incidents.csv")
  }

  private func writeGeoPackage(_ places: [Point?], _ rows: [[String]]) throws {
    let writer = try GeoPackageWriter(
      path: folder.path("incidents.gpkg"),
      layer: GeoPackageLayer(
        name: "calls", columns: Self.columns.map { .init($0, .text) }, geometry: .points,
        reference: SpatialReference(
          name: "OSGB36 / British National Grid", organization: "EPSG", code: 27700,
          definition: "undefined")))
    for (place, row) in zip(places, rows) {
      try writer.append(
        x: place?.x ?? .nan, y: place?.y ?? .nan, values: row.map { .text($0) })
    }
    try writer.finish()
  }
}

@Suite("The same incidents in several formats")
struct SameIncidentsTests {
  private static let files = try? ManyFormats()

  private static let counting: [[String]] = [
    ["areas"],
    ["areas", "--unique", "id", "--category", "Burglary", "--category", "Vehicle crime"],
    ["areas", "--unique", "id", "--hours", "22-05", "--from", "2025-01-05", "--to", "2025-02-20"],
    ["hours", "--by", "category", "--reversed", "swap"],
    ["hours", "--unique", "id"],
    ["density", "--columns", "weight=weight", "--cell-size", "100", "--bandwidth", "400"],
    ["clusters", "--permutations", "99"],
  ]

  /// The incidents in other formats, and how many threads read them.
  private static let others = [
    ("incidents.gpkg", 1), ("incidents.gpkg:calls", 3), ("incidents.shp", 3),
  ]

  /// What a run says and writes, without what names the file.
  private func answer(
    _ words: [String], of file: String, threads: Int, outputs: [String]
  ) async throws -> [String] {
    let folder = try #require(Self.files).folder
    let made = TemporaryFolder()
    let run = await CommandRun(
      words: words
        + ["--incidents", folder.path(file), "--incidents-crs", "EPSG:27700"]
        + ["--threads", "\(threads)"]
        + outputs.flatMap { [$0, made.path("out." + ($0 == "--manifest" ? "json" : "csv"))] })
    #expect(run.status == 0, "\(words) \(file): \(run.messages)")
    var texts = [run.messages, run.output]
    for name in outputs.map({ "out." + ($0 == "--manifest" ? "json" : "csv") }) {
      texts.append(try made.text(name))
    }
    return texts.map { plain($0, file: file, in: folder, made) }
  }

  /// Returns a text without the names and digests of files, and with rows of data by number.
  private func plain(
    _ text: String, file: String, in folder: TemporaryFolder, _ made: TemporaryFolder
  ) -> String {
    var text = text.replacingOccurrences(of: made.path(""), with: "MADE/")
      .replacingOccurrences(of: folder.path(file), with: "FILE")
      .replacingOccurrences(of: file, with: "FILE")
    text.replace(/[0-9a-f]{64}/, with: "DIGEST")
    // A Shapefile has several files.
    text.replace(/,\n +\{\n +"path": "[^"]*\.(shx|dbf|prj|cpg)",[^}]*\}/, with: "")
    text.replace(/"threads": \d+/, with: "THREADS")
    text.replace(/"(bytes|seconds|started|finished)": "?[^,\n]*/) { "\"\($0.output.1)\"" }
    // A header is a line of a text file, and no row of the others.
    text.replace(/FILE:(\d+)/) { "FILE row \((Int($0.output.1) ?? 0) - 1)" }
    text.replace(/FILE: (row|record) (\d+)/) { "FILE row \($0.output.2)" }
    return text
  }

  @Test("counts, rejections and manifests are the same", arguments: counting)
  func counts(words: [String]) async throws {
    let all =
      words + ["--boundaries", ProjectFolder.path("boundaries/lsoa.shp")]
      + (words[0] == "areas" || words[0] == "hours" ? [] : ["--seed", "1"])
    let expected = try await answer(
      all, of: "incidents.csv", threads: 1, outputs: ["--output", "--manifest"])
    #expect(expected[0].contains("rejected") && expected[2].count > 1000)
    for (file, threads) in Self.others {
      let found = try await answer(
        all, of: file, threads: threads, outputs: ["--output", "--manifest"])
      #expect(found == expected, "\(file), \(threads) threads")
    }
  }

  @Test(
    "rows are handed on in the order of the file",
    arguments: [
      ["query", "--where", "location LIKE '%crown%' OR note = 'two, parts' OR weight > 5"],
      ["query", "--unique", "id", "--hours", "22-05"],
      ["query", "--count", "category", "--where", "note <> ''"],
      ["query", "--count", "month", "--unique", "id"],
      ["export", "--keep", "all"],
    ])
  func rows(words: [String]) async throws {
    let expected = try await answer(
      words, of: "incidents.csv", threads: 1, outputs: ["--output", "--manifest"])
    for (file, threads) in Self.others {
      let found = try await answer(
        words, of: file, threads: threads, outputs: ["--output", "--manifest"])
      #expect(found == expected, "\(file), \(threads) threads")
    }
  }

  @Test("what is found in a file is the same")
  func inspection() async throws {
    func facts(_ file: String, threads: String) async throws -> NSDictionary {
      let folder = try #require(Self.files).folder
      let made = TemporaryFolder()
      let run = await CommandRun(
        "inspect", "--incidents", folder.path(file), "--incidents-crs", "EPSG:27700", "--threads",
        threads, "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--output",
        made.path("facts.json"))
      #expect(run.status == 0, "\(run.messages)")
      let text = plain(try made.text("facts.json"), file: file, in: folder, made)
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
      let all = try #require(object as? [String: Any])
      var incidents = try #require((all["incidents"] as? [[String: Any]])?.first)
      // These are about the format.
      for key in ["delimiter", "crs", "worth_knowing"] { incidents[key] = nil }
      return incidents as NSDictionary
    }
    let expected = try await facts("incidents.csv", threads: "1")
    #expect(expected.count > 8)
    for file in ["incidents.gpkg", "incidents.shp"] {
      #expect(try await facts(file, threads: "1") == expected)
      #expect(try await facts(file, threads: "3") == expected)
    }
  }
}
