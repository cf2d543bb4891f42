import CommandLineKit
import HotspotsKit
import Tables

extension QueryGrouping: ExpressibleByArgument {}

extension Console {
  /// Says what was chosen, how coordinates were converted, where every row went and what was found.
  func say(_ result: QueryResult) {
    for choice in result.choices where choice.key != "selected" { say(choice) }
    say(result.reconciliation)
    for example in result.reading.rejectedExamples {
      note("  first rejected: \(example.words)")
    }
    for choice in result.choices where choice.key == "selected" { say(choice) }
    for finding in result.findings { say(finding) }
  }
}
