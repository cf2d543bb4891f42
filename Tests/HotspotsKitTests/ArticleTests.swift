import Foundation
import Tasking
import TestSupport
import Testing

/// The articles of the library; that their links resolve is checked by `scripts/documentation`.
@Suite struct ArticleTests {
  private static let folder = "Sources/HotspotsKit/HotspotsKit.docc"
  private static let landingPage = "HotspotsKit"
  private static let guides = ["EmbedTheLibrary"]

  /// The articles on methods, by name.
  private static func articles() throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: ProjectFolder.path(folder)).sorted()
      .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
      .filter { $0 != landingPage && !guides.contains($0) }
      .map { ($0, try text("\(folder)/\($0).md")) }
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: ProjectFolder.path(path), encoding: .utf8)
  }

  @Test("each article has the same headings in the same order, an example and a reference")
  func headings() throws {
    let articles = try Self.articles()
    #expect(articles.count >= 14)
    for (name, text) in articles {
      let headings = text.matches(of: /(?m)^## (.+)$/).map { String($0.1) }
      #expect(
        headings == [
          "What it answers", "How it works", "Choosing parameters", "When not to use it",
          "How we know it is right", "References",
        ], "\(name)")
      #expect(text.contains(/\*Examples?\.\*/), "\(name)")
      let references = text.components(separatedBy: "\n## References\n").last ?? ""
      #expect(
        references.contains("https://doi.org/10.") || references.contains("<doc:"), "\(name)")
    }
  }

  @Test("the article on the pack tells of each of its files")
  func pack() throws {
    let text = try Self.text("\(Self.folder)/MakingThePack.md")
    for pattern in PackPart.allCases.flatMap(\.patterns) {
      #expect(text.contains("`\(pattern)`"), "\(pattern)")
    }
  }

  @Test("each method that runs on a study is explained by an article")
  func methods() throws {
    let sources = ProjectFolder.path("Sources/HotspotsKit")
    let files = FileManager.default.enumerator(atPath: sources)?.compactMap { $0 as? String } ?? []
    let methods = try files.filter { $0.hasSuffix(".swift") }.flatMap { file in
      try String(contentsOfFile: "\(sources)/\(file)", encoding: .utf8)
        .matches(of: /public struct (\w+): [^{]*\bStudyMethod\b/).map { String($0.1) }
    }
    #expect(methods.contains("AreaCounts"))
    let articles = try Self.articles()
    for method in methods {
      #expect(
        articles.contains { $0.text.contains("``\(method)``") },
        "an article in \(Self.folder) links to \(method)")
    }
  }
}
