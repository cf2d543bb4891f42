import TestSupport
import Testing

@Suite("Outputs that would destroy something")
struct OutputChecksTests {
  private let folder = TemporaryFolder()
  private let wards = ProjectFolder.path("boundaries/wards.shp")

  @Test("an output that is an input is refused before anything is read, whatever its path")
  func inputs() async throws {
    let rows = "id,easting,northing\n1,455000,245000\n"
    try folder.write(Array(rows.utf8), to: "in.csv")
    let incidents = folder.path("in.csv")
    let roundabout = folder.path("../\(incidents.split(separator: "/").dropLast().last!)/in.csv")
    for path in [incidents, roundabout] {
      let run = await CommandRun(
        "areas", "--boundaries", wards, "--incidents", incidents, "--output", path)
      #expect(run.status == 64)
      #expect(run.messages.contains("it is the input '\(incidents)', which would be lost"))
    }
    #expect(try folder.read("in.csv") == Array(rows.utf8))
  }

  @Test("two results are not written to one file, and a map is an SVG file")
  func twice() async throws {
    let run = await CommandRun(
      "hours", "--incidents", ProjectFolder.path("samples/incidents.csv"), "--output",
      folder.path("a.csv"), "--night-output", folder.path("a.csv"))
    #expect(run.status == 64 && run.messages.contains("cannot write both results"))
    let map = await CommandRun(
      "areas", "--boundaries", wards, "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--map", folder.path("map.png"))
    #expect(map.status == 64 && map.messages.contains("a name that ends in .svg"))
  }
}
