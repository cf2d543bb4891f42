import Foundation
import TestSupport
import Testing

@Suite("Package.swift")
struct PackageTests {
  /// A module with what the package says that it uses.
  private struct Module {
    var folder: String
    var uses: Set<Substring>

    /// The modules that its sources import.
    var imports: Set<Substring> {
      get throws {
        let folder = ProjectFolder.path(folder)
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }
        var imports: Set<Substring> = []
        for name in names ?? [] where name.hasSuffix(".swift") {
          let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
          for line in text.split(separator: "\n") {
            let words = line.prefix { $0 != "/" }.split(separator: " ")
            guard words.dropLast().last == "import", let name = words.last else { continue }
            imports.insert(name)
          }
        }
        return imports
      }
    }
  }

  @Test("every dependency of a module is imported, and every import is a dependency")
  func dependencies() throws {
    let package = try String(contentsOfFile: ProjectFolder.path("Package.swift"), encoding: .utf8)
    let pattern = /(room|program|tests)\(\s*(?:of: )?"([^"]+)"(?:,\s*uses: \[([^\]]*)\])?/
    let modules = package.matches(of: pattern).map { match in
      let (kind, name) = (match.1, match.2)
      let uses = (match.3 ?? "").split(separator: "\"").filter { $0.allSatisfy(\.isLetter) }
      return kind == "tests"
        ? Module(folder: "Tests/\(name)Tests", uses: Set(uses + [name]))
        : Module(folder: "Sources/\(name)", uses: Set(uses))
    }
    #expect(modules.count > 30)
    let all = modules.reduce(into: Set<Substring>()) { $0.formUnion($1.uses) }
    for module in modules {
      let imported = try module.imports.intersection(all)
      #expect(module.uses == imported, "\(module.folder): \(module.uses) but \(imported)")
    }
  }
}
