import Foundation
import TestSupport
import Testing

/// An assessment whose files are in memory, so that several tests can look at one.
struct MadeAssessment: Sendable {
  /// The files by their paths inside the folder.
  let files: [String: [UInt8]]
  /// What was said.
  let messages: String

  static let lsoa = ["--boundaries", ProjectFolder.path("boundaries/lsoa.shp")]
  static let wards = ["--boundaries", ProjectFolder.path("boundaries/wards.shp")]
  static let incidents = ["--incidents", ProjectFolder.path("samples/incidents.csv")]
  static let period = ["--from", "2025-07", "--to", "2025-12"]
  static let weights = [
    "--weights", ProjectFolder.path("samples/weights.csv"), "--weights-name", "harm",
  ]
  static let costs = ["--unit-costs", ProjectFolder.path("samples/unit-costs.csv")]

  /// The second half of the made-up borough's year, with everything that its files can carry.
  static let borough = Task {
    try await MadeAssessment(
      lsoa + wards + incidents + period + weights + costs + ["--place", "Marlowick"])
  }

  /// Makes an assessment and takes its files.
  init(_ words: [String]) async throws {
    let home = TemporaryFolder()
    let run = await CommandRun(words: ["assessment"] + words + ["--output", home.path("a")])
    #expect(run.status == 0, "\(run.messages)")
    messages = run.messages
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: home.path("a"))
    where name.contains(".") { files[name] = try home.read("a/\(name)") }
    self.files = files
  }

  func text(_ name: String) -> String { String(decoding: files[name] ?? [], as: UTF8.self) }

  /// The rows of a table without quotes, the header first.
  func rows(_ name: String) -> [[String]] {
    text(name).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  var manifest: [String: Any] {
    get throws {
      try JSONSerialization.jsonObject(with: Data(files["manifest.json"] ?? []))
        as? [String: Any] ?? [:]
    }
  }

  var chosen: [String: Any] {
    get throws { try manifest["chosen"] as? [String: Any] ?? [:] }
  }

  func section(_ name: String) throws -> [String: Any] {
    let sections = try chosen["sections"] as? [[String: Any]] ?? []
    return try #require(sections.first { $0["section"] as? String == name })
  }
}
