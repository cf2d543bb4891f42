@testable import CommandLineKit
import Foundation
import TestSupport
import Testing

@testable import Commands

/// What options declare of each other and of files holds for every command, also for one that is
/// added later.
@Suite("Declared options")
struct DeclaredOptionsTests {
  /// One rule of an option of a command.
  struct Case: CustomTestStringConvertible, Sendable {
    let command: String
    let options: [OptionSpec]
    let option: OptionSpec
    let rule: OptionRule
    let other: OptionUse

    var testDescription: String { "\(command) \(option.longName) \(rule.remark)" }

    /// The rules of all commands that have a demand, once for each option they name.
    static func all(_ demand: OptionRule.Demand) -> [Case] {
      var cases: [Case] = []
      for command in CommandRegistry.all {
        let options = command.allOptions
        for option in options {
          for rule in option.rules where rule.demand == demand {
            cases += rule.others.map {
              Case(command: command.name, options: options, option: option, rule: rule, other: $0)
            }
          }
        }
      }
      return cases
    }

    /// The option with the value to which the rule applies.
    var subject: [String] { words(of: option, value: rule.values.first) }

    /// The other option as the rule means it.
    var object: [String] {
      guard let spec = spec(other) else { return [] }
      return words(of: spec, value: other.values.first { other.means($0) })
    }

    /// Returns an option with a value.
    func words(of spec: OptionSpec, value: String?) -> [String] {
      spec.isFlag ? [spec.longName] : [spec.longName, value ?? spec.possibleValues.last ?? "1"]
    }

    func spec(_ use: OptionUse) -> OptionSpec? {
      options.first { $0.name == use.name }
    }
  }

  @Test(
    "a rule names options that the command has, and values that these may have",
    arguments: Case.all(.needs) + Case.all(.excludes))
  func names(one: Case) throws {
    let other = try #require(one.spec(one.other), "there is no --\(one.other.name)")
    if !other.possibleValues.isEmpty {
      #expect(Set(one.other.values).isSubset(of: other.possibleValues))
    }
    if !one.option.possibleValues.isEmpty {
      #expect(Set(one.rule.values).isSubset(of: one.option.possibleValues))
    }
  }

  @Test(
    "options that exclude each other are refused together, with the reason",
    arguments: Case.all(.excludes))
  func exclusions(one: Case) async throws {
    let run = await CommandRun(words: [one.command] + one.subject + one.object)
    #expect(run.status == 64 && run.messages.contains(" together with '"))
    let reason = try #require(one.rule.reason, "no reason is declared")
    #expect(run.messages.contains("': \(reason)\n"))
    for name in [one.option.name, one.other.name] {
      #expect(run.messages.contains("'--\(name)"), "\(run.messages)")
    }
  }

  @Test("an option is refused without what it needs", arguments: Case.all(.needs))
  func needs(one: Case) async throws {
    // What its other rules need is given.
    let rest = one.option.rules.filter { $0.demand == .needs && $0 != one.rule }
      .compactMap(\.others.first)
      .flatMap { use in one.spec(use).map { one.words(of: $0, value: use.values.first) } ?? [] }
    let run = await CommandRun(words: [one.command] + one.subject + rest)
    #expect(run.status == 64)
    #expect(run.messages.contains("cannot use '\(one.option.longName)"), "\(run.messages)")
    let needs = try #require(run.messages.split(separator: "without '").dropFirst().first)
    #expect(needs.contains("--\(one.other.name)"), "\(run.messages)")
  }

  @Test("what a command cannot do without is asked for", arguments: CommandRegistry.all.indices)
  func required(index: Int) async {
    let command = CommandRegistry.all[index]
    let required = command.options.filter(\.isRequired)
    let run = await CommandRun(command.name)
    #expect(run.status == 64 && run.messages.contains("missing option '"), "\(run.messages)")
    // With all that is required, one of each list of alternatives is asked for.
    let given = required.flatMap { [$0.longName, "x"] }
    for (place, uses) in command.alternatives.enumerated() {
      let others = command.alternatives.enumerated().filter { $0.offset != place }
        .flatMap { ["--\($0.element[0].name)", "x"] }
      let run = await CommandRun(words: [command.name] + given + others)
      #expect(run.status == 64)
      for use in uses { #expect(run.messages.contains("--\(use.name) "), "\(run.messages)") }
    }
  }

  /// An option that names an input and one that names an output.
  struct Pair: Sendable {
    let command: String
    let options: [OptionSpec]
    let input: String
    let output: String

    /// The pairs of all commands.
    static let all: [Pair] = {
      var pairs: [Pair] = []
      for command in CommandRegistry.all {
        let options = command.allOptions
        for input in options {
          guard case .reads = input.role else { continue }
          for output in options {
            guard case .writes = output.role else { continue }
            pairs.append(
              Pair(
                command: command.name, options: options, input: input.name, output: output.name))
          }
        }
      }
      return pairs
    }()
  }

  @Test("no output of any option is an input of any", arguments: Pair.all)
  func outputs(pair: Pair) throws {
    // Any part of a Shapefile stands for all of them.
    let given: [Arguments.RecordedOption] = [
      .init(name: pair.output, values: ["a.shp"]), .init(name: pair.input, values: ["x/../a.dbf"]),
    ]
    let check = OutputCheck(GivenFiles(given, options: pair.options))
    do {
      try check.run()
      Issue.record("the output was not refused")
    } catch let error as UsageError {
      #expect(error.description.contains("cannot write 'a.shp': it is the input"))
    }
  }

  @Test(
    "the program checks the outputs of every command",
    arguments: CommandRegistry.all.map { $0.name })
  func program(name: String) async throws {
    let command = try #require(CommandRegistry.all.first { $0.name == name })
    let output = try #require(command.options.first { $0.name == "output" })
    // The example with its input in the place of its output, or in it.
    let example = command.example.components(separatedBy: " && ").last ?? ""
    var words = Array(example.shellWords.dropFirst())
    if let start = words.firstIndex(of: "--output") { words.removeSubrange(start...(start + 1)) }
    let input = words.firstIndex(of: "--incidents") ?? words.firstIndex(of: "--boundaries")
    // The input of a merge has no option before it.
    let path = input.map { $0 + 1 } ?? 1
    let folder = TemporaryFolder()
    var refusals = 0
    // No format is one that every command writes.
    for format in ["geojson", "json"] {
      words[path] = try folder.file("in.\(format)", "{}")
      let written = output.role == .writesFolder ? folder.path("") : words[path]
      let run = await CommandRun(words: words + ["--output", written])
      #expect(run.status == 64, "\(run.messages)")
      #expect(try folder.text("in.\(format)") == "{}")
      if run.messages.contains("would be lost") { refusals += 1 }
    }
    #expect(refusals > 0)
  }
}
