@testable import TestSupport
import Testing

@Suite("Other programs")
struct InteropTests {
  @Test("the status and both outputs are kept apart")
  func outcome() throws {
    let outcome = try Interop.run("sh", ["-c", "echo \"$0\"; echo no >&2; exit 3", "a b"])
    #expect(outcome == Interop.Outcome(status: 3, output: "a b\n", errors: "no\n"))
  }

  @Test("more output than a pipe holds does not block")
  func muchOutput() throws {
    let outcome = try Interop.run("head", ["-c", "1000000", "/dev/zero"])
    #expect(outcome.output.utf8.count == 1_000_000)
  }

  @Test("standard input is empty")
  func noInput() throws {
    #expect(try Interop.run("cat", []) == Interop.Outcome(status: 0, output: "", errors: ""))
  }

  @Test("a signal is told as a shell does")
  func signal() throws {
    #expect(try Interop.run("sh", ["-c", "kill -9 $$"]).status == 137)
  }

  @Test("a program that does not end is stopped")
  func endless() {
    #expect(throws: Interop.Failure.tookTooLong(tool: "sh", seconds: 0.1)) {
      try Interop.run("sh", ["-c", "while :; do :; done"], limit: 0.1)
    }
  }

  @Test("a program that is not there is named")
  func absent() {
    #expect(throws: Interop.Failure.notFound(tool: "no-such-program")) {
      try Interop.run("no-such-program", [])
    }
  }

  @Test(
    "the programs that scripts/test --interop installs are there",
    .enabled(if: Interop.isEnabled, "\(Interop.absence)"))
  func programs() throws {
    for (tool, arguments) in [
      ("ogrinfo", ["--version"]), ("rsvg-convert", ["--version"]),
      (Interop.browser, ["--version"]), ("chromedriver", ["--version"]),
      (Interop.python, ["-c", "import geopandas"]),
    ] {
      #expect(try Interop.run(tool, arguments).status == 0, "\(tool)")
    }
  }
}
