import Testing

@testable import CommandLineKit

@Suite("Program")
struct ProgramTests {
  private func run(_ words: [String], width: Int = 80) async -> (
    CommandLineKit.ExitStatus, String, String
  ) {
    let console = Console(width: width)
    let status = await Program.demo.run(words, in: console)
    return (status, console.output.text, console.error.text)
  }

  @Test("a command's data and words go their own ways")
  func dispatch() async {
    #expect(
      await run(["density", "--near", "x"])
        == (.done, "result\n", "near: x\nhotspots: warning: few incidents\n"))
    #expect(await run(["areas"]) == (.done, "code,incidents\n", ""))
  }

  @Test("quiet and verbose set how much a command says")
  func verbosity() async {
    #expect(
      await run(["density", "--near", "x", "--quiet"])
        == (.done, "result\n", "hotspots: warning: few incidents\n"))
    #expect(
      await run(["density", "--verbose", "--near", "x"])
        == (.done, "result\n", "near: x\nstep 1\nhotspots: warning: few incidents\n"))
  }

  @Test(
    "an error ends the program with the status it names",
    arguments: [
      (
        "bad data", CommandLineKit.ExitStatus.badData, "hotspots: error: cannot read 'x': no rows\n"
      ),
      ("no input", .noInput, "hotspots: error: cannot open 'x'\n"),
      ("full disk", .cannotWrite, "hotspots: error: cannot write 'x'\n"),
      ("reader gone", .done, ""),
      (
        "surprise", .ourFault,
        """
        hotspots: error: a fault of hotspots itself, not in your data: Surprise()
          help: please report it with the command line, the output of 'hotspots --version' and this \
        message, and leave personal data out

        """
      ),
    ])
  func errors(near: String, status: CommandLineKit.ExitStatus, expected: String) async {
    #expect(await run(["density", "--near", near]) == (status, "", expected))
  }

  @Test("the statuses are those of sysexits.h")
  func statuses() {
    #expect(CommandLineKit.ExitStatus.allCases.map(\.rawValue) == [0, 64, 65, 66, 70, 73, 74])
  }

  @Test(
    "the version is printed, alone or after a command",
    arguments: [["--version"], ["areas", "--version"]])
  func version(words: [String]) async {
    #expect(await run(words) == (.done, "hotspots 1.2.3\n", ""))
  }

  @Test(
    "help is printed however it is asked for, and whatever else is wrong",
    arguments: [[], ["--help"], ["-h"], ["help"]])
  func help(words: [String]) async {
    #expect(await run(words) == (.done, Program.demo.helpText(width: 80) + "\n", ""))
  }

  @Test(
    "a command's help is printed however it is asked for, and whatever else is wrong",
    arguments: [
      ["density", "--help"], ["help", "density"], ["density", "-h"],
      ["density", "--wrong", "--help"],
    ])
  func commandHelp(words: [String]) async {
    let expected = Program.demo.helpText(for: DemoCommand.self, width: 80)
    #expect(await run(words) == (.done, expected + "\n", ""))
  }

  @Test("after two dashes help is not asked for")
  func afterDashes() async {
    #expect(await run(["areas", "--", "--help"]).0 == .usage)
  }

  @Test("a console that cannot be written to is said on the other stream")
  func cannotPrint() async {
    let console = Console(output: TextSink(descriptor: -1))
    #expect(await Program.demo.run(["areas"], in: console) == .readOrWriteFailed)
    #expect(
      console.error.text
        == "hotspots: error: cannot write to standard output: bad file descriptor\n")
  }
}
