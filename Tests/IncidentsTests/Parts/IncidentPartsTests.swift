import Archives
import Foundation
import TestSupport
import Testing
import Workbooks

@testable import Incidents

@Suite("Incident parts")
struct IncidentPartsTests {
  private let folder = TemporaryFolder()
  private let rows = "id,longitude,latitude\na,-0.1,51.5\n"

  private func make(_ names: String...) throws {
    for name in names {
      let path = folder.path(name)
      try FileManager.default.createDirectory(
        at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      _ = try folder.file(name, rows)
    }
  }

  private func archive(_ names: String...) throws -> String {
    try folder.write(RawArchive(names.map { .init($0, rows) }).bytes, to: "a.zip")
    return folder.path("a.zip")
  }

  private func found(_ paths: String...) throws -> [String] {
    try IncidentParts(paths).parts.map(\.path)
  }

  @Test("a folder is read with those below it in the order of the bytes of paths")
  func folders() throws {
    try make(
      "d/b.csv", "d/B.tsv", "d/b/z.txt", "d/b-1/y.csv.gz", "d/notes.pdf", "d/.hidden.csv",
      "d/~$b.xlsx", "d/points.shp", "d/points.dbf", "d/points.prj", "d/é.geojson")
    let parts = try IncidentParts([folder.path("d")])
    // '-' comes before '.', '.' before '/', capitals before small letters, all before é.
    let names = ["B.tsv", "b-1/y.csv.gz", "b.csv", "b/z.txt", "points.shp", "é.geojson"]
    #expect(parts.parts.map(\.path) == names.map { folder.path("d/\($0)") })
    #expect(
      parts.leftOut == [LeftOutFile(path: folder.path("d/notes.pdf"), reason: .otherKind)])
    #expect(
      try found(folder.path("d/b.csv"), folder.path("d/b"))
        == ["b.csv", "b/z.txt"].map {
          folder.path("d/\($0)")
        })
  }

  @Test("texts that tell of the data are left out and named, other texts are read")
  func accounts() throws {
    try make("t/a.csv", "t/README.txt", "t/licence_OGL.txt", "t/licensed premises.txt")
    let parts = try IncidentParts([folder.path("t")])
    #expect(
      parts.parts.map(\.path) == ["a.csv", "licensed premises.txt"].map { folder.path("t/\($0)") })
    #expect(
      parts.leftOut.map(\.path)
        == ["README.txt", "licence_OGL.txt"].map { folder.path("t/\($0)") })
  }

  @Test("of data.police.uk's folders and archives only street-level crimes are read")
  func police() throws {
    let names = [
      "2024-01/2024-01-kent-street.csv", "2024-01/2024-01-kent-outcomes.csv",
      "2024-02/2024-02-essex-stop-and-search.csv", "2024-02/2024-02-essex-street.csv",
      "readme.txt", "map.pdf",
    ]
    let zip = try archive(names[3], names[1], names[2], names[0], names[4], names[5])
    let parts = try IncidentParts([zip])
    #expect(parts.parts.map(\.path) == [names[0], names[3]].map { "\(zip):\($0)" })
    #expect(
      Set(parts.leftOut.map(\.path)) == Set([1, 2, 4, 5].map { "\(zip):\(names[$0])" }))
    #expect(
      parts.leftOut.filter { $0.reason == .otherKind }.map(\.path)
        == ["map.pdf", "readme.txt"].map { "\(zip):\($0)" })
    for name in names { try make("p/\(name)") }
    let unpacked = try IncidentParts([folder.path("p")])
    #expect(unpacked.parts.map(\.path) == [names[0], names[3]].map { folder.path("p/\($0)") })
    // Outcomes alone are somebody's choice.
    #expect(try found("\(zip):\(names[1])") == ["\(zip):\(names[1])"])
    let outcomes = try archive(names[1], names[2])
    #expect(try found(outcomes).count == 2)
    // Some programs write backslashes.
    let turned = try archive(
      "2024-01\\2024-01-kent-street.csv", "2024-01\\2024-01-kent-outcomes.csv")
    #expect(try found(turned) == ["\(turned):2024-01\\2024-01-kent-street.csv"])
  }

  @Test("files in an archive that a library must open itself are unpacked")
  func unpacking() throws {
    let book = RawWorkbook(RawWorkbook.rows([["lon", "lat"], ["-0.1", "51.5"]]), named: "May").bytes
    try folder.write(
      RawArchive([
        .init("a.csv", rows), .init("b.gpkg", "x"), .init("c.shp", "x"), .init("c.dbf", "y"),
        .init("d.xlsx", book), .init("__MACOSX/a.csv", rows),
      ]).bytes, to: "u.zip")
    let zip = folder.path("u.zip")
    let parts = try IncidentParts([zip])
    #expect(
      parts.parts.map(\.path) == ["a.csv", "b.gpkg", "c.shp", "d.xlsx:May"].map { "\(zip):\($0)" })
    #expect(parts.parts.map(\.file) == Array(repeating: zip, count: 4))
    #expect(parts.leftOut.isEmpty)
    #expect(try found("\(zip):d.xlsx") == ["\(zip):d.xlsx:May"])
    #expect(
      try found("\(zip):d.xlsx:may", "\(zip):b.gpkg:calls")
        == ["\(zip):d.xlsx:May", "\(zip):b.gpkg:calls"])
  }

  @Test("a pattern names the files that fit it, unless a file has its very name")
  func patterns() throws {
    try make("g/2024-01.csv", "g/2024-02.csv", "g/2023-12.csv", "g/sub/x.csv", "g/[a].csv")
    #expect(
      try found(folder.path("g/2024-*.csv"))
        == ["g/2024-01.csv", "g/2024-02.csv"].map(folder.path))
    #expect(
      try found(folder.path("g/{2024-02,2023-1?}.csv"))
        == ["g/2023-12.csv", "g/2024-02.csv"].map(folder.path))
    #expect(try found(folder.path("g/[a].csv")) == [folder.path("g/[a].csv")])
    #expect(try found(folder.path("g/su*")) == [folder.path("g/sub/x.csv")])
    let none = folder.path("g/2025-*.csv")
    #expect(throws: IncidentError.noMatch(pattern: none)) { try found(none) }
  }

  @Test("the files behind paths are those on disk")
  func files() throws {
    try make("d/b.csv", "d/a/c.csv")
    let zip = try archive("a.csv")
    #expect(
      IncidentParts.files(behind: [folder.path("d"), "\(zip):a.csv", "none.csv", "-"])
        == [folder.path("d/a/c.csv"), folder.path("d/b.csv"), zip, "none.csv", "-"])
  }

  @Test("a sheet is found by name, without one it is the first that has a table")
  func sheets() throws {
    var book = RawWorkbook(RawWorkbook.rows([["Incidents of 2024"], ["see the next sheet"]]))
    let table = RawWorkbook.rows([["id", "lon", "lat"], ["a", "-0.1", "51.5"]])
    book.sheets.append(("Old", table, true))
    book.sheets.append(("March", table, false))
    book.sheets.append(("April", table, false))
    try folder.write(book.bytes, to: "b.xlsx")
    let path = folder.path("b.xlsx")
    let parts = try IncidentParts([path])
    #expect(parts.parts.map(\.path) == ["\(path):March"])
    #expect(parts.parts[0].file == path)
    #expect(
      parts.leftOut
        == ["Sheet1", "Old", "April"].map {
          LeftOutFile(path: "\(path):\($0)", reason: .otherSheet)
        })
    #expect(try found("\(path):Old", "\(path):april") == ["\(path):Old", "\(path):April"])
    #expect(
      throws: IncidentError.workbook(
        .noSuchSheet(path: path, sheet: "May", sheets: ["Sheet1", "Old", "March", "April"]))
    ) { try found("\(path):May") }
    // Whatever its name: a workbook that was renamed.
    try folder.write(book.bytes, to: "b.csv")
    #expect(try found(folder.path("b.csv")) == [folder.path("b.csv:March")])
  }

  @Test("places without incidents say what they hold")
  func nothing() throws {
    try make("e/a.pdf", "e/b.docx")
    #expect(
      throws: IncidentError.noFiles(
        path: folder.path("e"), others: ["e/a.pdf", "e/b.docx"].map(folder.path))
    ) { try found(folder.path("e")) }
    let zip = try archive("a.pdf")
    #expect(throws: IncidentError.noFiles(path: zip, others: ["a.pdf"])) { try found(zip) }
    #expect(throws: IncidentError.archive(.noSuchFile(path: folder.path("no.zip")))) {
      try found(folder.path("no.zip:a.csv"))
    }
    let two = try archive("a.csv", "b.csv")
    #expect(
      throws: IncidentError.severalFiles(path: two, files: ["\(two):a.csv", "\(two):b.csv"])
    ) { try IncidentPart.only(two) }
  }

  @Test("the same rows in an archive and beside it are found, with different names too")
  func repeats() throws {
    try make("copy.csv")
    let zip = try archive("a.csv", "b.csv")
    let parts = try IncidentParts(["\(zip):a.csv", folder.path("copy.csv")]).parts
    let found = try RepeatedFiles.first(among: parts, features: FeatureSystem())
    #expect(found?.first == "\(zip):a.csv")
    #expect(found?.second == folder.path("copy.csv"))
    let inside = try RepeatedFiles.first(
      among: IncidentParts([zip]).parts, features: FeatureSystem())
    #expect(inside?.second == "\(zip):b.csv")
    let others = RawArchive([
      .init("a.csv", rows), .init("b.csv", rows.replacing("51.5", with: "51.6")),
    ])
    try folder.write(others.bytes, to: "o.zip")
    #expect(
      try RepeatedFiles.first(
        among: IncidentParts([folder.path("o.zip")]).parts, features: FeatureSystem()) == nil)
  }
}
