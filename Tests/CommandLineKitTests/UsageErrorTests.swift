import Testing

@testable import CommandLineKit

@Suite("Wording of what is wrong with a command line")
struct UsageErrorTests {
  @Test(
    "each command line gets these words",
    arguments: [
      (
        ["--cell-sise", "5"],
        "unknown option '--cell-sise'; did you mean '--cell-size'?\n  help: hotspots density --help"
      ),
      (
        ["-incidents", "5"],
        "unknown option '-incidents'; did you mean '--incidents'?\n  help: hotspots density --help"
      ),
      (
        ["\u{2014}incidents=5"],
        "unknown option '\u{2014}incidents'; did you mean '--incidents'?\n"
          + "  help: hotspots density --help"
      ),
      (["--xyzzy"], "unknown option '--xyzzy'\n  help: hotspots density --help"),
      (
        ["--incidents", "a.csv", "b.csv"],
        "unexpected argument 'b.csv': '--incidents' takes one value at a time\n"
          + "  help: repeat the option: --incidents b.csv"
      ),
      (
        ["a.csv"],
        "unexpected argument 'a.csv': every value must follow the name of its option\n"
          + "  help: hotspots density --help"
      ),
      (
        ["--strict", "--", "--incidents"],
        "unexpected argument '--incidents': every value must follow the name of its option\n"
          + "  help: hotspots density --help"
      ),
      (
        ["--cell-size"], "missing value for '--cell-size METRES'\n  help: hotspots density --help"
      ),
      (
        ["--map", "--strict"],
        "missing value for '--map FILE.svg'\n  help: hotspots density --help"
      ),
      (
        ["--map", "-draft.svg"],
        "missing value for '--map FILE.svg'\n"
          + "  help: if '-draft.svg' is the value, write '--map=-draft.svg'"
      ),
      (
        ["--strict=yes"],
        "cannot use '--strict=yes': '--strict' takes no value\n  help: hotspots density --help"
      ),
      (
        ["--map", "a", "--map=b"],
        "cannot use '--map' twice: it was given 'a' and 'b', it takes one value\n"
          + "  help: hotspots density --help"
      ),
      (
        ["--strict"], "missing option '--near PLACE'\n  help: hotspots density --help"
      ),
      (
        ["--near", "x", "--quiet", "--verbose"],
        "cannot use '--quiet' together with '--verbose': one prints less, the other more\n"
          + "  help: hotspots density --help"
      ),
      (
        ["--near", "bad option"],
        "cannot use '--map' without '--near'\n  help: hotspots density --help"
      ),
    ])
  func commandLines(words: [String], expected: String) async {
    let console = Console()
    #expect(await Program.demo.run(["density"] + words, in: console) == .usage)
    #expect(console.error.text == "hotspots: error: \(expected)\n")
    #expect(console.output.text == "")
  }

  @Test(
    "words before or in place of a command get these answers",
    arguments: [
      (["arae"], "unknown command 'arae'; did you mean 'areas'?\n  help: hotspots --help"),
      (["helo"], "unknown command 'helo'; did you mean 'help'?\n  help: hotspots --help"),
      (["nonsense"], "unknown command 'nonsense'\n  help: hotspots --help"),
      (["help", "dense"], "unknown command 'dense'\n  help: hotspots --help"),
      (
        ["help", "areas", "density"],
        "unexpected argument 'density'\n  help: hotspots help COMMAND|--markdown"
      ),
      (
        ["areas", "--kernel=uniform"],
        "unknown option '--kernel'\n  help: it is an option of density"
      ),
      (
        ["areas", "--cell-size", "5"],
        "unknown option '--cell-size'\n  help: areas have no cells; hotspots density has"
      ),
      (
        ["--versoin"],
        "unknown option '--versoin'; did you mean '--version'?\n  help: hotspots --help"
      ),
      (
        ["--quiet", "areas"],
        "cannot use '--quiet' before a command\n  help: hotspots COMMAND --quiet ..."
      ),
      (["completion"], "missing shell\n  help: hotspots completion bash|zsh|fish"),
      (
        ["completion", "ksh"],
        "cannot complete for 'ksh': it is not one of bash, zsh, fish\n  help: hotspots --help"
      ),
    ])
  func noCommand(words: [String], expected: String) async {
    let console = Console()
    #expect(await Program.demo.run(words, in: console) == .usage)
    #expect(console.error.text == "hotspots: error: \(expected)\n")
  }

  @Test("a value that cannot be used is quoted with its option and what is allowed")
  func values() throws {
    let words = [
      "--near", "x", "--cell-size", "-5", "--kernel", "quartik", "--kernels", "uniform,?",
    ]
    let arguments = try Arguments(parsing: words, for: DemoCommand.allOptions)
    #expect(
      message { () throws(UsageError) in _ = try arguments.value(of: DemoCommand.cellSize) }
        == "cannot use '--cell-size -5': '-5' is not a number above 0")
    #expect(
      message { () throws(UsageError) in _ = try arguments.value(of: DemoCommand.kernel) }
        == "cannot use '--kernel quartik': 'quartik' is not one of quartic, uniform, triangular"
        + "; did you mean 'quartic'?")
    #expect(
      message { () throws(UsageError) in _ = try arguments.value(of: DemoCommand.days) }
        == "cannot use '--kernels uniform,?': 'uniform,?' is not a list, separated by commas, of "
        + "quartic, uniform, triangular")
  }

  @Test("a command's own words stand as they are")
  func ownWords() {
    #expect(UsageError.invalid("a").description == "a")
    #expect(UsageError.invalid("a", help: "b").description == "a\n  help: b")
  }

  private func message(_ body: () throws(UsageError) -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch {
      return error.description
    }
  }
}
