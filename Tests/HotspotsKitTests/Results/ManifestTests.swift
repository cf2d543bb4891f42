import Foundation
import HotspotsKit
import TestSupport
import Testing

@Suite("Manifests, without a command line")
struct ManifestTests {
  private let folder = TemporaryFolder()

  @Test("a manifest records inputs, rows and outputs with the digests of their bytes")
  func digests() async throws {
    let rows = "easting,northing\n400005,300005\n"
    let study = try SquareWorld().study(rows) { $0.incidents.columns = [] }
    let watch = InputWatch(study.options)
    let areas = try await study.run(AreaCounts())
    var manifest = Manifest(
      of: areas.reading, choices: areas.choices, findings: areas.findings,
      digests: try watch.seal(), command: "counts")
    manifest.options = [("month", ["2025-03"]), ("draft", [])]
    // The digest of `abc` is that of the example in FIPS 180-4.
    manifest.outputs = [try folder.file("out.txt", "abc")]
    try manifest.write(to: folder.path("manifest.json"))
    let written = try folder.read("manifest.json")
    let file = try #require(
      try JSONSerialization.jsonObject(with: Data(written)) as? [String: Any])
    #expect(file["command"] as? String == "counts")
    let options = try #require(file["options"] as? [String: Any])
    #expect(options["month"] as? String == "2025-03" && options["draft"] as? Bool == true)
    let output = try #require((file["outputs"] as? [[String: Any]])?.first)
    #expect(
      output["sha256"] as? String
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let inputs = try #require(file["inputs"] as? [[String: Any]])
    #expect(inputs[0]["bytes"] as? Int == rows.utf8.count && inputs[0]["rows"] as? Int == 1)
    // The Shapefile with the files beside it, each digested.
    #expect(inputs.dropFirst().allSatisfy { $0["sha256"] is String })
    #expect(inputs.count > 3)
    try manifest.write(to: folder.path("again.json"))
    #expect(try folder.read("again.json") == written)
  }

  @Test("a manifest of a ready table, and of a ratio, records the files that they were read from")
  func otherFiles() async throws {
    let world = try SquareWorld()
    func inputs(_ manifest: Manifest) throws -> [String?] {
      try manifest.write(to: folder.path("manifest.json"))
      let file = try #require(
        JSONSerialization.jsonObject(with: Data(try folder.read("manifest.json")))
          as? [String: Any])
      let inputs = try #require(file["inputs"] as? [[String: Any]])
      #expect(inputs.allSatisfy { $0["sha256"] is String })
      return inputs.compactMap { input in
        (input["rows"] as? Int).map { rows in
          "\((input["path"] as? String ?? "").split(separator: "/").last ?? ""): \(rows)"
        }
      }
    }
    let rates = try world.folder.file("rates.csv", "code,rate\nA,3\nB,1\nC,0\nD,0\nZ,1\n")
    let study = try world.study()
    let other = try world.folder.file("other.csv", SquareWorld.rows)
    let watch = InputWatch(study.options, others: [rates, other])
    let digests = try watch.seal()
    let values = try await study.run(LocalStatistics(), on: ValueFile(rates, column: "rate"))
    #expect(try inputs(Manifest(of: values, digests: digests)) == ["rates.csv: 5", "areas.shp: 4"])
    var method = RelativeDensity(
      to: Study(study.options.whole([other])), density: KernelDensity(bandwidth: .metres(20)))
    method.labellings = 0
    let ratio = try await study.run(method)
    #expect(
      try inputs(Manifest(of: ratio, digests: digests))
        == ["rows.csv: 5", "other.csv: 5", "areas.shp: 4"])
  }

  @Test("a file that changes after the first look is an error, whichever the study names")
  func changed() async throws {
    let world = try SquareWorld()
    let study = try world.study { $0.boundaries.studyAreas = [world.folder.path("part.geojson")] }
    try world.folder.write("{}".utf8, to: "part.geojson")
    let watch = InputWatch(study.options)
    try watch.check()
    try world.folder.write("{ }".utf8, to: "part.geojson")
    let error = #expect(throws: ChangedInput.self) { try watch.seal() }
    #expect(error?.path == world.folder.path("part.geojson"))
  }
}
