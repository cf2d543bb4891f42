/// The script of a map to explore, in parts that stand in the page one behind the other.
///
/// It uses Leaflet for the map and nothing else; it fetches and keeps nothing.
package enum ExploreScript {
  /// The whole script.
  package static let text = [
    words, columns, geometry, hours, answers, map, drawing, charts, lists, panel, repeating, start,
  ].joined(separator: "\n")
}
