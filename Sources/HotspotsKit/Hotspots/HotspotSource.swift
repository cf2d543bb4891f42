/// What hotspots are made from.
public enum HotspotSource: String, Sendable, CaseIterable {
  /// The densest cells of the density.
  case density
  /// The places that stand out by a local statistic.
  case clusters
}
