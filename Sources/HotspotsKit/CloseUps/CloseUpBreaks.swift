import Cartography
import Glibc
import HotspotAnalysis
import Tables

/// Where the surface of a close-up is cut into bands: the densest cells that hold a quarter, a half and
/// three quarters of it, their densities rounded to two digits.
struct CloseUpBreaks: Equatable {
  /// The densities between the bands, ascending and above zero.
  let levels: [Double]

  /// The shares of the surface.
  static let shares = [0.25, 0.5, 0.75]

  /// Cuts a surface.
  init(of surface: Surface) {
    let classes = VolumeClasses(
      ofDensities: surface.presentValues.filter { $0 > 0 }, shares: Self.shares
    ).classes
    levels = Set(classes.map { Self.rounded($0.level) }).sorted()
  }

  /// Returns what the key says of a band, from 0.
  func label(ofBand band: Int) -> String {
    func text(_ level: Double) -> String {
      NumberWords.decimal(level, places: NumberWords.places(of: level))
    }
    guard band < levels.count else {
      return levels.last.map { "\(text($0)) and over" } ?? "none"
    }
    return band == 0
      ? "under \(text(levels[0]))" : "\(text(levels[band - 1])) to under \(text(levels[band]))"
  }

  /// Rounds a level above zero to two digits.
  private static func rounded(_ level: Double) -> Double {
    let exponent = Int(log10(level).rounded(.down)) - 1
    // A power of ten below one is not exact, its inverse is.
    let power = pow(10, Double(abs(exponent)))
    return exponent >= 0 ? (level / power).rounded() * power : (level * power).rounded() / power
  }
}
