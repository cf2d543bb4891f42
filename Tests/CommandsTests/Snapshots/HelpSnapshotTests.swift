import CommandLineKit
import Commands
import Foundation
import TestSupport
import Testing

@Suite("Snapshots of help")
struct HelpSnapshotTests {
  @Test("the help of the program and of every command is the recorded one")
  func help() async throws {
    for name in [nil] + CommandRegistry.all.map({ $0.name }) + ["completion", "help"] {
      let run = await CommandRun(words: ["help"] + [name].compactMap(\.self))
      #expect(run.status == 0)
      let path = "Tests/Snapshots/help/\(name ?? "hotspots").txt"
      #expect(try Snapshot.difference(of: run.line, from: path) == nil)
    }
  }

  @Test("the page of options is what the declarations say")
  func optionsPage() async throws {
    let run = await CommandRun("help", "--markdown")
    #expect(try Snapshot.difference(of: run.line, from: "docs/options.md") == nil)
  }

  @Test("the page of options names every option of every command once, or links to it")
  func everyOption() async {
    let page = await CommandRun("help", "--markdown").output
    let sections = page.split(separator: "\n## ").dropFirst()
    for (command, section) in zip(CommandRegistry.all, sections) {
      #expect(section.hasPrefix("hotspots \(command.name)\n"))
      for option in command.allOptions {
        let inTable = section.contains("\(option.usage.replacing("|", with: "\\|"))` |")
        let isShared = section.split(separator: "\n").contains {
          $0.hasPrefix("- [\(option.section)]") && $0.contains("`\(option.longName)`")
        }
        #expect(inTable != isShared, "\(command.name) \(option.longName)")
      }
    }
  }

  @Test("the README's table of commands is what the declarations say")
  func readme() throws {
    let text = try String(contentsOfFile: ProjectFolder.path("README.md"), encoding: .utf8)
    let start = try #require(text.range(of: "| command |")).lowerBound
    let end = try #require(text.range(of: "\n\n", range: start..<text.endIndex)).lowerBound
    let table = CommandRegistry.program.commandTable(linkingTo: "docs/options.md")
    let now = (text[..<start] + table + text[end...]).dropLast()
    #expect(try Snapshot.difference(of: String(now), from: "README.md") == nil)
  }
}

extension CommandRun {
  /// The output without the line break at its end.
  fileprivate var line: String { String(output.dropLast()) }
}
