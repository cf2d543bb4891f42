import Foundation
import TestSupport
import Testing

/// Every input that the program refuses: what it says, how it ends, and that it leaves nothing.
@Suite struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var status: Int32
    var words: String
    /// Makes the bad input; the folder holds good boundaries `b` and good incidents `i.csv`.
    var spoil: @Sendable (TemporaryFolder) throws -> Void
    /// Options added to those of a good run.
    var options: [String] = []
  }

  static let header = "Longitude,Latitude,Crime type\n"

  static func boundary(
    _ name: String, _ status: Int32, _ words: String,
    _ spoil: @escaping @Sendable (TemporaryFolder) throws -> Void
  ) -> Case {
    Case(testDescription: name, status: status, words: words, spoil: spoil)
  }

  static func incidents(
    _ name: String, _ status: Int32, _ words: String, _ text: String, options: [String] = []
  ) -> Case {
    Case(
      testDescription: name, status: status, words: words,
      spoil: { try $0.write(text.utf8, to: "i.csv") }, options: options)
  }

  static func cut(_ part: String, to count: Int) -> @Sendable (TemporaryFolder) throws -> Void {
    { folder in try folder.write(folder.read("b.\(part)").prefix(count), to: "b.\(part)") }
  }

  static let cases: [Case] = [
    boundary("missing .shp", 66, "the .shp file is missing") { $0.remove("b.shp") },
    boundary("missing .shx", 66, "the .shx") { $0.remove("b.shx") },
    boundary("missing .dbf", 66, "the .dbf") { $0.remove("b.dbf") },
    boundary("missing .prj", 65, "EPSG:27700") { $0.remove("b.prj") },
    boundary("truncated .shp", 65, "b.shp", cut("shp", to: 5000)),
    boundary("truncated .shx", 65, "b.shx", cut("shx", to: 150)),
    boundary("truncated .dbf", 65, "b.dbf", cut("dbf", to: 500)),
    boundary("empty .shp", 65, "b.shp", cut("shp", to: 0)),
    boundary("counts that differ", 65, "18") { folder in
      let wards = try Data(contentsOf: URL(filePath: ProjectFolder.path("boundaries/wards.dbf")))
      try folder.write(wards, to: "b.dbf")
    },
    boundary("a coordinate that is not a number", 65, "record 1") { folder in
      var bytes = try folder.read("b.shp")
      // Header, record header, type, box, counts and one part come before the first vertex.
      bytes.replaceSubrange(156..<164, with: [0, 0, 0, 0, 0, 0, 0xf8, 0x7f])
      try folder.write(bytes, to: "b.shp")
    },
    boundary("duplicate codes", 65, "E01999001") { folder in
      let text = String(decoding: try folder.read("b.dbf"), as: Unicode.ASCII.self)
      let second = try #require(text.range(of: "E01999002"))
      let offset = text.unicodeScalars.distance(from: text.startIndex, to: second.lowerBound)
      var bytes = try folder.read("b.dbf")
      bytes.replaceSubrange(offset..<offset + 9, with: Array("E01999001".utf8))
      try folder.write(bytes, to: "b.dbf")
    },
    incidents("nothing", 65, "no rows", ""),
    incidents("a header only", 65, "no rows", header),
    incidents("no usable columns", 65, "longitude and latitude", "a,b\n1,2\n"),
    incidents("no usable row", 65, "none of its 2 rows", header + "x,1,a\n2,y,a\n"),
    incidents("an unclosed quote", 65, "i.csv:3: a quote", header + "1,2,a\n1,2,\"a\n1,2,b\n"),
    incidents("JSON", 65, "JSON", "{\"type\":\"FeatureCollection\"}\n"),
    incidents(
      "a number that is not one", 65, "i.csv:3: a coordinate is not a number",
      header + "-1.2,52.1,a\nx,52.1,a\n", options: ["--strict"]),
    incidents(
      "too many categories", 65, "'Crime type'",
      header + (0..<300).map { "-1.2,52.1,kind \($0)\n" }.joined()),
    incidents(
      "an unknown column", 65, "'Long'", header + "-1.2,52.1,a\n",
      options: ["--columns", "longitude=Long"]),
    incidents(
      "a day of monthly data", 64, "months only",
      "Longitude,Latitude,Month\n-1.2,52.1,2025-01\n", options: ["--from", "2025-01-05"]),
    incidents(
      "an unknown system", 65, "EPSG:999999", header + "-1.2,52.1,a\n",
      options: ["--incidents-crs", "EPSG:999999"]),
    incidents(
      "an unknown study area", 65, "LAD22CD", header + "-1.2,52.1,a\n",
      options: ["--study-area", "LAD22CD=E00000000"]),
    boundary("no incident file", 66, "no such file") { $0.remove("i.csv") },
  ]

  @Test(
    "bad input is refused in clear words, with the right status, and leaves no file",
    arguments: cases)
  func refusal(bad: Case) async throws {
    let folder = TemporaryFolder()
    for part in ["shp", "shx", "dbf", "prj", "cpg"] {
      let good = URL(filePath: ProjectFolder.path("boundaries/lsoa.\(part)"))
      try folder.write(Data(contentsOf: good), to: "b.\(part)")
    }
    try folder.write((Self.header + "-1.2,52.1,a\n").utf8, to: "i.csv")
    try bad.spoil(folder)
    let run = await CommandRun(
      words: [
        "areas", "--boundaries", folder.path("b.shp"), "--incidents", folder.path("i.csv"),
        "--output", folder.path("o.geojson"), "--map", folder.path("o.svg"), "--quiet",
      ] + bad.options)
    #expect(run.status == bad.status, "\(run.messages)")
    #expect(run.messages.contains(bad.words), "\(run.messages)")
    #expect(run.messages.contains("hotspots: error: "))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path(""))
    #expect(left.filter { !$0.hasPrefix("b.") && $0 != "i.csv" } == [])
  }

  @Test("an output that cannot be written is refused")
  func outputs() async throws {
    let folder = TemporaryFolder()
    let good = [
      "areas", "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--output",
    ]
    let absent = await CommandRun(words: good + [folder.path("absent/o.geojson")])
    #expect(absent.status == 73 && absent.messages.contains("the folder does not exist"))
    let unknown = await CommandRun(words: good + [folder.path("o.xlsx")])
    #expect(unknown.status == 64 && unknown.messages.contains(".geojson"))
  }
}
