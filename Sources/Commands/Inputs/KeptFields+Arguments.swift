import CommandLineKit
import HotspotsKit

extension KeptFields {
  static let option = Option<String?>(
    "keep", valueName: "all|NAME,...",
    help: """
      Fields of the boundary files to write after the columns of the areas: all, or some by name. A \
      field whose name is taken is numbered
      """,
    section: "Output", rules: [.needs("--boundaries")])

  /// Reads the option.
  init(_ arguments: Arguments) throws(UsageError) {
    guard let text = try arguments.value(of: Self.option) else {
      self = .none
      return
    }
    self =
      switch try KeptNames(text, what: "fields") {
      case .all: .all
      case .some(let names): .named(names)
      }
  }
}
