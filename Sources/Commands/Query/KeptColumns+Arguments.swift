import CommandLineKit
import HotspotsKit

extension KeptColumns {
  static let option = Option<String?>(
    "keep", valueName: "all|NAME,...",
    help: """
      Columns of the input to write in addition to id, times, category and location: all, or some \
      by name
      """,
    section: "Output")

  /// Reads the option.
  init(_ arguments: Arguments) throws(UsageError) {
    guard let text = try arguments.value(of: Self.option) else {
      self = .meaningful
      return
    }
    if text.lowercased() == "all" {
      self = .all
      return
    }
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard !names.contains("") else {
      throw .invalidValue(
        text, option: "--keep", allowed: "'all' or names of columns separated by commas")
    }
    self = .named(names)
  }
}
