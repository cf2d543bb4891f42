import CommandLineKit
import Commands
import Foundation
import TestSupport
import Testing

@Suite("Snapshot of the table of methods")
struct MethodsSnapshotTests {
  private static let folder = "Sources/HotspotsKit/HotspotsKit.docc"

  /// Returns the title of an article and what it says first, which is what it is about.
  private static func head(of article: String) throws -> (title: String, answers: String) {
    let paragraphs = try String(
      contentsOfFile: ProjectFolder.path("\(folder)/\(article).md"), encoding: .utf8
    ).components(separatedBy: "\n\n")
    let texts = paragraphs.prefix(2).map { paragraph in
      String(paragraph.trimmingPrefix("# ")).trimmingCharacters(in: .whitespacesAndNewlines)
        .replacing("\n", with: " ").replacing("*", with: "\\*")
    }
    return (texts[0], texts[1])
  }

  /// The table of the articles that commands name.
  private static func table() throws -> String {
    var lines = ["| method | what it is about | command |", "|---|---|---|"]
    for command in CommandRegistry.all {
      for article in command.articles {
        let (title, answers) = try head(of: article.name)
        let words = [command.name, article.option].compactMap(\.self).joined(separator: " ")
        lines.append("| [\(title)](../\(folder)/\(article.name).md) | \(answers) | `\(words)` |")
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test("the table of docs/methods.md is what commands and articles say")
  func table() throws {
    let path = "docs/methods.md"
    let text = try String(contentsOfFile: ProjectFolder.path(path), encoding: .utf8)
    let start = try #require(text.range(of: "| method |")).lowerBound
    let end = try #require(text.range(of: "\n\n", range: start..<text.endIndex)).lowerBound
    let now = (text[..<start] + (try Self.table()) + text[end...]).dropLast()
    #expect(try Snapshot.difference(of: String(now), from: path) == nil)
  }

  @Test("the landing page lists every article, in its last group those that no other has")
  func landingPage() throws {
    let path = "\(Self.folder)/HotspotsKit.md"
    let text = try String(contentsOfFile: ProjectFolder.path(path), encoding: .utf8)
    let heading = "\n### Further methods\n"
    let listed = text.components(separatedBy: heading)[0]
    let further = CommandRegistry.all.flatMap { $0.articles }.map { "- <doc:\($0.name)>" }
      .filter { !listed.contains($0) }
    let now = further.isEmpty ? listed : listed + heading + "\n\(further.joined(separator: "\n"))\n"
    #expect(try Snapshot.difference(of: String(now.dropLast()), from: path) == nil)
  }

  @Test("every article is one that a command names, but for the guides")
  func articles() throws {
    let named = Set(CommandRegistry.all.flatMap { $0.articles }.map(\.name))
    let files = try FileManager.default.contentsOfDirectory(
      atPath: ProjectFolder.path(Self.folder))
    let articles = files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
    #expect(named == Set(articles).subtracting(["HotspotsKit", "EmbedTheLibrary"]))
  }
}
