import CommandLineKit
import HotspotsKit

extension EarlierPeriod: ExpressibleByArgument {
  /// Reads the text of an argument.
  package init?(argument: String) {
    guard let period = try? EarlierPeriod(argument) else { return nil }
    self = period
  }

  /// What is allowed.
  package static var allowedValues: String { allowed }

  /// The text that names the period.
  package var defaultValueDescription: String {
    switch self {
    case .before: "before"
    case .yearBefore: "year-before"
    case .given(let from, let to): "\(from.text)..\(to.text)"
    }
  }
}
