import Foundation
import TestSupport
import Testing

@testable import Tasking

@Suite("Parts of a pack")
struct PackPartsTests {
  @Test("a workbook that no table fits is missing, and only it")
  func noWorkbook() {
    let parts = PackParts(layers: ["a"], lacking: [.workbook])
    #expect(parts.missing.map(\.path) == ["tables.xlsx"])
  }

  @Test("each layer has its files, named once")
  func layers() {
    let parts = PackParts(layers: ["lsoa", "wards", "wards"])
    #expect(parts.layers == ["lsoa", "wards", "wards-2"])
    #expect(
      parts.files.map(\.path) == [
        "index.html", "areas.geojson", "areas.csv", "maps/lsoa.svg", "areas-wards.geojson",
        "areas-wards.csv", "maps/wards.svg", "areas-wards-2.geojson", "areas-wards-2.csv",
        "maps/wards-2.svg", "change.csv", "maps/change.svg", "months.csv", "maps/months.svg",
        "density.geojson", "maps/density.svg", "hotspots.geojson",
        "hotspots.csv", "hotspots/<n>.svg", "maps/significance.svg", "hours.csv", "maps/hours.svg",
        "maps/hours-areas.svg", "pack.gpkg", "tables.xlsx", "manifest.json",
      ])
    #expect(parts.files.filter { $0.part == .areaMap }.map(\.layer) == [0, 1, 2])
    #expect(parts.missing.isEmpty)
  }

  @Test("where incidents are weighed each layer has a map of that")
  func weighed() {
    let paths = PackParts(layers: ["lsoa", "wards"], weighs: true).files.map(\.path)
    let plain = PackParts(layers: ["lsoa", "wards"]).files.map(\.path)
    #expect(
      paths.filter { !plain.contains($0) } == ["maps/lsoa-weight.svg", "maps/wards-weight.svg"])
  }

  @Test("each hotspot has a sheet, as soon as it is known how many there are")
  func hotspots() {
    let parts = PackParts(layers: ["lsoa"], hotspots: 3)
    let sheets = parts.files.filter { $0.part == .hotspotSheet }
    #expect(sheets.map(\.path) == ["hotspots/1.svg", "hotspots/2.svg", "hotspots/3.svg"])
    #expect(sheets.map(\.hotspot) == [0, 1, 2])
    let without = PackParts(layers: ["lsoa"], lacking: [.hotspots], hotspots: 0)
    #expect(without.missing.map(\.path).contains("hotspots/<n>.svg"))
  }

  @Test("with a population the first layer has a map of rates")
  func rates() {
    let paths = PackParts(layers: ["lsoa", "wards"], hasRates: true).files.map(\.path)
    let plain = PackParts(layers: ["lsoa", "wards"]).files.map(\.path)
    #expect(paths.filter { !plain.contains($0) } == ["maps/lsoa-rate.svg"])
  }

  @Test("no file of a layer takes the place of another part")
  func reserved() {
    let parts = PackParts(layers: ["density", "hours", "hours-areas", "hours-2", "a", "a-weight"])
    let paths = parts.files.map(\.path)
    #expect(Set(paths).count == paths.count)
    #expect(
      parts.layers == ["density-2", "hours-2", "hours-areas-2", "hours-2-2", "a", "a-weight-2"])
  }

  @Test(
    "what the data does not tell is missing, and nothing else",
    arguments: PackFinding.allCases)
  func missing(finding: PackFinding) {
    let parts = PackParts(layers: ["lsoa"], lacking: [finding])
    let whole = PackParts(layers: ["lsoa"]).files
    #expect(!parts.missing.isEmpty)
    #expect(parts.missing.allSatisfy { $0.part.finding == finding })
    #expect(
      (parts.files + parts.missing).map(\.path).sorted() == whole.map(\.path).sorted())
  }

  @Test("the documentation has the list")
  func documented() throws {
    let page = try String(contentsOfFile: ProjectFolder.path("docs/outputs.md"), encoding: .utf8)
    let isThere = page.contains("\n\(PackPart.markdown)\n")
    #expect(isThere, "docs/outputs.md should have\n\(PackPart.markdown)")
  }
}
