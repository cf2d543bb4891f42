import Projections

/// A more accurate conversion of coordinates, which was not used because its grids are missing.
public struct BetterConversion: Sendable, Equatable, CustomStringConvertible {
  /// How accurate the conversion is and would be, and with which grids, as a sentence without a full
  /// stop.
  public let description: String
  /// Where PROJ's collection has the files of the grids.
  public let addresses: [String]

  /// Describes what was skipped; `nil` if nothing was for want of a grid.
  init?(_ summary: ProjectionSummary) {
    guard let gain = summary.possibleGain else { return nil }
    description = gain
    addresses = summary.skippedBetter?.missingGrids.compactMap(\.address) ?? []
  }
}
