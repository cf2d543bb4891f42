import CommandLineKit

/// What the hotspots of a pack are made from.
enum HotspotSource: String, CaseIterable, ExpressibleByArgument {
  /// The densest cells of the density.
  case density
  /// The places that stand out by a local statistic.
  case clusters
}
