import CommandLineKit
import Commands
import Foundation
import TestSupport

/// One run of the program in this process, on files of its own.
struct CommandRun {
  /// What the shell is told.
  let status: Int32
  /// What programs would read.
  let output: String
  /// What people would read.
  let messages: String

  /// Runs the program.
  init(_ words: String...) async {
    await self.init(words: words)
  }

  /// Runs the program.
  init(words: [String]) async {
    let console = Console()
    status = await CommandRegistry.program.run(words, in: console).rawValue
    output = console.output.text
    messages = console.error.text
  }
}

extension String {
  /// The words of a command line as a shell parts them, those in single quotes whole.
  var shellWords: [String] {
    var words = [""]
    var isQuoted = false
    for character in self {
      switch character {
      case "'": isQuoted.toggle()
      case " " where !isQuoted: words.append("")
      default: words[words.count - 1].append(character)
      }
    }
    return words
  }
}

extension TemporaryFolder {
  /// Returns a file's text.
  func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

  /// Returns the rows of a CSV file without quotes, the header first.
  func rows(_ name: String) throws -> [[String]] {
    try text(name).split(separator: "\n").map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Returns the members of each object of a JSON table.
  func objects(_ name: String) throws -> [[String: Any]] {
    try JSONSerialization.jsonObject(with: Data(read(name))) as? [[String: Any]] ?? []
  }

  /// Returns the members of a JSON object.
  func object(_ name: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(read(name))) as? [String: Any] ?? [:]
  }
}

/// The 168 cells of a table of hours, by day from Monday, then by hour.
struct WeekCells {
  let cells: [[Double]]
  let total: Double

  static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// Reads a JSON table of hours.
  init(_ folder: TemporaryFolder, _ name: String) throws {
    let rows = try folder.objects(name)
    cells = Self.days.map { day in rows.prefix(24).map { $0[day] as? Double ?? .nan } }
    total = rows.last?["Total"] as? Double ?? .nan
  }

  /// Returns the weights of some hours of a day.
  func day(_ name: String, _ hours: Range<Int>) -> [Double] {
    Array(cells[Self.days.firstIndex(of: name) ?? 0][hours])
  }

  /// The cells that are not empty, `Fri 10` with their weight.
  var filled: [String: Double] {
    var filled: [String: Double] = [:]
    for (day, hours) in zip(Self.days, cells) {
      for (hour, weight) in hours.enumerated() where weight != 0 {
        filled["\(day) \(hour)"] = weight
      }
    }
    return filled
  }
}
