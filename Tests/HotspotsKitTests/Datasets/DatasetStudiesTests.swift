import HotspotsKit
import Incidents
import Tables
import TestSupport
import Testing

@Suite("Several datasets over the same areas")
struct DatasetStudiesTests {
  /// The made-up borough's ambulances, fire engines and complaints of noise, over its wards.
  static func samples(_ layer: String = "wards") throws -> DatasetStudies {
    func file(_ name: String) -> IncidentFiles {
      IncidentFiles([ProjectFolder.path("samples/\(name).csv")])
    }
    return try DatasetStudies(
      StudyOptions(
        boundaries: BoundaryFiles([ProjectFolder.path("boundaries/\(layer).shp")]),
        incidents: file("ambulance")),
      named: "ambulance", beside: [Dataset("fire", file("fire")), Dataset("noise", file("noise"))])
  }

  /// GeoPandas 1.2 (`sjoin`, `predicate="within"`, the ambulances' degrees by `to_crs`) counted the
  /// committed files, in the order of the wards' codes.
  @Test("each dataset has its own columns and system, and is reconciled by itself")
  func samples() async throws {
    let results = try await Self.samples().run { try await $0.run(AreaCounts()) }
    #expect(
      results.map { $0.table[column: "incidents"]?.values } == [
        .integers(
          [14, 28, 45, 16, 61, 46, 17, 36, 679, 12, 49, 97, 42, 249, 69, 61, 25, 28]),
        .integers(
          [105, 111, 146, 74, 150, 93, 99, 138, 339, 125, 121, 152, 108, 161, 109, 128, 103, 95]),
        .integers(
          [84, 76, 109, 75, 104, 87, 81, 117, 386, 110, 97, 136, 114, 167, 87, 102, 94, 100]),
      ])
    let rows = results.map { $0.reconciliations[0] }
    #expect(rows.map(\.read) == [1600, 2400, 2200])
    #expect(rows.map(\.assigned) == [1574, 2357, 2126])
    #expect(rows.map(\.withoutCoordinatesCount) == [14, 43, 74])
    #expect(rows.map(\.outsideCount) == [12, 0, 0])
  }

  @Test("the others are read as if each were alone, in either order")
  func alone() async throws {
    let together = try await Self.samples("lsoa").run { try await $0.run(AreaCounts()) }
    for (place, name) in ["ambulance", "fire", "noise"].enumerated() {
      let alone = try await Study(
        boundaries: BoundaryFiles([ProjectFolder.path("boundaries/lsoa.shp")]),
        incidents: IncidentFiles([ProjectFolder.path("samples/\(name).csv")])
      ).run(AreaCounts())
      #expect(
        together[place].table[column: "incidents"]?.values
          == alone.table[column: "incidents"]?.values)
      #expect(together[place].reconciliations == alone.reconciliations)
    }
  }

  @Test("period and hours hold for all; columns, categories and conditions for the first alone")
  func shared() throws {
    let world = try SquareWorld()
    let study = try world.study { options in
      options.filter.from = try? PeriodBound("2025-02-11")
      options.filter.categories = ["Burglary"]
      options.filter.condition = try? Condition("type = 'Burglary'")
      options.incidents.countColumn = "n"
      options.incidents.crs = "EPSG:27700"
      options.incidents.dateOrder = .dayFirst
      options.incidents.isStrict = true
    }
    let other = try DatasetStudies(
      study.options, beside: [Dataset("fire", [world.folder.file("fire.csv", "a,b\n1,2\n")])]
    ).options[1]
    #expect(other.filter.from?.text == "2025-02-11")
    #expect(other.filter.categories.isEmpty && other.filter.condition == nil)
    #expect(other.incidents.columns.isEmpty && other.incidents.countColumn == nil)
    #expect(other.incidents.crs == nil && other.incidents.isStrict)
    #expect(other.incidents.dateOrder == .dayFirst)
    #expect(other.boundaries.paths == study.options.boundaries.paths)
  }

  @Test("files of one name are joined, in the order of their first files")
  func joined() throws {
    let datasets = try Dataset.joined([
      ("noise at night", "a=b.csv"), ("fire", "fire.csv"), ("noise at night", "c.csv"),
    ])
    #expect(datasets.map(\.name) == ["noise at night", "fire"])
    #expect(datasets.map(\.incidents.paths) == [["a=b.csv", "c.csv"], ["fire.csv"]])
  }

  @Test(
    "names that tables cannot have are refused",
    arguments: [
      ([" "], DatasetError.name(" ")), (["a; b"], .name("a; b")), (["a\nb"], .name("a\nb")),
      (["Fire", "fire"], .sameName("Fire", "fire")),
      ((1...13).map { "d\($0)" }, .tooMany(13)),
    ])
  func names(_ names: [String], _ error: DatasetError) {
    #expect(throws: error) { try Dataset.joined(names.map { ($0, "\($0).csv") }) }
  }

  @Test("the same rows in two datasets are refused, unless repeats are allowed")
  func sameRows() async throws {
    let world = try SquareWorld()
    let study = try world.study()
    let copy = try world.folder.file("copy.csv", SquareWorld.rows)
    let other = Dataset("copies", [copy])
    #expect(
      throws: DatasetError.sameRows(
        first: "incidents", firstPath: study.options.incidents.paths[0], second: "copies",
        secondPath: copy)
    ) { try DatasetStudies(study.options, beside: [other]) }
    var options = study.options
    options.incidents.allowsRepeats = true
    #expect(try DatasetStudies(options, beside: [other]).count == 2)
  }
}
