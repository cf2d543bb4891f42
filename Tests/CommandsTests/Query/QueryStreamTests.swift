import Foundation
import TestSupport
import Testing

/// The program itself, built beside the tests.
private let program = URL(filePath: Bundle.main.bundlePath).appending(path: "hotspots").path

@Suite(
  "Streams of a query",
  .enabled(if: FileManager.default.isExecutableFile(atPath: program), "the program is not built"))
struct QueryStreamTests {
  private let folder = TemporaryFolder()
  private let incidents = ProjectFolder.path("samples/incidents.csv")
  private let place = "--near 'SP 558 455' --radius 900"

  private func shell(_ line: String) throws -> Interop.Outcome {
    try Interop.run("sh", ["-c", line])
  }

  @Test(
    "the bytes are the same for any number of threads, from a file and through a pipe",
    arguments: ["geojson", "ndjson", "csv"])
  func threads(format: String) throws {
    var outputs: [String] = []
    for (input, threads) in [("'\(incidents)'", 1), ("'\(incidents)'", 2), ("'\(incidents)'", 7)] {
      let run = try shell(
        "'\(program)' query --incidents \(input) \(place) --quiet --output - --format \(format) "
          + "--threads \(threads)")
      #expect(run.status == 0 && run.errors == "")
      outputs.append(run.output)
    }
    let piped = try shell(
      "gzip -c '\(incidents)' | '\(program)' query --incidents - \(place) --quiet --output - "
        + "--format \(format) --threads 3")
    #expect(piped.status == 0 && piped.errors == "")
    outputs.append(piped.output)
    #expect(outputs[0].count > 500_000)
    #expect(outputs.allSatisfy { $0 == outputs[0] })
    // In the order of the input.
    if format == "csv" {
      let ids = outputs[0].split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
      let all = try String(contentsOfFile: incidents, encoding: .utf8).split(separator: "\n")
        .dropFirst().map { $0.prefix { $0 != "," } }
      let wanted = Set(ids)
      #expect(ids == all.filter { wanted.contains($0) })
    }
  }

  @Test("a reader that leaves ends the query quietly, even of rows without end", arguments: [1, 3])
  func closedPipe(threads: Int) throws {
    let run = try shell(
      "(head -1 '\(incidents)'; while tail -n +2 '\(incidents)' 2>/dev/null; do :; done) "
        + "2>/dev/null | ('\(program)' query --incidents - \(place) --quiet --output - "
        + "--format csv --threads \(threads); echo status $? >&2) | head -n 2")
    #expect(run.errors == "status 0\n")
    #expect(run.output.split(separator: "\n").count == 2)
  }

  @Test("a disc without space is an error with its own status")
  func full() throws {
    let run = try shell(
      "'\(program)' query --incidents '\(incidents)' \(place) --quiet --output - > /dev/full")
    #expect(run.status == 74)
    #expect(run.errors.contains("cannot finish writing '-'"))
  }

  @Test("a row that ends the reading leaves no file")
  func fault() throws {
    let text = try String(contentsOfFile: incidents, encoding: .utf8)
    try folder.write((text + "\"never closed,1,2\n").utf8, to: "bad.csv")
    for format in ["csv", "geojson", "gpkg"] {
      let output = folder.path("out.\(format)")
      let run = try shell(
        "'\(program)' query --incidents '\(folder.path("bad.csv"))' \(place) --output '\(output)'")
      #expect(run.status == 65)
      #expect(run.errors.contains("a quote is opened here and never closed"))
      #expect(!FileManager.default.fileExists(atPath: output))
    }
    let left = try FileManager.default.contentsOfDirectory(
      atPath: URL(filePath: folder.path("bad.csv")).deletingLastPathComponent().path)
    #expect(left == ["bad.csv"])
  }
}
