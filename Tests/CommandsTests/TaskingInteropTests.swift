import Foundation
import TestSupport
import Testing

@testable import Commands

/// A real browser shows and prints the pack of the made-up borough.
@Suite(
  "The pack in a browser", .enabled(if: Interop.isEnabled, "\(Interop.absence)"))
struct TaskingInteropTests {
  private let home = TemporaryFolder()

  private func makePack() async throws -> String {
    let run = await CommandRun(
      "tasking", "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--output", home.path("pack"), "--marking",
      "OFFICIAL")
    #expect(run.status == 0, "\(run.messages)")
    return "file://" + home.path("pack/index.html")
  }

  private func browse(_ words: [String]) throws -> Interop.Outcome {
    try Interop.run(
      Interop.browser,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        "--user-data-dir=\(home.path("profile"))",
      ] + words)
  }

  @Test("the script runs without a word on the console, and makes headings that sort")
  func script() async throws {
    let outcome = try browse(["--dump-dom", try await makePack()])
    #expect(outcome.status == 0)
    #expect(!outcome.errors.contains("CONSOLE"), "\(outcome.errors)")
    // One table of hotspots with six columns and one with eight, two of areas with eight, one of areas that stand out
    // with four, one of nights with six, one of categories with three.
    let buttons = outcome.output.components(separatedBy: "<button type=\"button\">").count - 1
    #expect(buttons == 6 + 8 + 8 + 8 + 4 + 6 + 3)
  }

  @Test("it prints on a few sheets")
  func print() async throws {
    let page = try await makePack()
    let outcome = try browse([
      "--no-pdf-header-footer", "--print-to-pdf=\(home.path("pack.pdf"))", page,
    ])
    #expect(outcome.status == 0)
    let text = String(decoding: try home.read("pack.pdf"), as: UTF8.self)
    #expect(text.hasPrefix("%PDF-"))
    let sheets = text.components(separatedBy: "/Type /Page\n").count - 1
    #expect((3...12).contains(sheets), "\(sheets) sheets")
  }
}
