import CommandLineKit
import TestSupport
import Testing

@testable import Commands

@Suite("Lengths on the command line")
struct LengthTests {
  @Test(
    "a length is a number of metres that surfaces and kernels can be made with",
    arguments: [("250", 250.0), ("0.001", 0.001), ("1e8", 1e8), ("+5", 5)])
  func lengths(text: String, metres: Double) {
    #expect(Length(argument: text)?.metres == metres)
  }

  @Test(
    "everything else is refused",
    arguments: ["", "0", "-1", "nan", "inf", "1e-300", "5e-324", "1e9", "1e300", "5m", "0x10"])
  func refusals(text: String) {
    #expect(Length(argument: text) == nil)
  }

  static let options = [
    ["density", "--output", "@d.asc", "--cell-size"],
    ["density", "--output", "@d.asc", "--bandwidth"],
    ["density", "--output", "@d.asc", "--kernel", "gaussian", "--bandwidth"],
    ["density", "--output", "@d.asc", "--relative-to", SurfaceRun.incidents, "--bandwidth"],
    ["density", "--output", "@d.asc", "--snap"],
    ["areas", "--output", "@a.csv", "--snap"],
    ["clusters", "--output", "@c.csv", "--on", "square", "--cell-size"],
    ["clusters", "--output", "@c.csv", "--neighbours", "distance", "--distance"],
    ["tasking", "--output", "@pack", "--cell-size"],
    ["tasking", "--output", "@pack", "--bandwidth"],
  ]

  @Test("no command makes anything of a length that is none", arguments: options)
  func words(words: [String]) async {
    for value in ["nan", "inf", "-5", "1e-300", "1e300", "9999999999"] {
      let run = SurfaceRun()
      let status = await run.runOnSamples(
        words[0], words.dropFirst().dropLast() + ["\(words[words.count - 1])=\(value)"])
      #expect(status == .usage, "\(value)")
      #expect(run.console.error.text.contains("a number of metres from 0.001 to 100000000"))
    }
  }

  @Test("a bandwidth far wider than the study area is refused before anything is read")
  func wideBandwidth() async {
    for words in [["--output", "@d.asc"], ["--output", "@d.asc", "--relative-to", "absent.csv"]] {
      let run = SurfaceRun()
      #expect(await run.runOnSamples("density", words + ["--bandwidth", "1e7"]) == .usage)
      #expect(run.console.error.text.contains("more than ten times as wide as the study area"))
      #expect(!run.console.error.text.contains("rows read"))
    }
  }
}
