import Interchange

/// The incidents of a map to explore as the script reads them.
protocol ExploreColumns {
  /// The names of the categories.
  var categories: [String] { get }
  /// The names of streets, and which of them only say what kind of place it is.
  var streets: [(name: String, isKind: Bool)] { get }
  /// The instant from which starts are counted.
  var epoch: Int64 { get }
  /// The latest end.
  var latest: Int64 { get }
  /// The first month with incidents, counted from the year 0, and how many months there are.
  var months: (first: Int, count: Int) { get }
  /// The first month of the period before with incidents.
  var earlierFirstMonth: Int { get }
  /// The places with the area of each layer.
  var placesJSON: JSONValue { get }
  /// Returns the columns of a set of incidents, the period's first; `nil` where there is none.
  func json(ofSet number: Int) -> JSONValue?
}
