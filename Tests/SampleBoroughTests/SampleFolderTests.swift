import Foundation
import SampleBorough
import Shapefiles
import TestSupport
import Testing

@Suite struct SampleFolderTests {
  static let files =
    ["lsoa", "wards"].flatMap { name in
      ["shp", "shx", "dbf", "prj", "cpg"].map { "boundaries/\(name).\($0)" }
    }
    + [
      "ambulance", "cost-components", "fire", "incidents", "localities", "noise", "people",
      "population", "survey", "unit-costs", "weights",
    ]
    .map { "samples/\($0).csv" } + ["samples/roads.geojson"]

  @Test("the files of the project are what the program makes, byte for byte")
  func regeneration() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "hotspots-samples-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try SharedSamples.folder.write(to: folder.path)
    for file in Self.files {
      let made = try Data(contentsOf: folder.appending(path: file))
      let kept = try Data(contentsOf: URL(filePath: ProjectFolder.path(file)))
      // Compared outside of the expectation, which would look for the differences for minutes.
      let isSame = made == kept
      #expect(isSame, "\(file) differs: run make-samples, and look at what changed")
    }
  }

  @Test("boundaries and samples together stay under 5 MB, and hold nothing else")
  func size() throws {
    var total = 0
    var names: Set<String> = []
    for folder in ["boundaries", "samples"] {
      let path = ProjectFolder.path(folder)
      for name in try FileManager.default.contentsOfDirectory(atPath: path) {
        names.insert("\(folder)/\(name)")
        total += try Data(contentsOf: URL(filePath: "\(path)/\(name)")).count
      }
    }
    #expect(total < 5_000_000)
    #expect(names == Set(Self.files + ["samples/README.md", "samples/localities.json"]))
  }

  @Test("a folder that cannot be made is named in the error")
  func unwritable() throws {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "hotspots-samples-\(UUID().uuidString)")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let error = #expect(throws: SampleError.self) {
      try SharedSamples.folder.write(to: file.path)
    }
    #expect(error?.description.hasPrefix("cannot write '\(file.path)/boundaries': ") == true)
  }

  @Test("a boundary file's error keeps its own words")
  func words() {
    let error = ShapefileError.unwritable(path: "lsoa.shp", reason: "the disk is full")
    #expect(SampleError.boundaries(error).description == error.description)
  }
}
