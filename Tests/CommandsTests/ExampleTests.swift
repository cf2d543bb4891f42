import CommandLineKit
import Commands
import Foundation
import TestSupport
import Testing

@Suite("Examples of help")
struct ExampleTests {
  @Test("every command's example runs on the sample files", arguments: CommandRegistry.all.indices)
  func examples(index: Int) async throws {
    let command = CommandRegistry.all[index]
    let folder = TemporaryFolder()
    let console = Console()
    let lines = command.example.components(separatedBy: " && ").map(\.shellWords)
    let words = lines[lines.count - 1]
    #expect(words.prefix(2) == ["hotspots", command.name])
    var written: Set<String> = []
    for line in lines {
      let run = try #require(CommandRegistry.all.first { $0.name == line[1] })
      let status = await CommandRegistry.program.run(
        Self.words(of: line, run, in: folder, &written), in: console)
      #expect(status == .done, "\(command.example): \(console.error.text)")
    }
    guard !command.columns.isEmpty, let output = words.firstIndex(of: "--output") else { return }
    let header = try #require(try folder.rows(words[output + 1]).first)
    // Some columns need options; those that are there are declared, in their order. Columns in capitals
    // stand for some that are named by the data.
    let declared = command.columns.map(\.name)
    let isOpen = declared.contains { $0 == $0.uppercased() }
    #expect(
      (isOpen ? header.filter(declared.contains) : header) == declared.filter(header.contains))
  }

  /// Returns the words behind `hotspots`, with the paths of samples and of what is written.
  private static func words(
    of line: [String], _ command: any Command.Type, in folder: TemporaryFolder,
    _ written: inout Set<String>
  ) -> [String] {
    let outputs = command.allOptions.filter { option in
      switch option.role {
      case .writes, .writesFolder: true
      case .value, .reads, .readsNamed, .readsFolder: false
      }
    }.map(\.longName)
    return line.indices.dropFirst().map { position in
      let word = line[position]
      if outputs.contains(line[position - 1]) { written.insert(word) }
      if written.contains(word) { return folder.path(word) }
      return word.hasPrefix("samples/") || word.hasPrefix("boundaries/")
        ? ProjectFolder.path(word) : word
    }
  }
}
