import CommandLineKit
import Commands
import Foundation
import Testing

/// What one command line left behind, run within the test.
struct ReportRun {
  let status: CommandLineKit.ExitStatus
  let output: String
  let errors: String

  /// Runs a command line.
  init(_ words: String...) async {
    let console = Console(width: 100)
    status = await CommandRegistry.program.run(words, in: console)
    output = console.output.text
    errors = console.error.text
  }

  /// What was printed, as JSON.
  func json() throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }

  /// The value of a report's line, wrapped lines put together.
  func value(_ label: String) -> String? {
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard
      let start = lines.firstIndex(where: { $0.hasPrefix("  \(label)  ") || $0 == "  \(label)" })
    else { return nil }
    let indent = String(repeating: " ", count: 22)
    var words = lines[start].dropFirst(2 + label.count).trimmingCharacters(in: .whitespaces)
    for line in lines[(start + 1)...].prefix(while: { $0.hasPrefix(indent) }) {
      words += " " + line.trimmingCharacters(in: .whitespaces)
    }
    return words.trimmingCharacters(in: .whitespaces)
  }
}
