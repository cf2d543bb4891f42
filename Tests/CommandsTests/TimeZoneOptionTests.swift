import TestSupport
import Testing

@Suite("The zone of local times")
struct TimeZoneOptionTests {
  private let folder = TemporaryFolder()
  private let incidents = ProjectFolder.path("samples/incidents.csv")

  @Test(
    "a zone that does not exist is refused, whether dates are read or not",
    arguments: ["areas", "hours", "density", "clusters", "query", "export", "inspect", "tasking"])
  func unknown(command: String) async {
    var words = [command, "--incidents", incidents, "--time-zone", "Europe/Londn"]
    if !["export", "inspect"].contains(command) {
      words += ["--boundaries", ProjectFolder.path("boundaries/wards.shp")]
    }
    if command == "query" { words += ["--count", "area"] }
    if command != "inspect" { words += ["--output", folder.path("a.csv")] }
    let run = await CommandRun(words: words)
    #expect(run.status == 64, "\(run.messages)")
    #expect(
      run.messages == """
        hotspots: error: cannot use time zone 'Europe/Londn': there is no zone of that name, one of \
        the IANA database is allowed
          help: did you mean 'Europe/London'?

        """)
  }

  @Test("nothing near Mars is suggested, and UTC is known")
  func others() async {
    let mars = await CommandRun("inspect", "--incidents", incidents, "--time-zone", "Mars")
    #expect(mars.status == 64 && mars.messages.contains("names are those of the IANA database"))
    let utc = await CommandRun("inspect", "--incidents", incidents, "--time-zone", "UTC")
    #expect(utc.status == 0)
  }
}
