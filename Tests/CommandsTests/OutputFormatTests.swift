import CommandLineKit
import Foundation
import TestSupport
import Testing

@testable import Commands

/// The program itself, built beside the tests: standard output is a file descriptor of its own.
private let program = URL(filePath: Bundle.main.bundlePath).appending(path: "hotspots").path

@Suite("Formats of standard output")
struct OutputFormatTests {
  /// A command's example, without what it writes.
  struct Case: Sendable, CustomTestStringConvertible {
    let words: [String]
    var testDescription: String { words.first ?? "" }

    init(_ command: any Command.Type) {
      let words = command.example.shellWords.dropFirst()
      let written = command.options.filter { if case .writes = $0.role { true } else { false } }
        .map(\.longName)
      var kept: [String] = []
      var isValue = false
      for word in words {
        if isValue {
          isValue = false
        } else if written.contains(word) {
          isValue = true
        } else {
          kept.append(word)
        }
      }
      self.words = kept
    }

    /// Every command that reads files and whose result has a format.
    static let all = CommandRegistry.all.filter { command in
      command.name != MergeCommand.name
        && command.options.contains { $0.longName == "--format" }
    }.map(Case.init)
  }

  private let folder = TemporaryFolder()

  /// Runs the program where the samples are.
  private func run(_ words: [String]) throws -> Interop.Outcome {
    let line = ([program] + words).map { "'\($0)'" }.joined(separator: " ")
    return try Interop.run("sh", ["-c", "cd '\(ProjectFolder.path(""))' && \(line)"])
  }

  /// Checks that a command streams the bytes of its file.
  private func expectSame(_ words: [String], format: String, as name: String) throws {
    let file = try run(words + ["--quiet", "--output", folder.path(name)])
    #expect(file.status == 0, "\(file.errors)")
    let stream = try run(words + ["--quiet", "--output", "-", "--format", format])
    #expect(stream.status == 0, "\(stream.errors)")
    #expect(stream.output.utf8.count > 100)
    #expect(stream.output == (try folder.text(name)))
  }

  private static let isBuilt = FileManager.default.isExecutableFile(atPath: program)

  @Test(
    "every command streams as CSV what it writes to a file of CSV",
    .enabled(if: isBuilt, "the program is not built"), arguments: Case.all)
  func csv(one: Case) throws {
    try expectSame(one.words, format: "csv", as: "a.csv")
  }

  @Test("the commands are those that write tables or rows")
  func commands() {
    let names = Case.all.compactMap(\.words.first)
    #expect(
      Set(names).isSuperset(of: [
        "areas", "change", "clusters", "concentration", "cost", "crosstab", "density", "export",
        "hours", "index", "months", "overlaps", "profile", "query", "repeats",
      ]))
  }

  @Test(
    "each format that a stream can hold has the bytes of its file",
    .enabled(if: isBuilt, "the program is not built"),
    arguments: [
      ("areas", "geojson", "a.geojson"), ("areas", "ndjson", "a.ndjson"), ("areas", "kml", "a.kml"),
      ("areas", "json", "a.json"), ("density", "asc", "a.asc"), ("density", "geojson", "a.geojson"),
      ("months", "json", "a.json"), ("months", "text", "a.txt"), ("hours", "text", "a.txt"),
      ("export", "kml", "a.kml"), ("query", "ndjson", "a.ndjson"), ("index", "json", "a.json"),
    ])
  func formats(command: String, format: String, name: String) throws {
    let one = try #require(Case.all.first { $0.words.first == command })
    try expectSame(one.words, format: format, as: name)
  }

  @Test(
    "a format alone means standard output where tables are printed",
    .enabled(if: isBuilt, "the program is not built"))
  func streams() throws {
    let months = ["months", "--incidents", "samples/incidents.csv", "--quiet"]
    let usual = try run(months + ["--output", "-"])
    #expect(usual.output.hasPrefix("month,days,incidents,"))
    #expect(try run(months + ["--format", "csv"]).output == usual.output)
  }

  @Test(
    "parts merge to the format named, and without outlines to tables only",
    .enabled(if: isBuilt, "the program is not built"))
  func merged() throws {
    let part = folder.path("a.part")
    let areas = [
      "areas", "--boundaries", "boundaries/wards.shp", "--incidents", "samples/incidents.csv",
      "--quiet",
    ]
    #expect(try run(areas + ["--partial", part]).status == 0)
    let merge = ["merge", part, "--quiet", "--output", "-"]
    let table = try run(merge + ["--format", "csv"])
    #expect(table.output == (try run(areas + ["--output", "-", "--format", "csv"])).output)
    #expect(table.output.hasPrefix("code,name,incidents,"))
    #expect(try run(merge).status != 0)
  }

  @Test(
    "what cannot be written is refused before anything is read",
    arguments: [
      ("areas --boundaries x.shp --incidents x.csv --format csv", "cannot use '--format' without"),
      (
        "areas --boundaries x.shp --incidents x.csv --output a.json --format csv",
        "cannot write 'a.json' as csv: the extension tells another format"
      ),
      (
        "areas --boundaries x.shp --incidents x.csv --output - --format gpkg",
        "cannot write a GeoPackage to standard output: it needs a file"
      ),
      (
        "months --incidents x.csv --format xlsx",
        "cannot write a workbook to standard output: it needs a file"
      ),
      (
        "months --incidents x.csv --format geojson",
        "'geojson' is not one of csv, json, xlsx, text"
      ),
      (
        "areas --boundaries x.shp --incidents x.csv --output - --format kml --output-crs EPSG:27700",
        "KML is always in WGS 84"
      ),
      ("clusters --boundaries x.shp --incidents x.csv --output - --format asc", "one of geojson"),
      (
        "index --values x.csv --columns a --output - --format kml",
        "one of csv, json, xlsx, text"
      ),
      ("export --boundaries x.shp --output table --format csv", "the extension tells the format"),
      (
        "months --incidents x.csv --output /dev/stdout --format csv",
        "the extension tells the format"
      ),
    ])
  func refused(line: String, message: String) async {
    let run = await CommandRun(words: line.shellWords)
    #expect(run.status == ExitStatus.usage.rawValue)
    #expect(run.messages.contains(message), "\(run.messages)")
  }

  @Test("help and completion offer what a stream can hold, the usual format first")
  func offered() throws {
    let offered = Dictionary(
      uniqueKeysWithValues: CommandRegistry.all.compactMap { command in
        command.options.first { $0.longName == "--format" }.map {
          (command.name, $0.possibleValues)
        }
      })
    #expect(offered["areas"] == ["geojson", "csv", "json", "ndjson", "kml"])
    #expect(offered["density"] == ["geojson", "csv", "json", "ndjson", "kml", "asc"])
    #expect(offered["months"] == ["csv", "json", "text"])
    #expect(offered["query"] == ["geojson", "ndjson", "csv", "json", "text"])
  }
}
