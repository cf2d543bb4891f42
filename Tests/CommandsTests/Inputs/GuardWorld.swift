import CommandLineKit
import Commands
import Foundation
import Geometry
import TestSupport

/// Four squares of 1 km on the British National Grid, and files of incidents to be counted in them.
struct GuardWorld {
  let folder = TemporaryFolder()

  /// The south-west corners of the squares are (530000, 180000), (531000, 180000) and the two above.
  init() throws {
    let corners = [
      (530_000.0, 180_000.0), (531_000, 180_000), (530_000, 181_000), (531_000, 181_000),
    ]
    var squares = RawShapefile(
      records: corners.map { x, y in
        [
          [
            Point(x: x, y: y), Point(x: x, y: y + 1000), Point(x: x + 1000, y: y + 1000),
            Point(x: x + 1000, y: y), Point(x: x, y: y),
          ]
        ]
      },
      fields: [.init("CODE"), .init("NAME", width: 20), .init("SIDE")],
      rows: [
        ["A1", "One", "south"], ["A2", "Two", "south"], ["A3", "Three", "north"],
        ["A4", "Four", "north"],
      ])
    squares.projection = try String(
      contentsOfFile: ProjectFolder.path("boundaries/lsoa.prj"), encoding: .utf8)
    try squares.write(to: folder)
  }

  /// Runs a command on the squares and a file; `@` stands for the folder of the files.
  func run(
    _ command: String, _ text: String, _ words: [String] = []
  ) async throws -> CommandRun {
    let file = try folder.file("rows.csv", text)
    let places = command == "query" || command == "export" ? [] : ["--boundaries", "@areas.shp"]
    return await CommandRun(
      words: ([command, "--incidents", file] + places + words).map { word in
        word.first == "@" ? folder.path(String(word.dropFirst())) : word
      })
  }

  /// The names of the files.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path("")).sorted() }
  }

  /// The first squares' middles, on the grid and in degrees (PROJ's operation of 2 m).
  static let metres = ["530500,180500", "531500,180500"]
  static let degrees = ["-0.120969,51.508369", "-0.106568,51.508137"]

  /// Returns a file of rows with dates in February 2025 and categories.
  static func rows(_ header: String, _ places: [String], category: String = "Burglary") -> String {
    "id,date,type,\(header)\n"
      + places.enumerated().map { "\($0),2025-02-\(10 + $0 % 10) 10:00,\(category),\($1)\n" }
      .joined()
  }
}
