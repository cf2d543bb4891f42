import Foundation
import TestSupport
import Testing

/// The program itself, built beside the tests.
private let program = URL(filePath: Bundle.main.bundlePath).appending(path: "hotspots").path

@Suite(
  "Standard input and output of the program",
  .enabled(if: FileManager.default.isExecutableFile(atPath: program), "the program is not built"))
struct StandardStreamsTests {
  private let folder = TemporaryFolder()
  private let incidents = ProjectFolder.path("samples/incidents.csv")
  private let wards = ProjectFolder.path("boundaries/wards.shp")

  /// Whether nothing is said but what is to be known of the borough's positions.
  private func isQuiet(_ errors: String) -> Bool {
    errors.hasPrefix("hotspots: warning: 19,778 rows share about 1,420 places")
      && errors.split(separator: "\n").count == 1
  }

  private func shell(_ line: String) throws -> Interop.Outcome {
    try Interop.run("sh", ["-c", line])
  }

  @Test("incidents come from standard input and the result goes to standard output")
  func pipes() throws {
    let words = "'\(program)' areas --boundaries '\(wards)'"
    let piped = try shell("\(words) --incidents - --output - --quiet < '\(incidents)'")
    #expect(piped.status == 0 && isQuiet(piped.errors))
    let path = folder.path("a.geojson")
    #expect(try shell("\(words) --incidents '\(incidents)' --output '\(path)' --quiet").status == 0)
    #expect(Array(piped.output.utf8) == (try folder.read("a.geojson")))
    let compressed = try shell(
      "gzip -c '\(incidents)' | \(words) --incidents - --output - --quiet")
    #expect(compressed == piped)
  }

  @Test("a run that ends early ends with its own status, whatever else is at work, every time")
  func earlyEnds() throws {
    for part in ["shp", "shx", "dbf", "prj"] {
      let bytes = try Data(contentsOf: URL(filePath: String(wards.dropLast(3)) + part))
      try folder.write(part == "shx" ? bytes.dropLast(8) : bytes, to: "cut.\(part)")
    }
    let words = "'\(program)' areas --quiet --boundaries '\(folder.path("cut.shp"))'"
    // Looking the coordinate systems up takes longer than to find the fault.
    let run = try shell(
      "for i in $(seq 40); do \(words) --incidents '\(incidents)' --output - 2>&-; echo $?; done")
    #expect(run.output == String(repeating: "65\n", count: 40))
  }

  @Test("the manifest names a pipe's path, and claims no digest of it")
  func pipeInManifest() throws {
    let pipe = folder.path("pipe.csv")
    let run = try shell(
      "mkfifo '\(pipe)' && (cat '\(incidents)' > '\(pipe)' & '\(program)' areas --quiet "
        + "--boundaries '\(wards)' --incidents '\(pipe)' --output '\(folder.path("a.csv"))' "
        + "--manifest '\(folder.path("m.json"))')")
    #expect(run.status == 0 && isQuiet(run.errors))
    let inputs = try #require(folder.object("m.json")["inputs"] as? [[String: Any]])
    #expect(inputs[0]["path"] as? String == pipe && inputs[0]["rows"] as? Int == 20_000)
    #expect(inputs[0]["sha256"] is NSNull && inputs[0]["bytes"] is NSNull)
  }

  @Test("everything said to people goes to standard error, and a reader may leave early")
  func streams() throws {
    let words = "'\(program)' areas --boundaries '\(wards)' --incidents '\(incidents)' --output -"
    let run = try shell(words)
    #expect(run.status == 0 && run.output.hasPrefix("{\"type\":\"FeatureCollection\""))
    #expect(run.errors.contains("19,584 assigned"))
    // More than a pipe holds.
    let long = words.replacing("wards.shp", with: "lsoa.shp")
    let left = try shell("(\(long) --quiet; echo status $? >&2) | head -c 1")
    #expect(left.output == "{" && left.errors.hasSuffix("\nstatus 0\n"))
    #expect(isQuiet(String(left.errors.dropLast("status 0\n".count))))
  }
}
