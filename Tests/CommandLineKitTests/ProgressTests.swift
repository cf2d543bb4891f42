import Testing

@testable import CommandLineKit

@Suite("Progress")
struct ProgressTests {
  @Test(
    "a report reads as a share, or as a count where no total is known",
    arguments: [
      (0, 10, "reading 0 %"), (999, 1000, "reading 99 %"), (10, 10, "reading 100 %"),
      (12, 10, "reading 100 %"), (7, nil, "reading 7"), (7, 0, "reading 7"),
      (Int.max, Int.max, "reading 100 %"),
    ] as [(Int, Int?, String)])
  func summary(completed: Int, total: Int?, expected: String) {
    #expect(
      ProgressReport(phase: "reading", completed: completed, total: total).summary == expected)
  }

  @Test("a phase is drawn at most once in each interval, a new phase at once")
  func rate() {
    var line = ProgressLine()
    let start = ContinuousClock.now
    func drawn(_ phase: String, after milliseconds: Int) -> Bool {
      line.text(
        for: ProgressReport(phase: phase, completed: 1), at: start + .milliseconds(milliseconds),
        width: 80) != nil
    }
    #expect(drawn("reading", after: 0))
    #expect(!drawn("reading", after: 99))
    #expect(drawn("reading", after: 100))
    #expect(drawn("writing", after: 101))
    #expect(!drawn("writing", after: 150))
  }

  @Test("a line never fills the terminal's width, and is wiped once")
  func width() {
    var line = ProgressLine()
    let report = ProgressReport(phase: String(repeating: "x", count: 200), completed: 1)
    #expect(line.text(for: report, at: .now, width: 60)?.filter { $0 == "x" }.count == 59)
    #expect(line.erasure() != nil)
    #expect(line.erasure() == nil)
  }
}
