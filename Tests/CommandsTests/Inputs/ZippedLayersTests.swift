import Foundation
import Geometry
import TestSupport
import Testing

@testable import Commands

/// The right tables are those of the same files outside of archives.
@Suite("Layers, points and workbooks in archives")
struct ZippedLayersTests {
  private let folder = TemporaryFolder()
  private let wards = ProjectFolder.path("boundaries/wards.shp")
  private let sample = ProjectFolder.path("samples/incidents.csv")

  private func run(_ words: String...) async -> CommandRun { await CommandRun(words: words) }

  private func table(_ boundaries: String, _ incidents: String) async throws -> String {
    let run = await run(
      "areas", "--boundaries", boundaries, "--crs", "EPSG:27700", "--incidents", incidents,
      "--output", folder.path("out.csv"), "--manifest", folder.path("out.json"))
    try #require(run.status == 0, "\(run.messages)")
    return try folder.text("out.csv")
  }

  /// Returns the files of the wards with names in an archive.
  private func shapefile(_ stem: String, upper: Bool = false) -> [RawArchive.File] {
    ["shp", "shx", "dbf", "prj", "cpg"].compactMap { part in
      let path = ProjectFolder.path("boundaries/wards.\(part)")
      guard let data = FileManager.default.contents(atPath: path) else { return nil }
      return .init("\(stem).\(upper ? part.uppercased() : part)", Array(data))
    }
  }

  private func archive(_ name: String, _ files: [RawArchive.File]) throws -> String {
    try folder.write(RawArchive(files).bytes, to: name)
    return folder.path(name)
  }

  @Test("a layer in an archive is the layer, as a Shapefile, GeoJSON or a GeoPackage")
  func layers() async throws {
    let expected = try await table(wards, sample)
    for path in [
      try archive("a.zip", shapefile("wards")), try archive("b.ZIP", shapefile("in/of 2024/wards")),
      try archive("c.zip", shapefile("in/WARDS", upper: true) + [.init("in/read me.txt", "x")]),
      try archive(
        "d.zip", shapefile("wards") + [.init("__MACOSX/._wards.shp", "x"), .init(".x.shp", "x")]),
    ] {
      #expect(try await table(path, sample) == expected, "\(path)")
    }
    for ending in ["gpkg", "geojson"] {
      let plain = folder.path("wards.\(ending)")
      let made = await run("export", "--boundaries", wards, "--output", plain)
      try #require(made.status == 0, "\(made.messages)")
      let bytes = try folder.read("wards.\(ending)")
      let zip = try archive("\(ending).zip", [.init("x/wards.\(ending)", bytes)])
      let right = try await table(plain, sample)
      #expect(try await table(zip, sample) == right)
      #expect(try await table("\(zip):x/wards.\(ending)", sample) == right)
    }
  }

  @Test("the manifest names what was typed, with the bytes of the archive")
  func manifest() async throws {
    let path = try archive("a.zip", shapefile("in/wards"))
    for typed in [path, "\(path):in/wards.shp"] {
      _ = try await table(typed, sample)
      let manifest = try folder.text("out.json")
      #expect(manifest.contains("\"path\": \"\(typed)\""), "\(manifest)")
      let size = try folder.read("a.zip").count
      #expect(manifest.contains("\"bytes\": \(size)"))
    }
  }

  @Test("of several layers one is named, and the message lists them")
  func several() async throws {
    let path = try archive("a.zip", shapefile("in/a") + shapefile("b"))
    #expect(try await table("\(path):in/a.shp", sample) == table("\(path):b.shp", sample))
    let open = await run(
      "areas", "--boundaries", path, "--incidents", sample, "--output", folder.path("x.csv"))
    #expect(open.status == 65)
    #expect(open.messages.contains("'\(path):b.shp', '\(path):in/a.shp'"), "\(open.messages)")
    let wrong = await run(
      "areas", "--boundaries", "\(path):c.shp", "--incidents", sample, "--output",
      folder.path("x.csv"))
    #expect(wrong.status == 66 && wrong.messages.contains("'\(path):b.shp'"))
    let none = try archive("n.zip", [.init("read me.txt", "x")])
    let empty = await run(
      "areas", "--boundaries", none, "--incidents", sample, "--output", folder.path("x.csv"))
    #expect(empty.status == 66 && empty.messages.contains("read me.txt"), "\(empty.messages)")
  }

  @Test("a layer without one of its files, a damaged one and one that grows too far are refused")
  func faults() async throws {
    let whole = shapefile("in/wards")
    func refusal(_ name: String, _ files: [RawArchive.File]) async throws -> CommandRun {
      let path = try archive(name, files)
      return await run(
        "areas", "--boundaries", path, "--incidents", sample, "--output", folder.path("x.csv"))
    }
    let missing = try await refusal(
      "a.zip", whole.filter { !String(decoding: $0.name, as: UTF8.self).hasSuffix(".dbf") })
    #expect(missing.status == 66 && missing.messages.contains("a.zip:in/wards.shp"))
    var damaged = whole
    damaged[0].checksum = 1
    let broken = try await refusal("b.zip", damaged)
    #expect(broken.status == 65 && broken.messages.contains("b.zip:in/wards.shp"))
    var bomb = whole
    (bomb[0].size, bomb[0].isZip64) = (1 << 34, true)
    let large = try await refusal("c.zip", bomb)
    #expect(large.status == 65 && large.messages.contains("at most"), "\(large.messages)")
    bomb[0] = RawArchive.File("in/wards.shp", "x")
    bomb[0].size = 1 << 30
    let grown = try await refusal("d.zip", bomb)
    #expect(grown.status == 65 && grown.messages.contains("times as many"), "\(grown.messages)")
  }

  @Test("points and workbooks in an archive are the same rows as outside of it")
  func incidents() async throws {
    let expected = try await table(wards, sample)
    let made = await run(
      "query", "--incidents", sample, "--from", "2025-02-01", "--output",
      folder.path("points.gpkg"))
    try #require(made.status == 0, "\(made.messages)")
    let zip = try archive("p.zip", [.init("in/points.gpkg", folder.read("points.gpkg"))])
    let layer = try await table(wards, folder.path("points.gpkg"))
    #expect(try await table(wards, zip) == layer)
    #expect(try await table(wards, "\(zip):in/points.gpkg") == layer)
    let lines = try String(contentsOfFile: sample, encoding: .utf8).split(separator: "\n")
    let cells = lines.prefix(400).filter { !$0.contains("\"") && !$0.contains("&") }.map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let text = cells.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    let right = try await table(wards, folder.file("part.csv", text))
    let book = RawWorkbook(RawWorkbook.rows(cells), named: "Data").bytes
    let books = try archive("w.zip", [.init("in/book.xlsx", book), .init("in/read me.md", "x")])
    #expect(try await table(wards, books) == right)
    #expect(try await table(wards, "\(books):in/book.xlsx") == right)
    #expect(try await table(wards, "\(books):in/book.xlsx:Data") == right)
    #expect(expected != right && expected != layer)
  }

  @Test(
    "a point Shapefile in an archive is read with its index, and without where that is asked for")
  func points() async throws {
    var raw = RawPoints(
      [Point(x: 455_686, y: 245_856), Point(x: 456_305, y: 244_866), nil],
      fields: [.init("ID", width: 4)], rows: [["a"], ["b"], ["c"]])
    raw.table.projection = try String(
      contentsOfFile: ProjectFolder.path("boundaries/wards.prj"), encoding: .utf8)
    try raw.write(to: folder)
    let right = try await table(wards, folder.path("points.shp"))
    let files = try ["shp", "shx", "dbf", "prj"].map {
      RawArchive.File("in/points.\($0)", try folder.read("points.\($0)"))
    }
    #expect(try await table(wards, archive("whole.zip", files)) == right)
    let path = try archive("part.zip", files.filter { $0.name.last != UInt8(ascii: "x") })
    let words = [
      "areas", "--boundaries", wards, "--incidents", path, "--output", folder.path("out.csv"),
    ]
    let refused = await CommandRun(words: words)
    #expect(refused.status == 65 && refused.messages.contains("part.zip:in/points.shp"))
    let rebuilt = await CommandRun(words: words + ["--rebuild-index"])
    #expect(rebuilt.status == 0, "\(rebuilt.messages)")
    #expect(try folder.text("out.csv") == right)
  }
}
