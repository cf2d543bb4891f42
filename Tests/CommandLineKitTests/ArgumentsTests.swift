import Testing

@testable import CommandLineKit

@Suite("Arguments")
struct ArgumentsTests {
  private func parse(_ words: [String]) throws(UsageError) -> Arguments {
    try Arguments(parsing: ["--near", "x"] + words, for: DemoCommand.allOptions)
  }

  @Test(
    "a value follows its option after a space or an equals sign",
    arguments: [["--cell-size", "100"], ["--cell-size=100"], ["--cell-size", "100", "--"]])
  func spellings(words: [String]) throws {
    #expect(try parse(words).value(of: DemoCommand.cellSize) == 100)
  }

  @Test("only the first equals sign ends the name, and an empty value is a value")
  func equalsSigns() throws {
    #expect(try parse(["--map=a=b"]).value(of: DemoCommand.map) == "a=b")
    #expect(throws: UsageError.self) { try parse(["--map="]).value(of: DemoCommand.map) }
  }

  @Test(
    "a dash alone, and a dash before a digit or a point, begin values",
    arguments: ["-", "-0.1278,51.5074", "-.5", "-5"])
  func dashes(value: String) throws {
    #expect(try parse(["--map", value]).value(of: DemoCommand.map) == value)
    #expect(try parse(["--incidents", value]).value(of: DemoCommand.incidents) == [value])
  }

  @Test("an equals sign lets any value begin with a dash")
  func dashAfterEqualsSign() throws {
    #expect(try parse(["--map=--strict"]).value(of: DemoCommand.map) == "--strict")
  }

  @Test("a repeatable option keeps the order in which its values were typed")
  func repeatable() throws {
    let arguments = try parse(["--incidents", "b", "--strict", "--incidents=a", "--incidents", "c"])
    #expect(try arguments.value(of: DemoCommand.incidents) == ["b", "a", "c"])
  }

  @Test("words without a dash are values of an operand, wherever they stand")
  func operands() throws {
    let part = Option<[String]>("part", valueName: "PART", help: "A part")
    let options = [part.spec.operand] + DemoCommand.allOptions
    let words = ["a", "--near", "x", "b", "--part", "c", "--", "--d"]
    let arguments = try Arguments(parsing: words, for: options)
    #expect(try arguments.value(of: part) == ["a", "b", "c", "--d"])
    #expect(part.spec.operand.usage == "PART...")
    #expect(throws: UsageError.unexpectedArgument("a", afterRepeatable: nil)) {
      try parse(["a"])
    }
  }

  @Test("options that were recorded are given again, and some of them are not recorded")
  func givenAgain() throws {
    let first = try parse(["--cell-size", "100", "--strict", "--incidents", "-", "--incidents=a"])
    var again = try Arguments(given: first.recordedOptions, for: DemoCommand.allOptions)
    #expect(try again.value(of: DemoCommand.cellSize) == 100)
    #expect(again.isSet(DemoCommand.strict))
    #expect(try again.value(of: DemoCommand.incidents) == ["-", "a"])
    #expect(again.recordedOptions == first.recordedOptions)
    again.unrecorded = ["incidents"]
    #expect(again.recordedOptions.map(\.name).contains("incidents") == false)
    #expect(throws: UsageError.self) {
      try Arguments(given: [.init(name: "nearby", values: ["x"])], for: DemoCommand.allOptions)
    }
  }

  @Test("what is not given has its default, or nothing")
  func defaults() throws {
    let arguments = try parse([])
    #expect(try arguments.value(of: DemoCommand.cellSize) == 250)
    #expect(try arguments.value(of: DemoCommand.kernel) == .quartic)
    #expect(try arguments.value(of: DemoCommand.map) == nil)
    #expect(try arguments.value(of: DemoCommand.incidents) == [])
    #expect(!arguments.isSet(DemoCommand.strict))
    #expect(!arguments.isGiven(DemoCommand.cellSize))
  }

  @Test("what is given is known to be given, even when it equals the default")
  func given() throws {
    let arguments = try parse(["--cell-size", "250", "--strict", "--strict"])
    #expect(arguments.isGiven(DemoCommand.cellSize))
    #expect(arguments.isSet(DemoCommand.strict))
  }

  @Test("the short name of a flag is the flag")
  func shortName() throws {
    #expect(try parse(["-h"]).isSet(StandardOptions.help))
  }

  @Test("the record has the options in the order of first use, but those that change no result")
  func record() throws {
    let arguments = try parse([
      "--threads", "2", "--strict", "--incidents", "b", "--quiet", "--cell-size=0250",
      "--incidents", "a",
    ])
    #expect(
      arguments.recordedOptions == [
        .init(name: "near", values: ["x"]), .init(name: "strict", values: []),
        .init(name: "incidents", values: ["b", "a"]), .init(name: "cell-size", values: ["0250"]),
      ])
  }

  @Test("an option that may be left out in general can be required by a command")
  func requiredValues() throws {
    let none = try parse([])
    #expect(throws: UsageError.missingOption("--map FILE.svg")) {
      try none.requiredValue(of: DemoCommand.map)
    }
    #expect(throws: UsageError.missingOption("--incidents FILE")) {
      try none.requiredValue(of: DemoCommand.incidents)
    }
    let all = try parse(["--map", "m", "--incidents", "i"])
    #expect(try all.requiredValue(of: DemoCommand.map) == "m")
    #expect(try all.requiredValue(of: DemoCommand.incidents) == ["i"])
    #expect(throws: UsageError.missingOption("--map FILE.svg")) {
      try Arguments(parsing: [], for: [DemoCommand.map.spec.required])
    }
  }

  @Test("any words at all end in arguments or an error, and the same one each time")
  func nonsense() {
    let pieces = [
      "--", "-", "=", "--=", "--near", "--near=", "-h=1", "", "\u{2014}near", "--strict=", "x",
    ]
    for first in pieces {
      for second in pieces {
        for third in pieces {
          let words = [first, second, third]
          let results = (0..<2).map { _ in
            Result { () throws(UsageError) in
              try Arguments(parsing: words, for: DemoCommand.allOptions).recordedOptions
            }
          }
          #expect(results[0] == results[1])
        }
      }
    }
  }

  @Test("a command that reads an option it does not list stops")
  func unlistedOption() async {
    await #expect(processExitsWith: .failure) {
      _ = try Arguments(parsing: [], for: []).value(of: DemoCommand.cellSize)
    }
  }

  @Test("two options of one name stop the program")
  func sharedName() async {
    await #expect(processExitsWith: .failure) {
      _ = try Arguments(parsing: [], for: [DemoCommand.strict.spec, DemoCommand.strict.spec])
    }
  }
}
