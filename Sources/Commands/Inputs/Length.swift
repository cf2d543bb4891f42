import CommandLineKit

/// A length as it is typed: a number of metres.
///
///     Length(argument: "250")?.metres   // 250
///     Length(argument: "1e-9")          // nil
struct Length: ExpressibleByArgument, Equatable {
  /// The length in metres.
  let metres: Double

  /// The lengths allowed, in metres: from a millimetre to more than twice around the Earth.
  ///
  /// Beyond them the powers of a length that kernels take, and numbers of cells, leave what numbers
  /// hold.
  static let range = 0.001...100_000_000.0

  /// Reads a number of metres within ``range``.
  init?(argument: String) {
    guard let metres = Double(argument: argument), Self.range.contains(metres) else { return nil }
    self.metres = metres
  }

  /// The number of metres.
  var defaultValueDescription: String { metres.defaultValueDescription }

  /// "a number of metres from 0.001 to 100000000".
  static let allowedValues = "a number of metres from 0.001 to 100000000"
}

extension SharedOptions {
  /// The width of the cells of a grid over the study area.
  static let cellSize = Option<Length?>(
    "cell-size", valueName: "METRES",
    help: """
      Width of a cell. By default the smallest round width of at least a 150th of the study area's \
      shorter side
      """)
}
