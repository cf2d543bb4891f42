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
    self =
      switch try KeptNames(text, what: "columns") {
      case .all: .all
      case .some(let names): .named(names)
      }
  }
}
