import Testing

@testable import CommandLineKit

@Suite("Rules of options")
struct OptionRuleTests {
  private enum Shape: String, CaseIterable, ExpressibleByArgument { case areas, square, hexagon }

  private let options: [OptionSpec] = [
    Option<Shape>(
      "on", valueName: "UNITS", help: "", default: .areas,
      rules: [.excludes(OptionUse("--snap", except: "0")).with("square", "hexagon")]
    ).spec,
    Option<Double>("snap", valueName: "METRES", help: "", default: 0).spec,
    Option<Double?>(
      "cell-size", valueName: "METRES", help: "", rules: [.needs("--on square|hexagon")]
    ).spec,
    Option<String?>("map", valueName: "FILE.svg", help: "").spec,
    Option<[String]>("page", valueName: "NAME", help: "", rules: [.needs("--map")]).spec,
    Option<Int?>(
      "draws", valueName: "N", help: "",
      rules: [.excludes("--random", because: "there is nothing to draw").with("0")]
    ).spec,
    Flag("random", help: "", rules: [.needs("--map", "--draws")]).spec,
  ]

  private func message(_ words: String) -> String? {
    do throws(UsageError) {
      _ = try Arguments(parsing: words.split(separator: " ").map(String.init), for: options)
      return nil
    } catch { return "\(error)" }
  }

  @Test(
    "a rule holds for the values it names, of either option",
    arguments: [
      ("", nil),
      ("--page a4", "cannot use '--page' without '--map FILE.svg'"),
      ("--page a4 --page a3 --map x.svg", nil),
      ("--random", "cannot use '--random' without '--map FILE.svg or --draws N'"),
      ("--random --draws 9", nil),
      ("--random --draws 0", "cannot use '--draws 0' together with '--random': there is nothing"),
      // Equal as numbers.
      ("--random --draws 00", "cannot use '--draws 00' together with '--random': there is"),
      ("--draws 0", nil),
      ("--on square --snap 5", "cannot use '--on square' together with '--snap': they exclude"),
      ("--on areas --snap 5", nil), ("--snap 5", nil), ("--on hexagon --snap 0.0", nil),
      // A default counts for what is needed.
      ("--cell-size 5", "cannot use '--cell-size' without '--on square or hexagon'"),
      ("--cell-size 5 --on areas", "cannot use '--cell-size' without '--on square or hex"),
      ("--cell-size 5 --on hexagon", nil),
      // The misspelt value is the mistake, and reported when it is read.
      ("--cell-size 5 --on hexagons", nil),
      // What is excluded comes first.
      ("--page a4 --on square --snap 5", "cannot use '--on square' together with '--snap'"),
    ] as [(String, String?)])
  func checks(words: String, expected: String?) {
    let message = message(words)
    if let expected {
      #expect(message?.hasPrefix(expected) == true, "\(message ?? "no error")")
    } else {
      #expect(message == nil)
    }
  }

  @Test("help says the rules")
  func help() {
    #expect(
      options.map { $0.explanation(among: options) } == [
        " (one of areas, square, hexagon; default: areas; square and hexagon not with --snap)",
        " (default: 0)", " (needs --on square or hexagon)", "", " (repeatable; needs --map)",
        " (0 not with --random)", " (needs --map or --draws)",
      ])
  }

  @Test("a command may add rules to an option it shares")
  func added() {
    let added = options.adding(.needs("--random"), to: "--map")
    #expect(added[3].rules == [.needs("--random")] && options[3].rules.isEmpty)
    #expect(added.enumerated().allSatisfy { $0 == 3 || $1 == options[$0] })
  }
}
