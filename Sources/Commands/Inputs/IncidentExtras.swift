/// What a method wants to know of each incident beside its place and category.
struct IncidentExtras: Sendable {
  /// Whether starts and ends are read; a row without them is used all the same.
  var times = false
  /// Whether the names of places are read, where the files have them.
  var location = false
  /// Whether weights are read; a row without a usable one is rejected.
  var weight = false
}
