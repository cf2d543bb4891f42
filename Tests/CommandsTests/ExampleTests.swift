import CommandLineKit
import Commands
import TestSupport
import Testing

@Suite("Examples of help")
struct ExampleTests {
  @Test("every command's example runs on the sample files", arguments: CommandRegistry.all.indices)
  func examples(index: Int) async throws {
    let command = CommandRegistry.all[index]
    let folder = TemporaryFolder()
    let written = command.allOptions.filter { option in
      switch option.role {
      case .writes, .writesFolder: true
      case .value, .reads, .readsNamed, .readsFolder: false
      }
    }.map(\.longName)
    let words = command.example.shellWords
    #expect(words.prefix(2) == ["hotspots", command.name])
    var line: [String] = []
    for (position, word) in words.enumerated().dropFirst() {
      if written.contains(words[position - 1]) {
        line.append(folder.path(word))
      } else if word.hasPrefix("samples/") || word.hasPrefix("boundaries/") {
        line.append(ProjectFolder.path(word))
      } else {
        line.append(word)
      }
    }
    let console = Console()
    let status = await CommandRegistry.program.run(line, in: console)
    #expect(status == .done, "\(command.example): \(console.error.text)")
    guard !command.columns.isEmpty, let output = words.firstIndex(of: "--output") else { return }
    let header = try #require(try folder.rows(words[output + 1]).first)
    // Some columns need options; those that are there are declared, in their order. Columns in capitals
    // stand for some that are named by the data.
    let declared = command.columns.map(\.name)
    let isOpen = declared.contains { $0 == $0.uppercased() }
    #expect(
      (isOpen ? header.filter(declared.contains) : header) == declared.filter(header.contains))
  }
}
