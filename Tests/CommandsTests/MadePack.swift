import Foundation
import TestSupport
import Testing

@testable import Commands

/// A pack whose files are in memory, so that several tests can look at one.
struct MadePack: Sendable {
  /// The files by their paths inside the pack.
  let files: [String: [UInt8]]

  /// The made-up borough with its two layers.
  static let borough = Task {
    try await MadePack(
      "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--boundaries",
      ProjectFolder.path("boundaries/wards.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"))
  }

  /// The last quarter of the made-up borough's year, beside the quarter before.
  static let quarter = Task {
    try await MadePack(
      "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--from", "2025-10", "--to", "2025-12")
  }

  /// Friday and Saturday nights of the made-up borough.
  static let nights = Task {
    try await MadePack(
      "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--hours", "18-06", "--days", "fri,sat")
  }

  /// Westminster's year, where the real data is.
  static let westminster = Task {
    try await MadePack(
      "--boundaries", SharedData.path("realdata/boundaries/london-lsoa-2011.shp"),
      "--boundaries", SharedData.path("realdata/boundaries/london-wards-2014.shp"),
      "--study-area", "LAD11CD=E09000033", "--incidents",
      SharedData.path("realdata/incidents/westminster-2016-04_2017-03.csv"))
  }

  /// Makes a pack and takes its files.
  init(_ words: String...) async throws {
    let home = TemporaryFolder()
    let run = await CommandRun(words: ["tasking"] + words + ["--output", home.path("pack")])
    #expect(run.status == 0, "\(run.messages)")
    try self.init(home)
  }

  /// Makes a pack of four squares of 10 m from the lines of a CSV file.
  init(rows lines: [String], _ more: String...) async throws {
    try await self.init(rows: lines, options: more)
  }

  /// Makes a pack of four squares of 10 m from the lines of a CSV file, with options in a list.
  init(rows lines: [String], options more: [String]) async throws {
    let home = TemporaryFolder()
    var squares = RawShapefile.squares(4)
    squares.projection = nil
    try squares.write(to: home)
    let incidents = try home.file("rows.csv", lines.joined(separator: "\n"))
    let run = await CommandRun(
      words: [
        "tasking", "--boundaries", home.path("areas.shp"), "--crs", "EPSG:27700", "--incidents",
        incidents, "--output", home.path("pack"),
      ] + more)
    #expect(run.status == 0, "\(run.messages)")
    try self.init(home)
  }

  /// Takes the files of the pack in a folder.
  init(_ home: TemporaryFolder) throws {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: home.path("pack"))
    where name.contains(".") {
      files[name] = try home.read("pack/\(name)")
    }
    self.files = files
  }

  /// Returns a file as text.
  func text(_ name: String) -> String { String(decoding: files[name] ?? [], as: UTF8.self) }

  /// Returns the rows of a CSV file without quotes, the header first.
  func rows(_ name: String) -> [[String]] {
    text(name).split(separator: "\n").map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Returns whether a CSV file has the rows of another in its first columns.
  func begins(_ name: String, with other: [UInt8]) -> Bool {
    let lines = text(name).split(separator: "\n", omittingEmptySubsequences: false)
    let others = String(decoding: other, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.count == others.count && others.count > 1
      && zip(lines, others).allSatisfy { $0 == $1 || $0.hasPrefix("\($1),") }
  }

  /// What the program chose and found.
  var chosen: [String: Any] {
    let manifest = try? JSONSerialization.jsonObject(with: Data(files["manifest.json"] ?? []))
    return (manifest as? [String: Any])?["chosen"] as? [String: Any] ?? [:]
  }

  /// Why files are absent, by their paths.
  var absences: [String: String] {
    let absent = chosen["absent"] as? [[String: String]] ?? []
    return Dictionary(absent.map { ($0["path"] ?? "", $0["reason"] ?? "") }) { first, _ in first }
  }

  /// The text of the page, without its markup and with single blanks.
  var words: String {
    text("index.html").replacing(/<[^>]*>/, with: " ").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&").split(
        whereSeparator: \.isWhitespace
      ).joined(separator: " ")
  }

  /// Checks that the page says something; its text is too long to be shown.
  func expect(_ sentence: String, _ location: SourceLocation = #_sourceLocation) {
    let isSaid = words.contains(sentence)
    #expect(isSaid, "\(sentence)", sourceLocation: location)
  }
}
