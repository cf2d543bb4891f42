/// What the incidents of a query are counted by.
public enum QueryGrouping: String, Sendable, CaseIterable {
  /// All together.
  case all
  /// The category of each incident.
  case category
  /// The area of the study's first layer.
  case area
  /// The month in which each incident happened or began.
  case month
}
