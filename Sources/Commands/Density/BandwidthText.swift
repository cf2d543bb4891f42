import CommandLineKit
import HotspotsKit

/// How far incidents are spread, as it is typed: `300`, `auto` or `adaptive`.
struct BandwidthText: ExpressibleByArgument, Equatable {
  /// What was typed.
  let bandwidth: Bandwidth

  init(_ bandwidth: Bandwidth) { self.bandwidth = bandwidth }

  init?(argument: String) {
    switch argument {
    case "auto": bandwidth = .automatic
    case "adaptive": bandwidth = .adaptive(metres: nil)
    default:
      guard let length = Length(argument: argument) else { return nil }
      bandwidth = .metres(length.metres)
    }
  }

  var defaultValueDescription: String {
    switch bandwidth {
    case .metres(let metres): "\(metres)"
    case .automatic: "auto"
    case .adaptive: "adaptive"
    }
  }

  static let allowedValues = "\(Length.allowedValues), auto or adaptive"
}
