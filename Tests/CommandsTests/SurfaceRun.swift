import CommandLineKit
import Commands
import Foundation
import TestSupport

/// A run of the program in a folder of its own, its words in memory.
struct SurfaceRun {
  let folder = TemporaryFolder()
  let console = Console()

  static let boundaries = ProjectFolder.path("boundaries/lsoa.shp")
  static let incidents = ProjectFolder.path("samples/incidents.csv")

  /// Runs a command; words that begin with `@` are files of the folder.
  func run(_ words: [String]) async -> ExitStatus {
    await CommandRegistry.program.run(
      words.map { $0.first == "@" ? folder.path(String($0.dropFirst())) : $0 }, in: console)
  }

  /// Runs a command on the samples.
  func runOnSamples(_ command: String, _ words: [String]) async -> ExitStatus {
    await run(
      [command, "--boundaries", Self.boundaries, "--incidents", Self.incidents] + words)
  }

  /// Returns a file of the folder as text.
  func text(_ name: String) throws -> String {
    String(decoding: try folder.read(name), as: UTF8.self)
  }

  /// Returns the rows of a written CSV without quoted fields.
  func rows(_ name: String) throws -> [[String]] {
    try text(name).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Returns a file of the folder as JSON.
  func json(_ name: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(folder.read(name)))
  }
}
