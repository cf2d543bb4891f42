import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Stages")
struct StagesTests {
  @Test(
    "with --verbose every command says where the time goes, and no result changes by it",
    arguments: [
      ("areas", ["reading and counting", "files", "in all"]),
      ("hours", ["reading and counting", "files", "in all"]),
      (
        "density", ["reading and counting", "cells of the study area", "density", "bands", "files"]
      ),
      ("clusters", ["reading and counting", "neighbours", "local statistics", "files", "in all"]),
      ("query", ["reading and answering", "files", "in all"]),
      ("ratio", ["reading and counting", "both densities", "bands", "files", "in all"]),
    ])
  func stages(command: String, expected: [String]) async throws {
    let home = TemporaryFolder()
    let sample = ProjectFolder.path("samples/incidents.csv")
    var words = [command == "ratio" ? "density" : command, "--incidents", sample]
    if command == "ratio" {
      words += ["--category", "Drugs", "--relative-to", sample, "--labellings", "0"]
    }
    words +=
      command == "query"
      ? ["--near", "454000,246000", "--radius", "300"]
      : ["--boundaries", ProjectFolder.path("boundaries/lsoa.shp")]
    let plain = await CommandRun(words: words + ["--output", home.path("plain.csv")])
    let timed = await CommandRun(words: words + ["--output", home.path("timed.csv"), "--verbose"])
    #expect(plain.status == 0 && timed.status == 0, "\(timed.messages)")
    for stage in expected {
      #expect("\n\(timed.messages)".contains("\ntime: \(stage) "), "\(stage): \(timed.messages)")
    }
    #expect(!plain.messages.contains("time: "))
    #expect(try home.read("plain.csv") == home.read("timed.csv"))
  }
}
