import Foundation
import TestSupport
import Testing

@testable import Commands

/// The right tables are those of the same rows in plain files that are named one by one.
@Suite("Folders, archives and workbooks of incidents")
struct FoldersAndArchivesTests {
  private let folder = TemporaryFolder()
  private let wards = ProjectFolder.path("boundaries/wards.shp")
  private let header: String
  private let rows: [String]

  init() throws {
    let text = try String(
      contentsOfFile: ProjectFolder.path("samples/incidents.csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    header = lines[0]
    rows = Array(lines[1...].filter { !$0.contains("\"") }.prefix(1200))
  }

  /// The files of two months and two forces, as data.police.uk lays them out.
  private var police: [(name: String, text: String)] {
    var files: [(name: String, text: String)] = []
    for part in 0..<4 {
      let month = part < 2 ? "2024-01" : "2024-02"
      let force = part % 2 == 0 ? "kent" : "essex"
      let stem = "\(month)/\(month)-\(force)"
      let own = rows.enumerated().filter { $0.offset % 4 == part }.map(\.element)
      files.append(("\(stem)-street.csv", ([header] + own).joined(separator: "\n") + "\n"))
      files.append(
        ("\(stem)-outcomes.csv", "Crime ID,Month,Longitude,Latitude\na,2024-01,-0.1,51.5\n"))
      files.append(
        (
          "\(stem)-stop-and-search.csv",
          "Type,Date,Latitude,Longitude\nPerson search,2024-01-01,51,0\n"
        )
      )
    }
    return files
  }

  private func areas(_ name: String, _ incidents: [String], _ more: [String] = []) async throws
    -> (table: String, run: CommandRun)
  {
    let run = await CommandRun(
      words: ["areas", "--boundaries", wards, "--output", folder.path(name)]
        + incidents.flatMap { ["--incidents", $0] } + more)
    try #require(run.status == 0, "\(run.messages)")
    return (try folder.text(name), run)
  }

  private func unpack() throws -> [String] {
    var streets: [String] = []
    for (name, text) in police {
      let path = folder.path("archive/\(name)")
      try FileManager.default.createDirectory(
        at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      streets += name.hasSuffix("-street.csv") ? [try folder.file("archive/\(name)", text)] : []
      if !name.hasSuffix("-street.csv") { _ = try folder.file("archive/\(name)", text) }
    }
    return streets
  }

  @Test("data.police.uk's archive and its folders have the counts of their street files")
  func policeArchive() async throws {
    let streets = try unpack()
    try folder.write(RawArchive(police.map { .init($0.name, $0.text) }).bytes, to: "all.zip")
    let plain = try await areas("plain.csv", streets)
    let zip = folder.path("all.zip")
    for threads in ["1", "4"] {
      let manifest = folder.path("m\(threads).json")
      let packed = try await areas(
        "packed.csv", [zip], ["--threads", threads, "--manifest", manifest])
      #expect(packed.table == plain.table)
      #expect(packed.run.messages.contains("2024-01-kent-outcomes.csv"))
      let object = try folder.object("m\(threads).json")
      let inputs = try #require(object["inputs"] as? [[String: Any]])
      let files = inputs.filter {
        $0["rows"] != nil && ($0["path"] as? String)?.hasSuffix(".csv") == true
      }
      #expect(
        files.compactMap { $0["path"] as? String }
          == police.map(\.name).filter { $0.hasSuffix("-street.csv") }.sorted()
          .map { "\(zip):\($0)" })
      #expect(files.compactMap { $0["rows"] as? Int } == [300, 300, 300, 300])
      let digests = Set(files.compactMap { $0["sha256"] as? String })
      #expect(digests.count == 1)
      let reconciliation = try #require((object["reconciliation"] as? [[String: Any]])?.first)
      #expect(reconciliation["read"] as? Int == rows.count)
    }
    #expect(try await areas("folder.csv", [folder.path("archive")]).table == plain.table)
    let pattern = folder.path("archive/*/*-street.csv")
    #expect(try await areas("pattern.csv", [pattern]).table == plain.table)
  }

  @Test("outcomes that a pattern names beside street-level crime are refused")
  func outcomes() async throws {
    _ = try unpack()
    let run = await CommandRun(
      words: [
        "areas", "--boundaries", wards, "--output", folder.path("t.csv"), "--incidents",
        folder.path("archive/2024-01/*kent*.csv"),
      ])
    #expect(run.status == 65)
    #expect(run.messages.contains("2024-01-kent-outcomes.csv"))
  }

  @Test("a workbook with titles has the counts of its CSV")
  func workbook() async throws {
    let plain = try folder.file("a.csv", ([header] + rows).joined(separator: "\n") + "\n")
    let cells = ([header] + rows).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        String($0).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      }
    }
    try #require(cells.allSatisfy { $0.count == cells[0].count })
    var book = RawWorkbook(RawWorkbook.rows([["Incidents"], ["Secret"]] + cells), named: "Data")
    book.sheets.append(("Notes", RawWorkbook.rows([["none"]]), false))
    try folder.write(book.bytes, to: "a.xlsx")
    let path = folder.path("a.xlsx")
    let expected = try await areas("plain.csv", [plain])
    let found = try await areas("book.csv", [path])
    #expect(found.table == expected.table)
    #expect(found.run.messages.contains("\(path):Data: header in row 3"))
    #expect(found.run.messages.contains("'\(path):Notes'"))
    #expect(try await areas("named.csv", ["\(path):Data"]).table == expected.table)
    let none = await CommandRun(
      words: [
        "areas", "--boundaries", wards, "--output", folder.path("t.csv"), "--incidents",
        "\(path):Other",
      ])
    #expect(none.status == 65)
    #expect(none.messages.contains("'Data', 'Notes'"))
  }

  @Test("files joined with their headers have the counts of the files, and the headers are said")
  func joined() async throws {
    let halves = [rows[..<500], rows[500...]].map {
      ([header] + $0).joined(separator: "\n") + "\n"
    }
    let plain = try await areas(
      "plain.csv", [folder.file("1.csv", halves[0]), folder.file("2.csv", halves[1])])
    let found = try await areas("joined.csv", [folder.file("all.csv", halves.joined())])
    #expect(found.table == plain.table)
    #expect(found.run.messages.contains("1 row repeats the header"))
  }

  @Test("what cannot be read in an archive is said in a line, with the file in it")
  func faults() async throws {
    var locked = RawArchive.File("in/a.csv", header + "\n")
    locked.flags |= 1
    locked.method = 0
    try folder.write(RawArchive([locked]).bytes, to: "locked.zip")
    let path = folder.path("locked.zip")
    let run = await CommandRun(
      words: [
        "areas", "--boundaries", wards, "--output", folder.path("t.csv"), "--incidents", path,
      ])
    #expect(run.status == 65)
    #expect(run.messages.contains("cannot read '\(path):in/a.csv': it is protected by a password"))
    #expect(run.messages.contains("help: unpack it with the password"))
  }
}
