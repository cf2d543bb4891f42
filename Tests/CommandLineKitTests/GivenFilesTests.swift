import Testing

@testable import CommandLineKit

@Suite("Files that options name")
struct GivenFilesTests {
  private let options: [OptionSpec] = [
    Option<[String]>("rows", valueName: "FILE", help: "", role: .reads(["csv"])).spec,
    Option<String?>(
      "area", valueName: "FIELD=VALUE|FILE", help: "", role: .reads([], or: .condition)
    ).spec,
    Option<String?>(
      "within", valueName: "FILE|WKT", help: "", role: .reads([], or: .wellKnownText)
    ).spec,
    Option<[CommaSeparated<String>]>(
      "backdrop", valueName: "FILE,...", help: "", role: .reads(["shp"])
    ).spec,
    Option<String?>("grids", valueName: "FOLDER", help: "", role: .readsFolder).spec,
    Option<String?>("map", valueName: "FILE.svg", help: "", role: .writes(["svg"])).spec,
    Option<String?>("pack", valueName: "FOLDER", help: "", role: .writesFolder).spec,
    Option<String?>("title", valueName: "TEXT", help: "").spec,
  ]

  private func files(_ words: [String]) throws -> GivenFiles {
    try Arguments(parsing: words, for: options).files
  }

  @Test("each option's files are what its role says")
  func roles() throws {
    let files = try files([
      "--map", "m.svg", "--rows", "b.csv", "--backdrop", "p.shp,q.shp", "--rows", "-", "--pack",
      "out", "--grids", "g", "--title", "t.csv", "--backdrop", "r.shp",
    ])
    #expect(files.read == ["b.csv", "-", "p.shp", "q.shp", "r.shp", "g"])
    #expect(files.written == ["m.svg"])
    #expect(files.replaced == ["out"])
  }

  @Test(
    "a condition and well-known text are no paths",
    arguments: [
      (["--area", "LAD=E09"], []), (["--area", "town.shp"], ["town.shp"]),
      (["--within", "POLYGON ((0 0, 1 0, 1 1, 0 0))"], []), (["--within", "point empty"], []),
      (["--within", "cordon (1).geojson"], ["cordon (1).geojson"]),
    ])
  func otherForms(words: [String], read: [String]) throws {
    #expect(try files(words).read == read)
  }

  @Test("well-known text in a configuration file stays as it is, a path starts from its folder")
  func configuration() throws {
    let file = try ConfigurationFile(
      path: "packs/a.json",
      text: "{ within: 'POLYGON ((0 0, 1 0, 1 1, 0 0))', backdrop: ['p.shp', '/q.shp'], map: '-' }")
    let given = try file.options(among: options).map(\.option.values)
    #expect(
      given == [["POLYGON ((0 0, 1 0, 1 1, 0 0))"], ["packs/p.shp", "/q.shp"], ["-"]])
  }
}
