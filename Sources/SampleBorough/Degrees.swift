/// Latitude and longitude of the made-up borough, in whole units of 0.00001 degrees.
///
/// A polynomial of the second degree in the metres from the middle of the map, fitted to the
/// conversion from the British National Grid to WGS 84 by PROJ: right to a metre over the borough,
/// in whole numbers only, so that the samples are the same on any machine.
struct Degrees: Equatable {
  /// Hundred-thousandths of a degree north of the equator.
  let latitude: Int
  /// Hundred-thousandths of a degree east of Greenwich; negative to the west.
  let longitude: Int

  /// Converts a position in metres on the British National Grid.
  init(easting: Int, northing: Int) {
    let (x, y) = (easting - 456_000, northing - 247_000)
    // In units of 1e-13 degrees.
    let east = 146_032_110 * x + 1_642_009 * y + (29_378 * x * y - 431 * (x * x - y * y)) / 1000
    let north = 89_895_950 * y - 1_010_806 * x - (9043 * x * x + 325 * x * y + 71 * y * y) / 1000
    longitude = Self.rounded(-1_183_545_500_000 * 10 + east)
    latitude = Self.rounded(52_118_490_300_000 * 10 + north)
  }

  /// Returns units of 1e-13 degrees as the nearest units of 1e-5 degrees.
  private static func rounded(_ units: Int) -> Int {
    let unit = 100_000_000
    return (units + (units < 0 ? -unit / 2 : unit / 2)) / unit
  }

  /// Returns units of 1e-5 degrees as decimals, such as `-1.18355`.
  static func text(_ units: Int) -> String {
    "\(units < 0 ? "-" : "")\(abs(units) / 100_000)."
      + PartnerIncident.fiveDigits(abs(units) % 100_000)
  }
}
