import TestSupport
import Testing

@testable import CommandLineKit

@Suite("Options from a file")
struct ConfigurationFileTests {
  private let home = TemporaryFolder()

  /// Runs the demonstration command with a file of options and returns what its options became.
  private func arguments(_ text: String, _ typed: String...) throws -> Arguments {
    try home.write(text.utf8, to: "pack.json")
    return try Arguments(
      parsing: ["--config", home.path("pack.json")] + typed, for: DemoCommand.allOptions,
      file: StandardOptions.config)
  }

  private func message(_ text: String) async throws -> String {
    try home.write(text.utf8, to: "pack.json")
    let console = Console()
    let status = await Program.demo.run(
      ["density", "--config", home.path("pack.json")], in: console)
    #expect(status == .usage)
    return console.error.text.replacing(home.path("pack.json"), with: "pack.json")
  }

  @Test("every kind of option has its kind of value")
  func kinds() throws {
    let arguments = try arguments(
      """
      // A pack.
      {
        incidents: ["a.csv", '/data/b.csv', "-"],
        "cell-size": 2.5e2, near: 'Mill Street',
        kernels: ["quartic", "uniform"],
        map: "maps/a.svg", grids: 'grids',
        strict: true, quiet: false,
      }
      """)
    let folder = home.path("") + "/"
    #expect(
      try arguments.value(of: DemoCommand.incidents) == ["\(folder)a.csv", "/data/b.csv", "-"])
    #expect(try arguments.value(of: DemoCommand.cellSize) == 250)
    #expect(try arguments.value(of: DemoCommand.near) == "Mill Street")
    #expect(try arguments.value(of: DemoCommand.days)?.elements == [.quartic, .uniform])
    #expect(try arguments.value(of: DemoCommand.map) == "\(folder)maps/a.svg")
    #expect(try arguments.value(of: DemoCommand.grids) == "\(folder)grids")
    #expect(arguments.isSet(DemoCommand.strict))
    #expect(!arguments.isSet(StandardOptions.quiet))
    #expect(
      arguments.recordedOptions.map(\.name) == [
        "incidents", "cell-size", "near", "kernels", "map", "grids", "strict",
      ])
  }

  @Test("command-line options take precedence, option by option")
  func precedence() throws {
    let arguments = try arguments(
      "{ incidents: ['a', 'b'], near: 'here', 'cell-size': 50 }", "--near", "there",
      "--incidents", "c")
    #expect(try arguments.value(of: DemoCommand.near) == "there")
    #expect(try arguments.value(of: DemoCommand.incidents) == ["c"])
    #expect(try arguments.value(of: DemoCommand.cellSize) == 50)
  }

  @Test("an option that may be repeated takes a single value too, and none from an empty array")
  func single() throws {
    #expect(
      try arguments("{ incidents: '/a', near: 'x' }").value(of: DemoCommand.incidents) == ["/a"])
    #expect(try arguments("{ incidents: [], near: 'x' }").value(of: DemoCommand.incidents) == [])
  }

  @Test(
    "mistakes are said with file and line",
    arguments: [
      (
        "{\n  'cell-sise': 5 }",
        "pack.json:2: unknown option 'cell-sise'; did you mean 'cell-size'?"
      ),
      ("{ cell_size: 5 }", "pack.json:1: unknown option 'cell_size'; did you mean 'cell-size'?"),
      ("{ near: ['x'] }", "pack.json:1: 'near' is an array, a text or a number is allowed"),
      ("{ near: true }", "pack.json:1: 'near' is true, a text or a number is allowed"),
      ("{ strict: 'yes' }", "pack.json:1: 'strict' is a text, true or false is allowed"),
      (
        "{\n incidents: ['a',\n null] }",
        "pack.json:3: 'incidents' is null, an array of texts or numbers is allowed"
      ),
      (
        "{ incidents: {} }",
        "pack.json:1: 'incidents' is an object, a text, a number or an array of them is allowed"
      ),
      ("{ config: 'b.json' }", "pack.json:1: 'config' can be used on the command line only"),
      ("[]", "cannot read options from 'pack.json': it holds an array, an object is allowed"),
      ("{ near 'x' }", "pack.json:1:8: ''' was found, ':' after the name 'near' is allowed"),
      ("{ strict: true }", "missing option '--near PLACE'"),
    ])
  func mistakes(text: String, expected: String) async throws {
    let message = try await message(text)
    #expect(message.hasPrefix("hotspots: error: \(expected)\n"), "\(message)")
  }

  @Test("a value that an option refuses is said with its line")
  func refused() throws {
    let arguments = try arguments("{\n  near: 'x',\n  'cell-size': -1 }")
    let error = #expect(throws: UsageError.self) {
      try arguments.value(of: DemoCommand.cellSize)
    }
    let expected = UsageError.invalid(
      "\(home.path("pack.json")):3: cannot use '--cell-size -1': '-1' is not a number above 0")
    #expect(try arguments.located(#require(error)) == expected)
    #expect(arguments.located(.missingOption("--near PLACE")) == .missingOption("--near PLACE"))
  }

  @Test("a file that is not there has status 66")
  func absent() async {
    let console = Console()
    let status = await Program.demo.run(["density", "--config", home.path("no.json")], in: console)
    #expect(status == .noInput)
    #expect(
      console.error.text
        == "hotspots: error: cannot read '\(home.path("no.json"))': there is no such file\n")
  }

  @Test("a file that is not text is refused")
  func binary() throws {
    try home.write([0x7B, 0xFF, 0xFE, 0x7D], to: "pack.json")
    #expect(throws: ConfigurationError.notText(path: home.path("pack.json"))) {
      try ConfigurationFile(path: home.path("pack.json"))
    }
  }

  @Test("a file in the working folder leaves paths as they are")
  func workingFolder() throws {
    let file = try ConfigurationFile(
      path: "pack.json", text: "{ incidents: ['a.csv', '../b.csv'] }")
    #expect(
      try file.options(among: DemoCommand.allOptions).map(\.option.values) == [
        ["a.csv", "../b.csv"]
      ])
  }
}
