import TestSupport
import Testing

@Suite("Outputs that would destroy something")
struct OutputCheckTests {
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

  /// Options that read a file beside incidents and boundaries, and a file that has its place.
  private static let others: [(words: [String], file: String)] = [
    (["query", "--within", "IN/cordon.geojson"], "cordon.geojson"),
    (["query", "--line", "IN/street.geojson", "--distance", "9"], "street.geojson"),
    (["areas", "--boundaries", "IN/all.gpkg:wards"], "all.gpkg"),
    (["areas", "--boundaries", "IN/wards.shp", "--study-area", "IN/town.geojson"], "town.geojson"),
    (
      ["density", "--boundaries", "IN/wards.shp", "--relative-to", "IN/base.csv"], "base.csv"
    ),
    (
      ["clusters", "--boundaries", "IN/wards.shp", "--value-field", "v", "--values", "IN/v.csv"],
      "v.csv"
    ),
  ]

  @Test("no file that any option reads is written over", arguments: others)
  func everyInput(words: [String], file: String) async throws {
    var words = words.map { $0.replacing("IN/", with: folder.path("") + "/") }
    if words[0] != "clusters" { words += ["--incidents", folder.path("rows.csv")] }
    let run = await CommandRun(words: words + ["--output", folder.path(file)])
    #expect(run.status == 64 && run.messages.contains("which would be lost"), "\(run.messages)")
  }

  @Test("neither the attributes of a Shapefile nor an earlier scale is written over by a manifest")
  func manifests() async throws {
    let rows = ProjectFolder.path("samples/incidents.csv")
    for (path, more) in [
      (String(wards.dropLast(3)) + "prj", []),
      (folder.path("m.json"), ["--breaks-from", folder.path("m.json")]),
    ] {
      let run = await CommandRun(
        words: [
          "areas", "--boundaries", wards, "--incidents", rows, "--map", folder.path("a.svg"),
          "--manifest", path,
        ] + more)
      #expect(run.status == 64 && run.messages.contains("which would be lost"), "\(run.messages)")
    }
  }

  @Test(
    "the files of further layers are neither inputs nor each other nor other outputs",
    arguments: [
      (["--output", "@/rows.csv", "--incidents", "@/rows-wards.csv"], "it is the input"),
      (["--output", "@/a.json", "--manifest", "@/a-wards.json"], "cannot write both results"),
      (
        ["--output", "@/a.csv", "--boundaries", "@/wards-2.json", "--boundaries", "@/wards.json"],
        "cannot write both results"
      ),
      (["--map", "@/a.svg", "--output", "@/b.csv", "--backdrop", "@/a-wards.svg"], "the input"),
    ])
  func furtherLayers(words: [String], message: String) async throws {
    let rows = try folder.file("rows-wards.csv", "easting,northing\n455686,245856\n")
    let given = words.map { $0.replacing("@", with: folder.path("")) }
    let lsoa = ProjectFolder.path("boundaries/lsoa.shp")
    let incidents = words.contains("--incidents") ? [] : ["--incidents", rows]
    let run = await CommandRun(
      words: ["areas", "--boundaries", lsoa, "--boundaries", wards] + given + incidents)
    #expect(run.status == 64 && run.messages.contains(message), "\(run.messages)")
    #expect(try folder.text("rows-wards.csv").hasPrefix("easting"))
  }

  @Test("a further layer's file that cannot be made is told before any is")
  func furtherLayerFolder() async throws {
    let run = await CommandRun(
      "areas", "--boundaries", wards, "--boundaries", "\(folder.path("all.gpkg")):no/such",
      "--incidents", ProjectFolder.path("samples/incidents.csv"), "--output", folder.path("a.csv"))
    #expect(run.status == 73, "\(run.messages)")
    #expect(throws: (any Error).self) { try folder.read("a.csv") }
  }

  @Test("a report on a file is not written over it, nor a pack over what it is made of")
  func reports() async throws {
    let text = #"{"type":"Point","coordinates":[-1,52]}"#
    let incidents = try folder.file("in.json", text)
    let inspect = await CommandRun("inspect", "--incidents", incidents, "--output", incidents)
    #expect(inspect.status == 64 && inspect.messages.contains("which would be lost"))
    #expect(try folder.text("in.json") == text)
    let pack = await CommandRun(
      "tasking", "--boundaries", wards, "--incidents", incidents, "--output", folder.path(""))
    #expect(pack.status == 64 && pack.messages.contains("lies in it and would be lost"))
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
